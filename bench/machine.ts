/** What a figure depends on. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../src/config.ts';
import { nodeForPostgraphile } from './postgraphile/postgraphile.ts';

const versionOf = (node: string) => execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);

/** @param postgres the version of the server */
export function describeRun(postgres: string) {
  const given = process.argv.slice(2);
  return {
    date: new Date().toISOString(),
    command: ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' '),
    machine: describeMachine(),
    versions: describeVersions(postgres),
  };
}

function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() || 'unknown processor'}, ${memory} GiB, ${type()} ${release()}`;
}

function describeVersions(postgres: string): Record<string, string> {
  const installed = (path: string) => {
    const text = readFileSync(join(projectFolder, path, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  };
  return {
    'Node.js': process.version.slice(1),
    "PostGraphile's Node.js": versionOf(nodeForPostgraphile()),
    PostgreSQL: postgres,
    '@apollo/server': installed('node_modules/@apollo/server'),
    graphql: installed('node_modules/graphql'),
    pg: installed('node_modules/pg'),
    postgraphile: installed('bench/node_modules/postgraphile'),
    undici: installed('bench/node_modules/undici'),
  };
}
