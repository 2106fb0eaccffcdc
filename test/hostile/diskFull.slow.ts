// The disk of PostgreSQL is full while a case is loaded: nothing of it is there, and what was there is still answered.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { fixtureFolder } from '../cases/caseFolders.ts';
import { allRows } from '../cases/rows.ts';
import { lacking, row } from '../start/conditions.ts';
import { runToEnd } from '../start/program.ts';
import { useFigures } from './figures.ts';
import { OwnPostgres } from './ownPostgres.ts';
import { paths, startServing, unasked, whole } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
let disk: string;
let postgres: OwnPostgres | undefined;
beforeAll(async () => {
  if (lacking.namespaces) return;
  disk = mkdtempSync(join(tmpdir(), 'casebook-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=755', 'tmpfs', disk]);
  postgres = await OwnPostgres.open(join(disk, 'server'));
});
afterAll(async () => {
  if (lacking.namespaces) return;
  await postgres?.[Symbol.asyncDispose]();
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const filler = () => join(disk, 'filler');

/** Leaves no byte free. */
function fill(): void {
  for (const size of [2 ** 20, 2 ** 12])
    try {
      for (;;) appendFileSync(filler(), Buffer.alloc(size));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
}

row(
  'a load fails in one line, the server goes on, and the load succeeds when there is room',
  lacking.namespaces,
  async () => {
    const url = postgres?.url ?? '';
    const command = [
      process.execPath,
      '--import',
      './src/typescript.mjs',
      'seed/index.ts',
      '--case',
      fixtureFolder('harbour-fire'),
    ];
    const load = () => runToEnd(projectFolder, { command, env: { DATABASE_URL: url } });
    await using server = await startServing(url);
    const before = await allRows(url);
    const attempts = 5;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      fill();
      const { code, lines } = await load();
      expect(code).toBe(1);
      expect(lines).toEqual([
        expect.stringMatching(
          /^loading the case 'harbour-fire' failed, nothing of that was changed: .*No space left on device.*: make room/,
        ),
      ]);
      for (const query of Object.values(paths)) expect(await server.ask(unasked(query))).toMatchObject(whole);
      expect(await server.status('/readyz')).toBe(200);
      rmSync(filler());
      expect(await allRows(url)).toEqual(before);
    }
    expect((await load()).code).toBe(0);
    expect(await server.ask(unasked('{ cases { totalCount } }'))).toMatchObject({ data: { cases: { totalCount: 2 } } });
    tried(
      'Loads into a PostgreSQL whose disk is full',
      attempts,
      'refused in one line; nothing is changed, what is there is still answered, and the load succeeds when there is room',
    );
  },
);
