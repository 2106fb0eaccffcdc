/** Which records rest on the passages of a document. */
import { labelOf } from './declarations.ts';
import { placeOf } from './context.ts';
import { type CaseContent } from '../reading/record.ts';

/** Returns the records of the cases that cite a document, as `event 'fire' (events.yaml:12)`, by number of the passage. */
export function recordsCiting(cases: readonly CaseContent[], document: string): Map<number, string[]> {
  const citing = new Map<number, string[]>();
  for (const content of cases)
    for (const record of content.records)
      for (const { fields } of record.citations) {
        const { document: cited, passage } = fields as { document?: string; passage?: number };
        if (cited !== document || passage === undefined) continue;
        const named = `${labelOf(record)} (${placeOf(content, record)})`;
        const records = citing.get(passage) ?? [];
        if (!records.includes(named)) citing.set(passage, [...records, named]);
      }
  return citing;
}

/** Returns records as the end of a sentence: the first few, and how many more there are. */
export function listRecords(records: readonly string[], most = 10): string {
  if (records.length === 0) return 'no record rests on it';
  const more = records.length > most ? `, and ${records.length - most} more` : '';
  return `on it rest${records.length === 1 ? 's' : ''} ${records.slice(0, most).join(', ')}${more}`;
}
