import * as vocabulary from '../../../src/db/generated/enums.ts';
import { date } from './dates.ts';
import type { Draw, Entry } from './draw.ts';
import { type Evidences, type Source, withKeys } from './evidence.ts';
import { relationships, residences } from './relationships.ts';
import { digest, fragment, line, prose, seen, slug, stored, unit } from './text.ts';

/** A value of an open vocabulary, under `field`, with the label that OTHER needs. */
export function labelled(draw: Draw, field: string, values: Readonly<Record<string, string>>): Entry {
  const value = draw.of(Object.values(values));
  return { [field]: value, ...(value === 'OTHER' && { label: fragment(draw) }) };
}

const languages = ['en', 'fa', 'sr-Latn', 'zh-Hant-TW', 'gsw'];

/** Documents with passages, and what may be cited of them; and documents that are only known of. */
export function documents(draw: Draw): { list: Entry[]; sources: Source[] } {
  const cited = draw.list(1, 2, (index) => {
    let [end, paragraph] = [0, 1];
    const passages = draw.list(1, 5, (place) => {
      const start = end + draw.integer(0, 3);
      end = start + draw.integer(1, 200);
      paragraph += draw.integer(0, 1);
      const located = { number: place * 2 + 1, paragraph, start, end, sha256: digest(draw) };
      return {
        ...located,
        ...labelled(draw, 'kind', vocabulary.PassageKind),
        ...draw.maybe('quote', () => fragment(draw)),
      };
    });
    return {
      ...description(draw, slug(draw, 'document', index)),
      ...{ sha256: digest(draw), codePoints: end + draw.integer(0, 9), passages },
    };
  });
  const known = draw.list(0, 1, (index) => description(draw, slug(draw, 'known-of', index)));
  const sources = cited.map((entry) => ({
    document: entry.slug,
    passages: entry.passages.map(({ number }) => number),
  }));
  return { list: [...cited, ...known], sources };
}

const description = (draw: Draw, own: string) => ({
  slug: own,
  title: line(draw),
  ...labelled(draw, 'kind', vocabulary.DocumentKind),
  ...draw.maybe('language', () => draw.of(languages)),
  ...draw.maybe('published', () => date(draw)),
  ...draw.maybe('publisher', () => line(draw)),
  ...draw.maybe('url', () => draw.of(['https://example.org/?q=a&b=#c', "http://[::1]:80/';--", 'https://مثال.ایران'])),
});

/** Names of one record; where one of them is primary, the record has no `name`. */
export function names(draw: Draw, evidence: Evidences, described: boolean): Entry {
  const hasPrimary = draw.once(2);
  const list = draw.list(hasPrimary ? 1 : 0, 3, (index) => ({
    value: line(draw),
    kind: draw.of(Object.values(vocabulary.NameKind)),
    ...draw.maybe('lang', () => draw.of(languages)),
    ...(hasPrimary && index === 0 ? { isPrimary: true } : draw.once(3) && { isPrimary: false }),
    ...evidence.of('Name', ['value', 'kind']),
  }));
  return {
    ...(!hasPrimary && described && { name: line(draw) }),
    ...(list.length > 0 && { names: withKeys(list, ({ kind, value }) => [kind, seen(value)]) }),
  };
}

export function measures(draw: Draw, evidence: Evidences): Entry {
  const list = draw.list(0, 2, () => {
    const lower = draw.of([0, 0.1, 1e-7, 3, 1e15, 9007199254740991, draw.integer(0, 5000)]);
    const upper = draw.of([lower, lower * 1.5, Math.max(lower, 9007199254740991)].filter((one) => one <= 2 ** 53 - 1));
    const bounds = draw.of<Entry>([{ lower }, { upper }, { lower, upper }]);
    const kind = labelled(draw, 'kind', vocabulary.MeasureKind);
    return {
      ...kind,
      ...(kind['kind'] === 'SENTENCE' && draw.once(3)
        ? { unit: 'LIFE' }
        : { ...bounds, ...unitOf(draw, String(kind['kind'])) }),
      ...draw.maybe('approximate', () => draw.once(2)),
      ...draw.maybe('verbatim', () => fragment(draw)),
      ...evidence.of('Measure', ['kind', 'lower', 'verbatim']),
    };
  });
  return list.length > 0 ? { measures: withKeys(list, ({ kind, unit }) => [kind, stored(unit)]) } : {};
}

function unitOf(draw: Draw, kind: string): Entry {
  if (kind === 'SENTENCE') return { unit: draw.of(['Y', 'M', 'W', 'D']) };
  return ['FINE', 'BOND', 'DAMAGES'].includes(kind)
    ? { unit: draw.of(['EUR', 'IRR', 'CHF']) }
    : draw.maybe('unit', () => unit(draw));
}

export function places(draw: Draw, evidence: Evidences): Entry[] {
  const slugs: string[] = [];
  return draw.list(0, 3, (index) => {
    const parent = slugs.length > 0 && draw.once(2) ? draw.of(slugs) : undefined;
    const own = slug(draw, 'place', index);
    slugs.push(own);
    return {
      slug: own,
      ...names(draw, evidence, true),
      ...labelled(draw, 'kind', vocabulary.PlaceKind),
      ...draw.maybe('country', () => draw.of(['FR', 'NO', 'IR', 'ZW'])),
      ...(parent !== undefined && { parent }),
      ...evidence.of('Place', ['name', 'country', 'parent', 'names']),
    };
  });
}

export function actors(
  draw: Draw,
  evidence: Evidences,
  placeSlugs: readonly string[],
): { list: Entry[]; all: string[]; kinds: string[]; acting: string[] } {
  const kinds = ['PERSON', ...draw.list(0, 4, () => draw.of(Object.values(vocabulary.ActorKind)))];
  const all = kinds.map((_, index) => slug(draw, 'actor', index));
  const list = kinds.map((kind, index) => ({
    ...{ slug: all[index], kind },
    ...names(draw, evidence, true),
    ...draw.maybe('description', () => prose(draw)),
    ...(kind === 'GROUP' && draw.maybe('size', () => draw.of([1, 300, 2147483647]))),
    ...(kind === 'PERSON' &&
      draw.once(2) && { reportedAge: draw.of([0, 44, 150]), ...draw.maybe('reportedAgeDate', () => date(draw)) }),
    relationships: relationships(draw, evidence, all, kinds, index),
    residences: residences(draw, evidence, placeSlugs),
    ...measures(draw, evidence),
    ...evidence.of('Actor', ['name', 'description', 'relationships', 'residences', 'measures']),
  }));
  return { list, all, kinds, acting: all.filter((_, index) => kinds[index] !== 'ASSET') };
}
