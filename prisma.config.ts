import { defineConfig } from 'prisma-cli/config';

// For those who use Prisma's own commands; the server applies the migrations itself.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/casebook' },
});
