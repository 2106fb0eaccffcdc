// Fields that are missing, too many, or no such thing as they should be.
import type { Entry } from '../generate/draw.ts';
import { given, inField, inRecord, type Mistakes, type Site } from './mistake.ts';

/** What a record can't do without; of actors and places `name`, where none of their names is the primary one. */
const required: Readonly<Record<string, readonly string[]>> = {
  Case: ['slug', 'title', 'summary'],
  Document: ['slug', 'title', 'kind', 'sha256', 'codePoints'],
  DocumentLink: ['kind', 'to', 'citations'],
  Passage: ['number', 'paragraph', 'start', 'end', 'kind', 'sha256'],
  Place: ['slug', 'name', 'kind', 'citations'],
  Actor: ['slug', 'name', 'kind', 'citations'],
  Name: ['value', 'kind', 'citations'],
  Relationship: ['kind', 'to', 'citations'],
  Residence: ['place', 'citations'],
  Measure: ['kind', 'citations'],
  Event: ['slug', 'title', 'summary', 'kind', 'outcome', 'citations'],
  Participation: ['actor', 'role', 'citations'],
  Item: ['name', 'role', 'citations'],
  EventLink: ['kind', 'to', 'citations'],
  Statement: ['slug', 'summary', 'medium', 'speakers', 'citations'],
  Position: ['claim', 'stance', 'citations'],
  Claim: ['slug', 'text', 'kind', 'subject', 'citations'],
  ClaimLink: ['kind', 'to', 'citations'],
  LegalAction: ['slug', 'title', 'summary', 'kind', 'statuses', 'citations'],
  LegalParty: ['actor', 'role', 'citations'],
  LegalStatus: ['status', 'citations'],
  LegalTerm: ['then', 'state', 'citations'],
  LegalGround: ['event', 'citations'],
  LegalLink: ['kind', 'to', 'citations'],
  Citation: ['passage', 'fidelity', 'standing'],
};

const present = ({ type, entry }: Site) => given(entry, required[type] ?? []);

const lists = [
  'citations',
  'names',
  'measures',
  'participations',
  'items',
  'links',
  'positions',
  'statuses',
  'grounds',
  'derivedFrom',
  'residences',
];
const slugLists = ['speakers', 'addressees', 'actors', 'events', 'legalActions', 'holdsResponsible', 'mentions'];
const textLists = [...slugLists, 'offences', 'legalBases'];
const texts = [
  'slug',
  'title',
  'summary',
  'text',
  'name',
  'value',
  'label',
  'note',
  'then',
  'quote',
  'verbatim',
  'unit',
];

export const wrongFields: Mistakes = {
  'a required field that is left out': inRecord(
    /without|has no |has neither/,
    (site) => present(site).length > 0,
    (site, draw) => {
      const name = draw.of(present(site));
      if (draw.once(2)) Reflect.deleteProperty(site.entry, name);
      else site.entry[name] = null;
      return [name];
    },
  ),
  'an unknown field': inRecord(
    /^unknown field '/,
    () => true,
    ({ entry }, draw) => {
      const name = draw.of(['slugs', 'Kind', 'citation', 'id', 'caseId', '__proto__', 'constructor', 'toString']);
      Object.defineProperty(entry, name, { value: 'x', enumerable: true });
      return [name];
    },
  ),
  'an unknown list': {
    says: /^unknown field '/,
    make(content, draw) {
      const name = draw.of(['Events', 'event', 'passages', '__proto__', 'hasOwnProperty']);
      Object.defineProperty(content, name, { value: [], enumerable: true });
      return [name];
    },
  },
  'something else than a text': inField(/must be a text/, texts, (draw) => draw.of<unknown>([5, true, [], ['a'], {}])),
  'something else than a list': inField(/must be a list/, [...lists, ...slugLists], (draw) =>
    draw.of<unknown>(['text', 5, {}]),
  ),
  'a list of something else than texts': inRecord(
    /must be a text/,
    ({ entry }) => given(entry, textLists).length > 0,
    ({ entry }, draw) => {
      const name = draw.of(given(entry, textLists));
      entry[name] = [...(entry[name] as unknown[]), draw.of<unknown>([5, true, null, {}, ['a']])];
      return [name, (entry[name] as unknown[]).length - 1];
    },
  ),
  'something else than a number': inField(
    /must be a (whole )?number/,
    ['passage', 'number', 'start', 'size', 'reportedAge', 'codePoints', 'lower', 'upper', 'quantity'],
    (draw) => draw.of<unknown>(['5', true, [1], {}]),
  ),
  'something else than true or false': inField(/must be true or false/, ['isPrimary', 'approximate'], (draw) =>
    draw.of<unknown>(['yes', 'true', 0, []]),
  ),
  'something else than a record': {
    says: /must be a record with/,
    make(content, draw) {
      const whole = draw.of(['case', 'documents', 'actors']);
      const wrong = draw.of<unknown>(['text', 5, true, []]);
      if (whole === 'case') content['case'] = wrong;
      else (content[whole] as unknown[])[0] = wrong;
      return whole === 'case' ? [whole] : [whole, 0];
    },
  },
  'a claim about something else than one thing': inField(/subject|unknown field/, ['subject'], (draw) =>
    draw.of<unknown>([{}, 'text', [], { event: 'a', actor: 'b' }, { place: 'a' }]),
  ),
  'a list that is too long': inRecord(
    /has \d+ entries, at most 100 are allowed/,
    ({ type }) => ['LegalAction', 'Statement', 'Claim', 'Item', 'Name'].includes(type),
    ({ type, entry }, draw) => {
      const numbered = Array.from({ length: draw.of([101, 150]) }, (_, index) => index);
      const [name, list] = ((): [string, unknown[]] => {
        if (type === 'LegalAction') return ['offences', numbered.map((one) => `offence ${one}`)];
        if (type === 'Statement') return ['addressees', numbered.map((one) => `addressee-${one}`)];
        if (type === 'Claim') return ['holdsResponsible', numbered.map((one) => `responsible-${one}`)];
        return ['citations', numbered.map((one) => ({ ...first(entry), key: `key-${one}` }))];
      })();
      entry[name] = list;
      return [name];
    },
  ),
  'OTHER without a label': inRecord(
    /OTHER needs a label/,
    ({ entry }) => labelled(entry).length > 0,
    ({ entry }, draw) => other(entry, draw.of(labelled(entry))),
  ),
};

const first = (entry: Entry) => (entry['citations'] as Entry[])[0];

/** The fields of open vocabularies, in a record that has a label. */
const labelled = (entry: Entry) => (entry['label'] === undefined ? [] : given(entry, ['kind', 'role', 'medium']));

function other(entry: Entry, name: string): [string] {
  delete entry['label'];
  entry[name] = 'OTHER';
  return [name];
}
