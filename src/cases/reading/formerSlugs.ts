/** Records that had another slug before: they keep the id that the first of their former slugs gave them. */
import { topLevelLists } from '../../model/recordTypes.ts';
import { memberships } from '../../model/sharing.ts';
import { slug as slugField } from './schema/values.ts';
import { type CaseSource } from './source.ts';

/** By type and slug, as in `Event warehouse-fire`: the slug that gives the id, where that is another one. */
export type KeySlugs = ReadonlyMap<string, string>;

/** Returns the slug from which the id of the record follows. */
export const keySlug = (keySlugs: KeySlugs, type: string, slug: string): string =>
  keySlugs.get(`${type} ${slug}`) ?? slug;

/** What other cases say of records that they share, as far as former slugs are concerned. */
interface Declared {
  type: string;
  given: Readonly<Record<string, unknown>>;
}

/** Returns the key slugs of the records that cases share: from their files, and from what other cases have declared. */
export function sharedKeySlugs(sources: readonly CaseSource[], declared: Iterable<Declared>): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of sources)
    for (const [name, key] of ownKeySlugs(source)) if (memberships.has(name.split(' ')[0] ?? '')) found.set(name, key);
  for (const { type, given } of declared) {
    const { slug, formerSlugs } = given;
    if (typeof slug !== 'string' || typeof formerSlugs !== 'string') continue;
    found.set(`${type} ${slug}`, formerSlugs.split(' ')[0] ?? slug);
  }
  return found;
}

/** Returns the key slugs that the files of a case give; what is wrong there is told when the records are read. */
export function ownKeySlugs({ files }: CaseSource): Map<string, string> {
  const found = new Map<string, string>();
  for (const content of files.values())
    for (const [list, type] of Object.entries(topLevelLists))
      for (const record of asList(fieldOf(content, list))) {
        const [slug, [first]] = [fieldOf(record, 'slug'), asList(fieldOf(record, 'formerSlugs'))];
        if (slugField.safeParse(slug).success && slugField.safeParse(first).success)
          found.set(`${type} ${String(slug)}`, String(first));
      }
  return found;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
