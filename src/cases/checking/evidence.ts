/** What a record rests on: its citations and, from them, its standing. */
import {
  deriveStanding,
  lentStandings,
  retractions,
  standingFits,
  standingIsCited,
  standingsOf,
  supportsWhole,
  type CitedStanding,
  type Standing,
} from '../../domain/standing.ts';
import { citedStanding, labelOf } from './declarations.ts';
import { didYouMean } from '../nearest.ts';
import { asserts, recordType } from '../../model/recordTypes.ts';
import { type CaseRecord } from '../reading/record.ts';
import { recordFields } from '../reading/schema/recordFields.ts';
import { type CheckContext } from './context.ts';

export function checkEvidence(context: CheckContext): void {
  for (const record of context.content.records) {
    for (const citation of record.citations) checkCitation(context, record, citation);
    if (!asserts(record.type) || record.damaged) continue;
    if (!record.citations.length)
      context.report(
        record,
        [],
        `${labelOf(record)} has no citation: add \`cite: 12 QUOTED REPORTED\`, with the number of the passage that says it`,
      );
    else if (!record.citations.some(({ fields }) => fields['relation'] === 'SUPPORTS'))
      context.report(
        record,
        ['citations'],
        `${labelOf(record)} has no citation that SUPPORTS it: cite the passage that says it`,
      );
    else if (!citedBy(record).some(supportsWhole))
      context.report(
        record,
        ['citations'],
        `${labelOf(record)} has citations of its fields only: cite what says the whole of it, without \`field:\``,
      );
    else if (!record.shared) checkStanding(context, record);
  }
}

function checkStanding({ report }: CheckContext, record: CaseRecord): void {
  const result = standingOf(record.type, record.fields['standing'] as Standing | undefined, citedBy(record));
  if ('wrong' in result)
    report(record, record.fields['standing'] === undefined ? [] : ['standing'], `${labelOf(record)} ${result.wrong}`);
}

/** Returns what a record's citations say of its standing. */
export const citedBy = ({ citations }: CaseRecord): CitedStanding[] => citations.map(citedStanding);

/** Returns the standing of a record, written or derived; or what is wrong with it, as the end of a sentence. */
export function standingOf(
  type: string,
  written: Standing | undefined,
  cited: readonly CitedStanding[],
): { standing: Standing } | { wrong: string } {
  const standing = written ?? deriveStanding(cited);
  const supporting = lentStandings(cited).join(' and ');
  if (standing === null)
    return { wrong: `needs a standing of its own, for its citations say ${supporting}: add \`standing:\`` };
  if (!standingFits(type, standing))
    return {
      wrong: `can't be ${standing}: it may be ${oneOf(standingsOf(type))}, cite accordingly`,
    };
  if (standingIsCited(standing, cited)) return { standing };
  return retractions.includes(standing)
    ? {
        wrong: `is ${standing} without a CONTRADICTS citation of that standing: cite the passage, or correct the standing`,
      }
    : { wrong: `is ${standing} while the citations that support it say ${supporting}: correct the one or the other` };
}

const oneOf = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

function checkCitation({ report }: CheckContext, { type }: CaseRecord, citation: CaseRecord): void {
  const { relation, fidelity, field, note, standing } = citation.fields as Record<string, string | undefined>;
  if (note === undefined && (fidelity === 'INFERRED' || relation === 'CONTRADICTS') && !citation.damaged) {
    const what =
      fidelity === 'INFERRED'
        ? 'an INFERRED citation needs a note that says from what'
        : 'a CONTRADICTS citation needs a note that says what the passage says instead';
    report(citation, [], `${what}: add \`note:\``);
  }
  if (standing === 'INFERRED' && fidelity !== undefined && fidelity !== 'INFERRED')
    report(
      citation,
      ['standing'],
      `a passage that is ${fidelity} says it in some voice: write its standing, or fidelity INFERRED with a note`,
    );
  if (relation === 'SUPPORTS' && standing !== undefined && retractions.includes(standing as Standing))
    report(
      citation,
      ['standing'],
      `a passage that takes back or disproves does not support: write relation CONTRADICTS with ${standing}`,
    );
  const fields = citableFields(type);
  if (field !== undefined && !fields.includes(field))
    report(
      citation,
      ['field'],
      `${type} has no field '${field}'${didYouMean(field, fields) || `: one of ${fields.join(', ')}, or none`}`,
    );
}

/** Fields of a record that a passage can bear on. */
function citableFields(type: string): string[] {
  const { dates, references, slugLists, parts } = recordType(type);
  const names = [
    ...Object.keys(recordFields[type] ?? {}),
    ...dates,
    ...references.keys(),
    ...slugLists.keys(),
    ...Object.keys(parts),
  ];
  return [...new Set(names)].filter((name) => name !== 'slug' && name !== 'formerSlugs' && name !== 'key');
}
