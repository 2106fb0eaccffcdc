// `npm run generate`: writes everything that is made from something else: the client, the datamodel, schema.graphql,
// seed/case.schema.json, docs/errors.md, docs/limits.md, the table in docs/coding.md, what a client needs to know of the schema, docs/clients.md. With --check it fails when one of them was out of date (and is now made anew).
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { installOnce } from '../.ci/installOnce.ts';
import { ignoreClosedOutput } from '../src/closedOutput.ts';
import { optionsTakenByNpm } from '../src/config.ts';
import { printSorted } from '../src/graphql/print.ts';
import { withFiles } from './clientsPage.ts';
import { printSchemaModule } from './clientsModule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['src/db/generated', 'src/model/generated'];

/** @returns a page as prettier writes it */
const markdown = async (page: string) =>
  format(page, { ...(await resolveConfig(join(root, 'docs/errors.md'))), parser: 'markdown' });

/** @returns docs/coding.md with the table of what may stand with what */
async function withCombinations(page: string): Promise<string> {
  const { combinations } = await import('../src/domain/combinations/combinations.ts');
  const { printCombinations } = await import('../src/domain/combinations/combination.ts');
  const [start, end] = ['<!-- combinations: written by npm run generate -->', '<!-- combinations: end -->'];
  const table = `${start}\n\n${printCombinations(combinations)}\n\n${end}`;
  return markdown(`${page.slice(0, page.indexOf(start))}${table}${page.slice(page.indexOf(end) + end.length)}`);
}

const printed: Record<string, () => Promise<string>> = {
  'schema.graphql': async () => {
    const { schema } = await import('../src/graphql/schema.ts');
    return printSorted(schema);
  },
  'docs/errors.md': async () => markdown((await import('../src/answer/errorCodes.ts')).printErrorCodes()),
  'docs/coding.md': async () => withCombinations(readFileSync(join(root, 'docs/coding.md'), 'utf8')),
  'docs/limits.md': async () => markdown((await import('../src/clientLimits.ts')).printClientLimits()),
  'seed/case.schema.json': async () => {
    const { caseJsonSchema } = await import('../src/cases/reading/caseSchema.ts');
    return `${JSON.stringify(caseJsonSchema(), null, 2)}\n`;
  },
  'test/clients/schema/casebook.ts': async () => {
    const { schema } = await import('../src/graphql/schema.ts');
    return printSchemaModule(
      lexicographicSortSchema(schema),
      (await resolveConfig(join(root, 'schema.graphql'))) ?? {},
    );
  },
  // After the files that it shows.
  'docs/clients.md': async () => withFiles(readFileSync(join(root, 'docs/clients.md'), 'utf8'), root),
};

/** Also where npm took it for its own: `npm run generate --check`. */
const isCheck = process.argv.includes('--check') || optionsTakenByNpm('generate').has('check');

/** @returns the text of every generated file, by its path from the project's folder. */
function present(): Map<string, string> {
  const entries = folders
    .map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = Object.keys(printed).map((name) => join(root, name));
  return new Map(
    [...names, ...texts.filter(existsSync)].map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  );
}

ignoreClosedOutput();
const before = present();
installOnce('prisma/cli', (text) => console.log(text));
// Prisma looks for the generators beside itself, and in the PATH.
const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
// Prisma's generator wants a schema engine to exist, and does not run it: any file will do.
execFileSync(process.execPath, [join(root, 'prisma/cli/node_modules/prisma/build/index.js'), 'generate'], {
  cwd: root,
  env: { ...process.env, PATH: path, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  stdio: ['ignore', 'ignore', 'inherit'],
});
for (const [name, print] of Object.entries(printed)) writeFileSync(join(root, name), await print());

const after = present();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (name) => before.get(name) !== after.get(name),
);
console.log(changed.length ? `made anew: ${changed.join(', ')}` : 'everything generated is up to date');
if (changed.length && isCheck) process.exitCode = 1;
