// `npm run generate`: writes everything that is made from something else: the client, the datamodel, schema.graphql,
// seed/case.schema.json. With --check it writes nothing and fails when one of them is out of date.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';

const root = new URL('..', import.meta.url).pathname;
const generated = join(root, 'src/db/generated');

function files(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}

/** Prisma's generator wants a schema engine to exist, and does not run it. */
function generateClient(): void {
  execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const printed: Record<string, () => Promise<string>> = {
  'schema.graphql': async () => {
    const { schema } = await import('../src/graphql/schema.ts');
    return `${printSchema(lexicographicSortSchema(schema))}\n`;
  },
  'seed/case.schema.json': async () => {
    const { caseJsonSchema } = await import('../seed/caseSchema.ts');
    return `${JSON.stringify(caseJsonSchema(), null, 2)}\n`;
  },
};

/** @returns the files that are out of date, after making all of them anew. */
async function outOfDate(): Promise<string[]> {
  const before = existsSync(generated) ? files(generated) : new Map<string, string>();
  generateClient();
  const after = files(generated);
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  const changed = stale.map((name) => `src/db/generated/${name}`);
  for (const [name, print] of Object.entries(printed)) {
    const text = await print();
    if (existsSync(join(root, name)) && readFileSync(join(root, name), 'utf8') === text) continue;
    changed.push(name);
    writeFileSync(join(root, name), text);
  }
  return changed;
}

const check = process.argv.includes('--check');
const keep = mkdtempSync(join(root, '.generate-'));
try {
  const kept = [generated, ...Object.keys(printed).map((name) => join(root, name))].filter((path) => existsSync(path));
  for (const path of kept) cpSync(path, join(keep, relative(root, path)), { recursive: true });
  const changed = await outOfDate();
  if (check && changed.length) {
    for (const path of kept) {
      rmSync(path, { recursive: true });
      cpSync(join(keep, relative(root, path)), path, { recursive: true });
    }
    console.error(`out of date: ${changed.join(', ')}: run npm run generate`);
    process.exitCode = 1;
  } else {
    console.log(changed.length ? `generated: ${changed.join(', ')}` : 'everything generated is up to date');
  }
} finally {
  rmSync(keep, { recursive: true });
}
