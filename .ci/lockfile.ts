/** The tree that npm installs: every version exact, every package from npm's registry, none under another's name. */

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

/** An entry of a lockfile: a package at its place in node_modules; at '' the project itself. */
interface LockedPackage extends Manifest {
  /** Where it is installed under another name than its own. */
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}

export interface Lockfile {
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

const registry = 'https://registry.npmjs.org';
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Every package that `manifest` asks for itself, and the version. */
export const directDependencies = (manifest: Manifest): [string, string][] =>
  kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));

/** The name under which a package is installed at `place`. */
export const nameAt = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What is wrong with a package.json and its lockfile, each with what to do. */
export function lockfileProblems(manifest: Manifest, { lockfileVersion, packages }: Lockfile): string[] {
  const { '': root = {}, ...installed } = packages;
  const aliases = aliasesOf(packages);
  return [
    ...(lockfileVersion === 3
      ? []
      : [`the lockfile has version ${lockfileVersion}, not 3: write it with npm 7 or newer`]),
    ...inexact(manifest),
    ...disagreements(manifest, root, installed),
    ...Object.entries(installed).flatMap(([place, entry]) => foreign(place, entry, aliases)),
  ];
}

function inexact(manifest: Manifest): string[] {
  return [...directDependencies(manifest), ...Object.entries(manifest.overrides ?? {})]
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `${name}: "${version}" is not one exact version: npm install --save-exact ${name}`);
}

function disagreements(manifest: Manifest, root: Manifest, installed: Lockfile['packages']): string[] {
  const advice = 'run npm install --package-lock-only';
  const asked = kinds
    .filter((kind) => !sameEntries(manifest[kind] ?? {}, root[kind] ?? {}))
    .map((kind) => `package.json and the lockfile disagree on ${kind}: ${advice}`);
  const locked = [...directDependencies(manifest), ...Object.entries(manifest.overrides ?? {})]
    .filter(([name, version]) => installed[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => `${name}: the lockfile has not ${version}: ${advice}`);
  return [...asked, ...locked];
}

function sameEntries(one: Record<string, string>, other: Record<string, string>): boolean {
  const sorted = (entries: Record<string, string>) => JSON.stringify(Object.entries(entries).sort());
  return sorted(one) === sorted(other);
}

/** A package that comes from elsewhere, without a checksum, or in the place of another. */
function foreign(place: string, entry: LockedPackage, aliases: ReadonlySet<string>): string[] {
  const installedAs = nameAt(place);
  const { name = installedAs, version = '', resolved = '', integrity = '' } = entry;
  const tarball = `${registry}/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  const advice = 'take the entry out of the lockfile and run npm install --package-lock-only';
  const problems = [
    resolved === tarball ? '' : `comes from ${resolved || 'nowhere in particular'}, not from ${tarball}`,
    /^sha512-[\w+/]{86}==$/.test(integrity) ? '' : 'has no SHA-512 checksum',
    name === installedAs || aliases.has(`${installedAs} ${name}`) ? '' : `is ${name}, and no package asks for that`,
  ];
  return problems.filter(Boolean).map((problem) => `${place} ${problem}: ${advice}`);
}

/** The pairs of names for which some package asks, as "string-width-cjs": "npm:string-width@^4.2.0" does. */
function aliasesOf(packages: Lockfile['packages']): Set<string> {
  const specs = Object.values(packages).flatMap(directDependencies);
  return new Set(
    specs.flatMap(
      ([alias, spec]) =>
        /^npm:(.+)@/
          .exec(spec)
          ?.slice(1)
          .map((name) => `${alias} ${name}`) ?? [],
    ),
  );
}
