// What two coders have settled on (seed/coding) is what the case files say: a record that is lost, or says something else
// than was settled, is named.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { citedBy, standingOf } from '../../src/cases/checking/evidence.ts';
import { readCoding } from '../../src/cases/coding/agreement.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { type CaseRecord } from '../../src/cases/reading/record.ts';
import { readRecords } from '../../src/cases/reading/records.ts';
import { type CodedDate } from '../../src/cases/reading/schema/values.ts';
import { projectFolder } from '../../src/config.ts';
import { type Standing } from '../../src/domain/standing.ts';
import { asserts } from '../../src/model/recordTypes.ts';

const coded = readdirSync(join(projectFolder, 'seed', 'coding')).map((file) => file.slice(0, -'.csv'.length));

/** What a coder calls a record: what it is, whose it is, and what tells it from its siblings. */
function namesOf({ type, fields, owner }: CaseRecord): string[] {
  const given = (name: string) => String(fields[name]);
  const of = String(owner?.fields['slug']);
  const date = (fields['date'] as CodedDate | undefined)?.edtf ?? 'undated';
  // Where several have the same ends, by what tells them apart.
  const apart = (name: string) => [name, ...['title', 'kind'].map((field) => `${name}/${given(field)}`)];
  switch (type) {
    case 'Passage':
      return [`passage ${given('number')}`];
    case 'Name':
      // The coders wrote names without commas, brackets and quotation marks.
      return [`${String(owner?.type).toLowerCase()} name ${of}/${given('value').replace(/[,()"]/g, '')}`];
    case 'Relationship':
      return apart(`relationship ${of}/${given('to')}`);
    case 'Participation':
      return [`participation ${of}/${given('actor')}`];
    case 'LegalParty':
      return [`party ${of}/${given('actor')}`];
    case 'LegalStatus':
      return [`status ${of}/${given('status')} ${date}`];
    case 'Item':
      return [`item ${of}/${given('name')}`];
    case 'Measure':
      return [`measure ${of}`];
    case 'LegalGround':
      return [`ground ${of}/${given('event')}`];
    case 'LegalTerm':
      return [`term ${of}`];
    case 'Position':
      return [`position ${of}/${given('claim')}`, `position ${of}/${given('claim')}/${given('claim')}`];
    case 'EventLink':
    case 'ClaimLink':
    case 'DocumentLink':
    case 'LegalLink': {
      const name = `${type.slice(0, -'Link'.length).toLowerCase()} link ${of}/${given('to')}`;
      return [name, `${name}/${of} to ${given('to')}`];
    }
    default:
      return [`${type.replace('LegalAction', 'legal action').toLowerCase()} ${given('slug')}`];
  }
}

/** What two coders decide on, of the records that have it. */
const pinned = ['role', 'standing', 'stance', 'kind', 'outcome', 'date'];

function valueOf(record: CaseRecord, attribute: string): unknown {
  // A record without a date was settled as undated: a date that is added later is told.
  if (attribute === 'date') return (record.fields['date'] as CodedDate | undefined)?.edtf ?? 'undated';
  if (attribute !== 'standing' || !asserts(record.type)) return record.fields[attribute];
  const result = standingOf(record.type, record.fields['standing'] as Standing | undefined, citedBy(record));
  return 'standing' in result ? result.standing : result.wrong;
}

/** The date of a status is in what the coders call it; a case and its documents, passages and citations decide no standing. */
function decides({ type, fields }: CaseRecord, attribute: string): boolean {
  if (attribute === 'date') return type === 'Event' || type === 'Statement';
  if (attribute === 'standing') return asserts(type);
  return type !== 'Document' && fields[attribute] !== undefined;
}

async function recordsOf(slug: string): Promise<Map<string, CaseRecord[]>> {
  const { source } = await readCase(join(projectFolder, 'seed', 'cases', slug));
  const byName = new Map<string, CaseRecord[]>();
  for (const record of readRecords(source).content.records)
    for (const name of namesOf(record)) byName.set(name, [...(byName.get(name) ?? []), record]);
  return byName;
}

test.each(coded)('the case %s says what was settled, of every record on which two coders decided', async (slug) => {
  const file = join(projectFolder, 'seed', 'coding', `${slug}.csv`);
  const byName = await recordsOf(slug);
  const settled = readCoding(file, readFileSync(file, 'utf8')).filter((one) => one.settled !== '');
  expect(settled.length).toBeGreaterThan(0);
  const differences = settled.flatMap(({ record, attribute, settled: value }) => {
    const found = (byName.get(record) ?? []).map((one) => valueOf(one, attribute));
    if (found.includes(value)) return [];
    const instead = found.length > 0 ? found.join(' or ') : 'no such record';
    return [`${record}: ${attribute} was settled as ${value}, the case has ${instead}`];
  });
  expect(differences).toEqual([]);
});

test.each(coded)('the case %s says nothing on which the two coders have not settled', async (slug) => {
  const file = join(projectFolder, 'seed', 'coding', `${slug}.csv`);
  const settled = new Set(
    readCoding(file, readFileSync(file, 'utf8')).map((one) => `${one.record}: ${one.attribute} ${one.settled}`),
  );
  const records = [...new Set([...(await recordsOf(slug)).values()].flat())];
  const unsettled = records.flatMap((record) =>
    pinned
      .filter((attribute) => decides(record, attribute))
      .filter((attribute) =>
        namesOf(record).every((name) => !settled.has(`${name}: ${attribute} ${String(valueOf(record, attribute))}`)),
      )
      .map((attribute) => `${String(namesOf(record)[0])},${attribute},,,${String(valueOf(record, attribute))}`),
  );
  expect(unsettled).toEqual([]);
});
