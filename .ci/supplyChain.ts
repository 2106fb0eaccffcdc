/** Part of `npm run check`: what npm installs is what the lockfiles, SECURITY.md and CONTRIBUTING.md say. No network. */
import { fileURLToPath } from 'node:url';
import { ignoreClosedOutput } from '../src/closedOutput.ts';
import { treeProblems } from './trees.ts';

ignoreClosedOutput();
const problems = treeProblems(fileURLToPath(new URL('..', import.meta.url)));
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
