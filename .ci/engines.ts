import semver from 'semver';
import { kinds, type Lockfile, type Manifest, nameAt } from './lockfile.ts';

/**
 * The packages of a lockfile that do not run on every Node that `engines.node` of its package.json promises, each with
 * what it wants and what brings it. Development dependencies count: npm 10 looks at their engines even where it leaves
 * them out. A package.json without engines promises nothing.
 */
export function engineProblems({ engines }: Manifest, { packages }: Lockfile): string[] {
  const promised = (engines?.node ?? '').split('||').filter(Boolean);
  const problems = Object.entries(packages).flatMap(([place, { name, version, engines: wanted }]) => {
    if (place === '' || wanted?.node === undefined) return [];
    const range = wanted.node;
    const refused = promised.filter((line) => !semver.validRange(range) || !semver.subset(line, range));
    if (!refused.length) return [];
    const bringers = dependentsOf(place, packages).join(', ') || 'nothing';
    return [
      `${name ?? nameAt(place)} ${version} wants Node ${range}, package.json promises ${refused.map((line) => line.trim()).join(' || ')}; ` +
        `brought by ${bringers}: take another version, by "overrides" if need be`,
    ];
  });
  return [...new Set(problems)];
}

/** The packages that find the one at `place` when they ask for its name, with their versions. */
function dependentsOf(place: string, packages: Lockfile['packages']): string[] {
  const wanted = nameAt(place);
  return Object.entries(packages)
    .filter(([, entry]) => [...kinds, 'peerDependencies' as const].some((kind) => wanted in (entry[kind] ?? {})))
    .filter(([from]) => resolve(from, wanted, packages) === place)
    .map(([from, { version }]) => (from === '' ? 'the project' : `${nameAt(from)} ${version}`));
}

/** Where Node finds the package `name` from `from`: in its own node_modules, or in the nearest one above. */
function resolve(from: string, name: string, packages: Lockfile['packages']): string | undefined {
  const inside = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (inside in packages) return inside;
  return from === ''
    ? undefined
    : resolve(from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)), name, packages);
}
