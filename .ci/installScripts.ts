import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lockfile, nameAt } from './lockfile.ts';

const hooks = ['preinstall', 'install', 'postinstall'];

/**
 * The packages that npm would run a program of: by the lockfile, and by what is installed below `folder`, where npm
 * takes a binding.gyp for a script.
 */
export function packagesWithInstallScript(folder: string, { packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .filter(([place, { hasInstallScript }]) => hasInstallScript || hasScriptOnDisk(join(folder, place)))
    .map(([place, { name }]) => name ?? nameAt(place));
}

function hasScriptOnDisk(folder: string): boolean {
  if (existsSync(join(folder, 'binding.gyp'))) return true;
  if (!existsSync(join(folder, 'package.json'))) return false;
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts?: object };
  return hooks.some((hook) => hook in scripts);
}
