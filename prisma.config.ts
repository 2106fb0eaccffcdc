// For those who use Prisma's own commands; the server applies the migrations itself. It imports nothing: Prisma's command line is a
// package of its own, in prisma/cli.
export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/casebook' },
};
