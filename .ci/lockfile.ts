/** The tree that npm installs: every version exact, every package from npm's registry, none under another's name. */

export interface Manifest {
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

/** An entry of a lockfile: a package at its place in node_modules; at '' the project itself. */
interface LockedPackage extends Manifest {
  peerDependencies?: Record<string, string>;
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
export const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Every package that `manifest` asks for itself, and the version. */
export const directDependencies = (manifest: Manifest): [string, string][] =>
  kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));

/** The name under which a package is installed at `place`. */
export const nameAt = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What is wrong with a package.json and its lockfile, each with what to do. */
export function lockfileProblems(manifest: Manifest, { lockfileVersion, packages }: Lockfile): string[] {
  const { '': root = {}, ...installed } = packages;
  const aliases = aliasesOf(manifest, packages);
  return [
    ...(lockfileVersion === 3
      ? []
      : [`the lockfile has version ${lockfileVersion}, not 3: write it with npm 7 or newer`]),
    ...inexact(manifest),
    ...disagreements(manifest, root, installed),
    ...Object.entries(installed).flatMap(([place, entry]) => foreign(place, entry, aliases)),
  ];
}

/** What a package.json decides itself: its own dependencies, and versions in the place of what others ask for. */
const decided = (manifest: Manifest): [string, string][] => [
  ...directDependencies(manifest),
  ...Object.entries(manifest.overrides ?? {}),
];

/** One exact version, "7.10.0", perhaps of a package with another name, "npm:prisma@7.10.0". */
const exact = /^(?:npm:(?<other>.+)@)?(?<version>\d+\.\d+\.\d+(?:-[\w.-]+)?)$/;

function inexact(manifest: Manifest): string[] {
  return decided(manifest)
    .filter(([, spec]) => !exact.test(spec))
    .map(([name, spec]) => `${name}: "${spec}" is not one exact version: npm install --save-exact ${name}`);
}

function disagreements(manifest: Manifest, root: Manifest, installed: Lockfile['packages']): string[] {
  const advice = 'run npm install --package-lock-only';
  const asked = kinds
    .filter((kind) => !sameEntries(manifest[kind] ?? {}, root[kind] ?? {}))
    .map((kind) => `package.json and the lockfile disagree on ${kind}: ${advice}`);
  const locked = decided(manifest)
    .filter(([name, spec]) => {
      const { other, version } = exact.exec(spec)?.groups ?? {};
      const entry = installed[`node_modules/${name}`];
      return entry?.version !== (version ?? spec) || (entry.name ?? name) !== (other ?? name);
    })
    .map(([name, spec]) => `${name}: the lockfile has not ${spec}: ${advice}`);
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

/** The pairs of names for which something asks, as "string-width-cjs": "npm:string-width@^4.2.0" does. */
function aliasesOf(manifest: Manifest, packages: Lockfile['packages']): Set<string> {
  const specs = [...decided(manifest), ...Object.values(packages).flatMap(directDependencies)];
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
