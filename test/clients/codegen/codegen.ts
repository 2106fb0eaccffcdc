import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // Or the URL of a server that answers introspection, such as http://localhost:4000/graphql.
  schema: '../../schema.graphql',
  documents: ['codegen/example.ts', '../../operations/*.graphql'],
  config: {
    // A scalar without a type ends the run, instead of being `any`.
    strictScalars: true,
    scalars: { Date: 'string', DateTime: 'string' },
    useTypeImports: true,
  },
  generates: {
    'generated/codegen/': { preset: 'client', config: { importExtension: '.ts' } },
    'generated/possibleTypes.ts': { plugins: ['fragment-matcher'] },
  },
};
export default config;
