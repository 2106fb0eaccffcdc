/** The libraries that the embedded PostgreSQL brings along, which no system keeps up to date: SECURITY.md lists them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where each library tells its version: in its file's name (ICU), or in a text that ends with a zero byte. */
const libraries: [file: RegExp, name: string, version: RegExp][] = [
  [/^lib(crypto|ssl)\.so/, 'OpenSSL', /OpenSSL (\d+\.\d+\.\d+[a-z]*) /],
  [/^libicu\w+\.so/, 'ICU', /^libicu\w+\.so\.(\d+\.\d+)\0/],
  [/^liblzma\.so/, 'liblzma', /\0(\d+\.\d+\.\d+)\0/],
  [/^libossp-uuid\.so/, 'OSSP uuid', /OSSP uuid (\d+\.\d+\.\d+)/],
  [/^libxml2\.so/, 'libxml2', /\D(2\d{4})\0/],
  [/^libxslt\.so/, 'libxslt', /\D(1\d{4})\0/],
  [/^libz\.so/, 'zlib', /inflate (\d+\.\d+\.\d+) /],
];

/** Built with PostgreSQL, and of its version. */
const ofPostgres = /^lib(ecpg|ecpg_compat|pgtypes|pq)\.so/;

/**
 * PostgreSQL and each library with its version, as "zlib 1.2.11", in the Linux package installed at `folder`; undefined
 * where it is not installed, as on another platform. A library that is not known here is told by the name of its file.
 */
export function librariesIn(folder: string): string[] | undefined {
  const library = join(folder, 'native', 'lib');
  if (!existsSync(library)) return undefined;
  const program = readFileSync(join(folder, 'native', 'bin', 'postgres'), 'latin1');
  // Without the links, which a start of the server makes.
  const files = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.so\.\d/.test(entry.name) && !ofPostgres.test(entry.name))
    .map(({ name }) => name);
  const found = files.map((file) => nameOf(file, readFileSync(join(library, file), 'latin1')));
  return [`PostgreSQL ${/\(PostgreSQL\) (\d+\.\d+)/.exec(program)?.[1] ?? '?'}`, ...new Set(found)];
}

function nameOf(file: string, content: string): string {
  const [, name = '', pattern] = libraries.find(([pattern]) => pattern.test(file)) ?? [];
  const version = pattern?.exec(`${file}\0${content}`)?.[1];
  return version === undefined ? file : `${name} ${dotted(version)}`;
}

/** libxml2 and libxslt write 2.9.4 as 20904. */
const dotted = (version: string): string =>
  /^\d{5}$/.test(version)
    ? [version.slice(0, 1), version.slice(1, 3), version.slice(3)].map(Number).join('.')
    : version;
