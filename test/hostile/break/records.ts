// Records that stand twice, lead nowhere or to themselves, or do not fit each other.
import type { Entry } from '../generate/draw.ts';
import { anyOf, given, inRecord, type Mistake, type Mistakes, type Site } from './mistake.ts';

const references = [
  'place',
  'parent',
  'event',
  'actor',
  'to',
  'claim',
  'reportedIn',
  'occasion',
  'onBehalfOf',
  'foundAt',
  'publisherActor',
];
const slugLists = ['speakers', 'addressees', 'actors', 'events', 'legalActions', 'holdsResponsible', 'mentions'];

const isKind = (content: Entry, slug: unknown, kind: string) =>
  (content['actors'] as Entry[]).some((actor) => actor['slug'] === slug && actor['kind'] === kind);

/** A field that only one kind of actor has, in one of another kind. */
const ofAnother = (says: RegExp, kind: string, extra: Entry): Mistake =>
  inRecord(
    says,
    ({ type, entry }) => type === 'Actor' && entry['kind'] !== kind,
    ({ entry }) => {
      Object.assign(entry, extra);
      return Object.keys(extra);
    },
  );

export const wrongRecords: Mistakes = {
  'a reference to what is not there': inRecord(
    /^unknown |has no passage/,
    ({ type, entry }) => type !== 'Case' && given(entry, [...references, 'passage', 'subject']).length > 0,
    ({ entry }, draw) => {
      const name = draw.of(given(entry, [...references, 'passage', 'subject']));
      if (name === 'passage') entry[name] = 999;
      else if (name === 'subject') entry[name] = { [draw.of(['event', 'actor', 'legalAction'])]: 'nowhere' };
      else entry[name] = draw.of(['nowhere', 'constructor', 'warehouse', '0']);
      return name === 'subject' ? [name, ...Object.keys(entry[name] as Entry)] : [name];
    },
  ),
  'a list with a reference to what is not there': inRecord(
    /^unknown /,
    ({ entry }) => given(entry, slugLists).length > 0,
    ({ entry }, draw) => {
      const name = draw.of(given(entry, slugLists));
      const list = entry[name] as string[];
      entry[name] = [...list, draw.of(['nowhere', 'prototype', '0'])];
      return [name, list.length];
    },
  ),
  'a document that is not there': inRecord(
    /^unknown document/,
    ({ type }) => type === 'Citation',
    ({ entry }) => {
      entry['document'] = 'nowhere';
      return ['document'];
    },
  ),
  'a slug that stands twice': {
    says: /stands here twice/,
    make(content, draw) {
      const lists = Object.keys(content).filter((name) => Array.isArray(content[name]) && content[name].length > 1);
      const name = anyOf(draw, lists);
      if (name === undefined) return undefined;
      const list = content[name] as Entry[];
      const [first, second] = draw.of([
        [0, 1],
        [0, list.length - 1],
      ] as const);
      Object.assign(list[second] as Entry, { slug: list[first]?.['slug'] });
      return [name, second, 'slug'];
    },
  },
  'a part or citation that stands twice': inRecord(
    /twice/,
    ({ owner }) => owner !== undefined,
    ({ type, entry, path, owner }) => {
      const list = (owner as Site).entry[String(path.at(-2))] as Entry[];
      list.push(structuredClone(entry));
      return ['..', list.length - 1, type === 'Citation' ? 'passage' : type === 'Passage' ? 'number' : 'actor'];
    },
  ),
  'an entry that is listed twice': inRecord(
    /is listed twice/,
    ({ entry }) => given(entry, slugLists).some((name) => (entry[name] as string[]).length > 0),
    ({ entry }, draw) => {
      const name = draw.of(given(entry, slugLists).filter((one) => (entry[one] as string[]).length > 0));
      const list = entry[name] as string[];
      entry[name] = [...list, draw.of(list)];
      return [name, list.length];
    },
  ),
  'a slug of another case': inRecord(
    /belongs to case 'harbour-fire'/,
    ({ type }) => type === 'Event' || type === 'Statement' || type === 'Claim' || type === 'LegalAction',
    ({ type, entry }) => {
      const theirs = { Event: 'warehouse-fire', Statement: 'mayor-statement', Claim: 'fire-was-arson' };
      entry['slug'] = theirs[type as 'Event'] ?? 'doe-charge';
      return ['slug'];
    },
  ),
  'an actor whom another case describes otherwise': inRecord(
    /here and .* in case 'harbour-fire'/,
    ({ type, entry }) => type === 'Actor' && entry['kind'] !== 'PERSON',
    ({ entry }) => {
      entry['slug'] = 'mayor';
      return ['kind'];
    },
  ),
  'a link to itself': inRecord(
    /is linked to itself/,
    ({ type, owner }) => owner !== undefined && /Link$|Relationship/.test(type),
    ({ entry, owner }) => {
      entry['to'] = owner?.entry['slug'];
      return ['to'];
    },
  ),
  'a record above itself': inRecord(
    /leads back to the record itself/,
    ({ type }) => type === 'Place' || type === 'Event' || type === 'Statement',
    ({ type, entry }, draw, content) => {
      const field = type === 'Statement' ? 'reportedIn' : 'parent';
      const list = content[`${type.toLowerCase()}s`] as Entry[];
      const below = draw.of(list);
      const between = draw.of(list.filter((one) => one !== below || list.length === 1));
      between[field] = below['slug'];
      below[field] = between['slug'];
      entry[field] = below === entry ? between['slug'] : below['slug'];
      return ['..', list.indexOf(below), field];
    },
  ),
  'an asset that speaks or decides': inRecord(
    /is an ASSET and never/,
    ({ type, entry }, content) => type === 'Statement' && isKind(content, (entry['speakers'] as string[])[0], 'PERSON'),
    ({ entry }, _, content) => {
      const [slug] = entry['speakers'] as string[];
      const actor = (content['actors'] as Entry[]).find((one) => one['slug'] === slug) as Entry;
      actor['kind'] = 'ASSET';
      return ['speakers', 0];
    },
  ),
  'the size of what is no group': ofAnother(/size is for a GROUP/, 'GROUP', { size: 3 }),
  'the age of what is no person': ofAnother(/reportedAge is for a PERSON/, 'PERSON', { reportedAge: 3 }),
  'two primary names': inRecord(
    /has another primary name|is the primary name: remove name/,
    ({ type, entry }) =>
      (type === 'Actor' || type === 'Place') && (entry['names'] as Entry[] | undefined) !== undefined,
    ({ entry }) => {
      const names = entry['names'] as Entry[];
      (names[0] as Entry)['isPrimary'] = true;
      if (names.length > 1) (names[1] as Entry)['isPrimary'] = true;
      else entry['name'] = 'another';
      return names.length > 1 ? ['names', 1, 'isPrimary'] : ['name'];
    },
  ),
};
