// What the API has to tell of a generated case: read off the file's content by rules of its own, not by the loader's.
import type { GeneratedCase } from '../generate/case.ts';
import type { Entry, Told } from '../generate/draw.ts';
import { edtfOf } from '../generate/order.ts';
import { stored } from '../generate/text.ts';
import { legalDate } from './legalDate.ts';
import { type Content, otherEnds } from './otherEnds.ts';

const dateFields = ['published', 'reportedAgeDate', 'since', 'until', 'asOf', 'date', 'by'];
const partsOfEvent = ['names', 'participations', 'items', 'measures', 'links'];
const partsOfLaw = ['parties', 'statuses', 'terms', 'grounds'];
const parts = [...partsOfEvent, ...partsOfLaw, 'passages', 'derivedFrom', 'relationships', 'residences', 'positions'];

/** @returns by list: its records as an answer has them once `plain` has been at it. */
export function expectedOf({ content, dates }: GeneratedCase): Record<string, Entry[]> {
  const file = turned(content as Content);
  const only = String(file.documents[0]?.['slug']);
  const lists = Object.entries(file).filter(([list]) => list !== 'case') as [string, Entry[]][];
  return Object.fromEntries(
    lists.map(([list, entries]) => [
      list,
      entries.map((entry) => ({ ...finish(list, told(list, entry, only, dates)), ...otherEnds(file, list, entry) })),
    ]),
  );
}

/** RELATED_TO has no direction: the event whose slug comes first has the link, after its own ones. */
function turned(file: Content): Content {
  const linksOf = (event: Entry) => (event['links'] ?? []) as Entry[];
  const isTurned = (event: Entry, { kind, to }: Entry) => kind === 'RELATED_TO' && String(to) < String(event['slug']);
  const arriving = file.events.flatMap((event) =>
    linksOf(event).flatMap((link) =>
      isTurned(event, link) ? [{ at: link['to'], link: { ...link, to: event['slug'] } }] : [],
    ),
  );
  const events = file.events.map((event) => ({
    ...event,
    links: [
      ...linksOf(event).filter((link) => !isTurned(event, link)),
      ...arriving.filter(({ at }) => at === event['slug']).map(({ link }) => link),
    ],
  }));
  return { ...file, events };
}

/** A record and its parts: with standing, whole dates, texts as they are stored. */
function told(list: string, entry: Entry, only: string, dates: ReadonlyMap<string, Told>): Entry {
  const made: Entry = {};
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'key') continue;
    if (dateFields.includes(name)) made[name] = dateOf(value, dates);
    else if (parts.includes(name)) made[name] = (value as Entry[]).map((part) => told(name, part, only, dates));
    else if (name === 'citations') made[name] = (value as Entry[]).map((one) => citation(one, only));
    else made[name] = trimmed(value);
  }
  if (list !== 'documents' && list !== 'passages') made['standing'] ??= supporting(entry);
  if (list === 'names') made['isPrimary'] ??= false;
  if (list === 'measures') made['approximate'] ??= false;
  return made;
}

function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimmed);
  return stored(value);
}

/** The standing of a record that writes none: its supporting citations agree on it. */
function supporting({ citations }: Entry): unknown {
  return (citations as Entry[]).find(({ relation = 'SUPPORTS' }) => relation === 'SUPPORTS')?.['standing'];
}

function dateOf(written: unknown, dates: ReadonlyMap<string, Told>): Entry {
  const verbatim = typeof written === 'object' ? (written as Entry)['verbatim'] : undefined;
  return { ...dates.get(edtfOf(written) ?? ''), verbatim: trimmed(verbatim) };
}

function citation({ key: _, passage, document = '', relation = 'SUPPORTS', ...rest }: Entry, only: string): Entry {
  const cited = { number: passage, document: document === '' ? only : document };
  return { ...(trimmedFields(rest) as Entry), relation, passage: cited };
}

const trimmedFields = (entry: Entry) =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, trimmed(value)]));

/** What is concluded from parts: a name, the date of a legal action. */
function finish(list: string, record: Entry): Entry {
  if (list === 'actors' || list === 'places') {
    const primary = ((record['names'] ?? []) as Entry[]).find(({ isPrimary }) => isPrimary === true);
    return { ...record, name: primary?.['value'] ?? record['name'], named: primary !== undefined };
  }
  if (list === 'claims') return { ...record, subject: Object.values(record['subject'] as Entry)[0] };
  if (list !== 'legalActions') return record;
  const events = [...new Set(((record['grounds'] ?? []) as Entry[]).map(({ event }) => event))];
  return { ...record, events, ...legalDate(record['statuses'] as Entry[]) };
}
