// Prints what `npm run migration` would write for the schema.prisma on the standard input, as JSON. A program of its own for the
// same reason as prismaMigrate.ts.
import { text } from 'node:stream/consumers';
import { migrationSql } from '../../prisma/migrationSql.ts';

console.log(JSON.stringify(await migrationSql(process.argv[2] ?? '', await text(process.stdin))));
// The engine keeps its connections open.
process.exit(0);
