import eslint from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Imports go one way (see CONTRIBUTING.md): each may import those above it. */
const base = ['config', 'failure', 'heap', 'loopback', 'network', 'progress', 'shortage', 'stop'].map(
  (name) => `src/${name}.ts`,
);
const order = [
  'src/domain',
  base,
  'src/model',
  'src/db',
  'src/graphql',
  'src/operation',
  'src/compiler',
  'src/answer',
  'src/server',
];
/** The loader stands beside the API: it knows the database, and the API does not know it. */
const loader = { target: ['src/cases'], from: order.slice(4) };
const top = ['src/api.ts', 'src/index.ts', 'seed', 'bench', 'test', '.ci'];
const layers = [
  ...order.map((target, index) => ({ target, from: [...order.slice(index + 1), 'src/cases', ...top].flat() })),
  { ...loader, from: [...loader.from, ...top].flat() },
  { target: ['src/api.ts', 'src/index.ts'], from: ['seed', 'bench', 'test', '.ci'] },
  { target: 'seed', from: ['bench', 'test', '.ci'] },
];

/** The rules for code apply to code: schema.graphql has its own. */
const code = ['**/*.ts', '**/*.js', '**/*.mjs'];
const here = (path) => `./${path}`;
const forCode = (config) => ({ ...config, files: config.files ?? code });

export default [
  { ignores: ['node_modules', 'src/*/generated', '.data', 'dist', 'test/clients/generated'] },
  forCode(eslint.configs.recommended),
  ...tseslint.configs.strict.map(forCode),
  {
    files: code,
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    plugins: { 'import-x': importX },
    rules: {
      'no-console': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { zones: layers.map(({ target, from }) => ({ target: [target].flat().map(here), from: from.map(here) })) },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in src/config.ts only.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/config.ts', 'test/**', '.ci/**', 'prisma/*.ts', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['*.config.js', '*.config.ts', 'prisma/**', 'test/support/global*.ts', 'test/clients/codegen/codegen.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['seed/*.ts', 'src/index.ts', 'prisma/*.ts', '.ci/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, rootField: true },
      ],
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { suffixes: ['Connection', 'Edge'], types: ['PageInfo', 'FuzzyDate'] } },
      ],
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
];
