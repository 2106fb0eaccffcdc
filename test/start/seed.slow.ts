/** npm run seed works beside npm start, and without it. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { join } from 'node:path';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { answer, ask, runToEnd, start } from './program.ts';
import { copyProject, makeFolder, removeFolder } from './project.ts';

let folder: string;
let project: string;
beforeAll(() => {
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

const seed = { command: ['npm', 'run', '--silent', 'seed'] };

row('without npm start it has a server for its own duration', lacking.linux, async () => {
  const { code, lines } = await runToEnd(project, seed);
  expect(lines).toEqual([
    expect.stringMatching(/^loaded free-iran-rally-plot: \d+ records added, 0 changed, 0 removed$/),
  ]);
  expect(code).toBe(0);
  await untilNoneIn(project);
});

row('beside npm start it finds the running server, and leaves it running', lacking.linux, async () => {
  const program = start(project);
  const url = await program.listening;
  const { code, lines } = await runToEnd(project, seed);
  expect(lines).toEqual(['1 case is unchanged']);
  expect(code).toBe(0);
  expect(await ask(url)).toEqual(answer);
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  await untilNoneIn(project);
});
