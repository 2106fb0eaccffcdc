import { createRequire } from 'node:module';
import { folder } from './run.ts';

/** A client: the commands that make what it needs and then test it, each of which has to end with 0. */
export interface Client {
  name: string;
  /** A command that fails where the client is not there; it is then left out. */
  needs?: readonly string[];
  commands: readonly (readonly string[])[];
}

const bin = (name: string, ...args: string[]) => [`node_modules/.bin/${name}`, ...args];
const node = [process.execPath, '--conditions', 'development', '--import', '../../src/typescript.mjs'];
const test = (client: string, ...args: string[]) => [
  ...node,
  '--import',
  './resolve.mjs?register',
  `${client}/test.ts`,
  ...args,
];
const types = (project: string) => bin('tsc', '-p', project);

const version = (name: string): string => {
  const { version } = createRequire(`${folder}/`)(`${folder}/node_modules/${name}/package.json`) as { version: string };
  return version;
};
/** The names are read when the packages are there. */
const named = (name: string, from: string, commands: Client['commands']): Client => ({
  get name() {
    return `${name} ${version(from)}`;
  },
  commands,
});

export const clients: readonly Client[] = [
  named('Apollo Client', '@apollo/client', [types('apollo'), test('apollo', '4')]),
  named('Apollo Client', 'apollo-client-3', [types('apollo/tsconfig.three.json'), test('apollo', '3')]),
  named('urql', '@urql/core', [[...node, 'urql/makeSchema.ts'], types('urql'), test('urql')]),
  named('Relay', 'relay-runtime', [bin('relay-compiler'), types('relay'), test('relay')]),
  named('GraphQL Code Generator', '@graphql-codegen/cli', [
    bin('graphql-codegen', '--config', 'codegen/codegen.ts'),
    types('codegen'),
    test('codegen'),
  ]),
  named('gql.tada', 'gql.tada', [
    bin('gql.tada', 'generate-output', '-c', 'tada/tsconfig.json'),
    bin('gql.tada', 'check', '-c', 'tada/tsconfig.json'),
    types('tada'),
    test('tada'),
  ]),
  named('genql', '@genql/cli', [
    bin(
      'genql',
      '--schema',
      '../../schema.graphql',
      '--output',
      'generated/genql',
      '-S',
      'Date:string',
      '-S',
      'DateTime:string',
    ),
    types('genql'),
    test('genql'),
  ]),
  { name: 'Python', needs: ['python3', '-c', 'import graphql'], commands: [['python3', 'python/test.py']] },
];
