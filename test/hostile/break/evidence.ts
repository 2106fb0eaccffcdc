// Records that rest on nothing, or say more than what they rest on; and passages that are not as a text has them.
import type { Entry } from '../generate/draw.ts';
import { inRecord, type Mistakes, type Site } from './mistake.ts';

const rests = ({ type }: Site) => !['Case', 'Document', 'Passage', 'Citation'].includes(type);
const goesBeyond = ({ type }: Site) => type === 'Participation' || type === 'LegalParty' || type === 'Claim';

/** Leaves the record one citation, changed. */
function restOn(entry: Entry, ...changes: Entry[]): void {
  const { passage, document } = (entry['citations'] as Entry[])[0] as Entry;
  const cited = { passage, ...(document !== undefined && { document }), fidelity: 'QUOTED', note: 'a note' };
  entry['citations'] = changes.map((change, index) => ({ ...cited, ...change, key: `key-${index}` }));
  delete entry['standing'];
}

const isAfter = ({ type, path }: Site) => type === 'Passage' && path.at(-1) !== 0;
const before = ({ path, owner }: Site) => (owner?.entry['passages'] as Entry[])[Number(path.at(-1)) - 1] as Entry;

export const wrongEvidence: Mistakes = {
  'a record that cites nothing': inRecord(/has no citation/, rests, ({ entry }, draw) => {
    entry['citations'] = draw.of<unknown>([[], null]);
    return ['citations'];
  }),
  'a record that no passage supports': inRecord(/has no citation that SUPPORTS it/, rests, ({ entry }, draw) => {
    restOn(entry, { relation: draw.of(['CONTEXT', 'CONTRADICTS']), standing: 'REPORTED' });
    return ['citations'];
  }),
  'a standing beyond what is cited': inRecord(
    /while the citations that support it say|without a CONTRADICTS citation/,
    rests,
    (site, draw) => {
      restOn(site.entry, { standing: 'ALLEGED' });
      const beyond = ['REPORTED', 'CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN'];
      site.entry['standing'] = goesBeyond(site) ? draw.of(beyond) : 'REPORTED';
      return ['standing'];
    },
  ),
  'a standing that only acts of actors have': inRecord(
    /can't be/,
    (site) => rests(site) && !goesBeyond(site),
    ({ entry }, draw) => {
      restOn(entry, { standing: draw.of(['CHARGED', 'ADMITTED']) });
      return ['standing'];
    },
  ),
  'citations that disagree, and no standing': inRecord(/needs a standing of its own/, rests, ({ entry }) => {
    restOn(entry, { standing: 'REPORTED' }, { standing: 'ALLEGED' });
    return ['standing'];
  }),
  'a perpetrator by allegation': inRecord(
    /PERPETRATOR needs the standing/,
    ({ type }) => type === 'Participation',
    ({ entry }, draw) => {
      restOn(entry, { standing: draw.of(['ALLEGED', 'CHARGED']) });
      entry['role'] = 'PERPETRATOR';
      return ['role'];
    },
  ),
  'a retraction that supports': inRecord(/takes back or disproves does not support/, rests, ({ entry }, draw) => {
    restOn(entry, { standing: 'REPORTED' }, { standing: draw.of(['WITHDRAWN', 'DISPROVEN']) });
    return ['citations', 1, 'standing'];
  }),
  'an inference or contradiction without a note': inRecord(/needs a note/, rests, ({ entry }, draw) => {
    const change = draw.of<Entry>([{ fidelity: 'INFERRED' }, { relation: 'CONTRADICTS' }]);
    restOn(entry, { standing: 'REPORTED' }, { standing: 'REPORTED', ...change, note: null });
    return ['citations', 1];
  }),
  'a citation of a field that is not there': inRecord(/has no field/, rests, ({ entry }, draw) => {
    restOn(entry, { standing: 'REPORTED', field: draw.of(['nothing', 'constructor', 'id', 'slug', '__proto__']) });
    return ['citations', 0, 'field'];
  }),
  'passages that overlap': inRecord(/and apart from each other/, isAfter, (site) => {
    site.entry['start'] = Number(before(site)['end']) - 1;
    return ['start'];
  }),
  'a passage that ends before it starts': inRecord(
    /correct the offsets/,
    ({ type, entry }) => type === 'Passage' && Number(entry['start']) > 0,
    ({ entry }) => {
      entry['end'] = entry['start'];
      return ['end'];
    },
  ),
  'a passage beyond its document': inRecord(
    /beyond the document's \d+ code points/,
    ({ type }) => type === 'Passage',
    ({ entry, owner }, draw) => {
      entry['end'] = Number(owner?.entry['codePoints']) + draw.of([1, 1000]);
      return ['end'];
    },
  ),
  'paragraphs out of order': inRecord(/before that of the passage above/, isAfter, (site) => {
    before(site)['paragraph'] = Number(site.entry['paragraph']) + 1;
    return ['paragraph'];
  }),
};
