/** What Graphcache needs of the schema. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getIntrospectedSchema, minifyIntrospectionQuery } from '@urql/introspection';

const schema = getIntrospectedSchema(readFileSync('../../schema.graphql', 'utf8'));
mkdirSync('generated', { recursive: true });
writeFileSync(
  'generated/introspection.ts',
  `export const schema = ${JSON.stringify(minifyIntrospectionQuery(schema))};\n`,
);
