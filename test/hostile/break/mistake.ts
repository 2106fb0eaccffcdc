// What can be done wrong in a case, and where in it.
import { recordType, topLevelLists } from '../../../src/model/recordTypes.ts';
import { type Path } from '../../../src/cases/reading/source.ts';
import type { Draw, Entry } from '../generate/draw.ts';

export interface Mistake {
  /** What the problem is told to be. */
  says: RegExp;
  /** Makes the mistake. Returns where it is; undefined where the case has nothing that could be wrong like this. */
  make(content: Entry, draw: Draw): Path | undefined;
}

/** By what is wrong, in the words of who wrote the file. */
export type Mistakes = Readonly<Record<string, Mistake>>;

/** A record of a case, the case itself among them. */
export interface Site {
  type: string;
  entry: Entry;
  path: Path;
  owner?: Site;
}

function sitesIn(content: Entry): Site[] {
  const sites: Site[] = [{ type: 'Case', entry: content['case'] as Entry, path: ['case'] }];
  const walk = (list: unknown, type: string, path: Path, owner?: Site) => {
    for (const [index, entry] of ((list as Entry[] | undefined) ?? []).entries()) {
      const site = { type, entry, path: [...path, index], ...(owner && { owner }) };
      sites.push(site);
      walk(entry['citations'], 'Citation', [...site.path, 'citations'], site);
      for (const [name, part] of Object.entries(recordType(type).parts))
        walk(entry[name], part, [...site.path, name], site);
    }
  };
  for (const [list, type] of Object.entries(topLevelLists)) walk(content[list], type, [list]);
  return sites;
}

/** One of the list, where it has any. */
export const anyOf = <T>(draw: Draw, list: readonly T[]): T | undefined =>
  list.length > 0 ? draw.of(list) : undefined;

/** Those of the fields that the record has. */
export const given = (entry: Entry, fields: readonly string[]) => fields.filter((name) => entry[name] !== undefined);

/** A mistake in a record of its own: `make` is called with one that `fits`, and returns the field that is wrong. */
export function inRecord(
  says: RegExp,
  fits: (site: Site, content: Entry) => boolean,
  make: (site: Site, draw: Draw, content: Entry) => Path,
): Mistake {
  return {
    says,
    make(content, draw) {
      const fitting = sitesIn(content).filter((site) => fits(site, content));
      // Types first: a case has ten times as many citations as events.
      const type = anyOf(draw, [...new Set(fitting.map((site) => site.type))]);
      const site = anyOf(
        draw,
        fitting.filter((one) => one.type === type),
      );
      if (site === undefined) return undefined;
      const [step, ...rest] = make(site, draw, content);
      return step === '..'
        ? [...site.path.slice(0, -1), ...rest]
        : [...site.path, ...(step === undefined ? [] : [step, ...rest])];
    },
  };
}

/** A mistake in the value of one of the fields, wherever a record has it. */
export function inField(says: RegExp, fields: readonly string[], wrong: (draw: Draw, value: unknown) => unknown) {
  return inRecord(
    says,
    ({ entry }) => given(entry, fields).length > 0,
    ({ entry }, draw) => {
      const name = draw.of(given(entry, fields));
      entry[name] = wrong(draw, entry[name]);
      return [name];
    },
  );
}
