/** The rows that are computed of a whole case: how much of its passages it cites, and how far its coders agree. */
import { PassageKind } from '../../db/generated/enums.ts';
import { recordId } from '../../domain/ids.ts';
import { type ReadCase } from '../checking/check.ts';
import { type MergedRecord } from '../checking/merge.ts';
import { agreementsOf } from '../coding/agreement.ts';
import { passageId } from '../reading/keys.ts';
import { caseId, type TableRows } from './rows.ts';

/** @param merged the shared records of the case: of a passage, another case may say what kind it is. */
export function addComputed(rows: TableRows, one: ReadCase, merged: ReadonlyMap<string, MergedRecord>): void {
  const rowOf = (type: string, of: string, ordinal: number) => ({
    ...{ id: recordId(type, [['Case', one.slug], of]), caseId: caseId(one.slug), ordinal },
  });
  for (const [ordinal, { kind, passages, cited }] of coverageByKind(one, merged).entries())
    rows.add('Coverage', { ...rowOf('Coverage', kind, ordinal), kind, passages, cited });
  const { coding = [] } = one.content.source;
  for (const [ordinal, { attribute, kappa, n }] of agreementsOf(coding).entries())
    if (n > 0) rows.add('Agreement', { ...rowOf('Agreement', attribute, ordinal), attribute, kappa, n });
}

/** Of the passages that the case's own files list, by kind; kinds of which there are none are left out. */
function coverageByKind({ content: { records, keySlugs } }: ReadCase, merged: ReadonlyMap<string, MergedRecord>) {
  const cited = new Set(
    records.flatMap(({ citations }) =>
      citations.map(({ fields }) => passageId(fields['document'] as string, fields['passage'] as number, keySlugs)),
    ),
  );
  const listed = records.filter(({ type }) => type === 'Passage');
  const kindOf = ({ id, fields }: (typeof listed)[number]) => fields['kind'] ?? merged.get(id)?.fields['kind'];
  return Object.values(PassageKind).flatMap((kind) => {
    const passages = listed.filter((passage) => kindOf(passage) === kind);
    const count = passages.filter(({ id }) => cited.has(id)).length;
    return passages.length > 0 ? [{ kind, passages: passages.length, cited: count }] : [];
  });
}
