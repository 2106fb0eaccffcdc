/** Ways to tamper with a lockfile, or with a page about it. */
import { type Lockfile, type Manifest } from '../../.ci/lockfile.ts';

/** A change of one entry of a lockfile. */
export const locked = (place: string, change: (entry: Record<string, unknown>) => object) => (text: string) => {
  const lockfile = JSON.parse(text) as Lockfile;
  const entry = lockfile.packages[place] ?? {};
  lockfile.packages[place] = change(entry as Record<string, unknown>) as Lockfile['packages'][string];
  return JSON.stringify(lockfile);
};
/** A change of a package.json. */
export const asked = (change: (manifest: Required<Manifest>) => void) => (text: string) => {
  const manifest = JSON.parse(text) as Required<Manifest>;
  change(manifest);
  return JSON.stringify(manifest);
};

const zod = 'node_modules/zod';
const other = 'https://registry.npmjs.org/zood/-/zood-4.6.7.tgz';

/** What is done, to which file, how, and what the check says. */
export type Attempt = [what: string, file: string, change: (text: string) => string, message: RegExp];

export const attempts: Attempt[] = [
  [
    'another registry',
    'package-lock.json',
    (text) => text.replaceAll('//registry.npmjs.org/zod/', '//npm.example/zod/'),
    /zod comes from https:\/\/npm\.example/,
  ],
  [
    'plain HTTP',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, resolved: String(zod['resolved']).replace('https', 'http') })),
    /zod comes from http:/,
  ],
  [
    'a git repository',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, resolved: 'git+ssh://git@github.com/colinhacks/zod.git#0123456' })),
    /zod comes from git\+ssh/,
  ],
  [
    'a file',
    'bench/package-lock.json',
    locked('node_modules/undici', (undici) => ({ ...undici, resolved: 'file:undici.tgz' })),
    /undici comes from file:/,
  ],
  [
    'no address',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, resolved: undefined })),
    /zod comes from nowhere in particular/,
  ],
  [
    'the archive of another package',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, resolved: other })),
    /zod comes from .*zood/,
  ],
  [
    'another package under the name',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, name: 'zood', resolved: other })),
    /zod is zood, and no package asks for that/,
  ],
  [
    'no checksum',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, integrity: undefined })),
    /zod has no SHA-512 checksum/,
  ],
  [
    'a weak checksum',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' })),
    /zod has no SHA-512 checksum/,
  ],
  [
    'another version',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, version: '4.6.6', resolved: String(zod['resolved']).replace('4.6.7', '4.6.6') })),
    /zod: the lockfile has not 4\.6\.7/,
  ],
  [
    'an older lockfile',
    'package-lock.json',
    (text) => text.replace('"lockfileVersion": 3', '"lockfileVersion": 2'),
    /has version 2, not 3/,
  ],
  [
    'a range of versions',
    'package.json',
    asked(({ dependencies }) => (dependencies['zod'] = '^4.6.7')),
    /zod: "\^4\.6\.7" is not one exact version/,
  ],
  [
    'a tag',
    'package.json',
    asked(({ devDependencies }) => (devDependencies['jest'] = 'latest')),
    /jest: "latest" is not one exact version/,
  ],
  [
    'a dependency that is not in the lockfile',
    'package.json',
    asked(({ dependencies }) => (dependencies['left-pad'] = '1.3.0')),
    /left-pad: the lockfile has not 1\.3\.0/,
  ],
  [
    'a dependency that nobody justified',
    'CONTRIBUTING.md',
    (text) => text.replace('`zod`', 'zod'),
    /zod is not in CONTRIBUTING\.md, "Dependencies": say there/,
  ],
  [
    'an install script that nobody read',
    'package-lock.json',
    locked(zod, (zod) => ({ ...zod, hasInstallScript: true })),
    /zod is not in SECURITY\.md, "Install scripts": it runs a script/,
  ],
  [
    'an install script in the benchmark',
    'bench/package-lock.json',
    locked('node_modules/undici', (undici) => ({ ...undici, hasInstallScript: true })),
    /undici is not in SECURITY\.md/,
  ],
  [
    'an install script that the lockfile keeps silent about',
    `${zod}/package.json`,
    () => '{ "scripts": { "postinstall": "node run.js" } }',
    /zod is not in SECURITY\.md/,
  ],
  ['a native addon, which npm compiles unasked', `${zod}/binding.gyp`, () => '{}', /zod is not in SECURITY\.md/],
  [
    'an install script that is gone',
    'package-lock.json',
    locked('node_modules/esbuild', (esbuild) => ({ ...esbuild, hasInstallScript: undefined })),
    /esbuild is in SECURITY\.md, "Install scripts", and not in the tree any more/,
  ],
];
