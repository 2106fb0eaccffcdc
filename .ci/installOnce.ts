/** What only some commands need is a package of its own, installed when it is first used: users do not pay for it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { directDependencies, type Manifest } from './lockfile.ts';

/**
 * Installs the package in `folder` of the project, which has a lockfile, unless it is there in the versions that its package.json names.
 * @param announce is told before npm is started.
 * @throws Failure when npm cannot install it.
 */
export function installOnce(folder: string, announce: (text: string) => void): void {
  const path = join(projectFolder, folder);
  if (isInstalled(path)) return;
  announce(`Installing what only this command needs (npm ci --prefix ${folder}) …`);
  const args = ['ci', '--prefix', path, '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Failure(`npm ci --prefix ${folder} failed: see above`);
}

function isInstalled(folder: string): boolean {
  const read = (...path: string[]) => {
    try {
      return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Manifest & { version?: string };
    } catch {
      return undefined;
    }
  };
  // npm writes the first when it has finished. What is optional is there on some systems only.
  const { optionalDependencies: _some, ...required } = read('package.json') ?? {};
  return (
    read('node_modules', '.package-lock.json') !== undefined &&
    directDependencies(required).every(
      ([name, version]) => read('node_modules', name, 'package.json')?.version === version,
    )
  );
}
