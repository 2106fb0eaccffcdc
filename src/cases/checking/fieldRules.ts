/** Fields that depend on each other within one record, or on the kind of an actor. */
import { labelOf } from './declarations.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CheckContext } from './context.ts';
import { checkLabel } from './labels.ts';
import { checkMeasure, checkUnit } from './measures.ts';
import { checkNameOf } from './nameHint.ts';

export function checkFields(context: CheckContext): void {
  for (const record of context.content.records) {
    checkLabel(context, record);
    checkAsset(context, record);
    if (record.type === 'Measure') checkMeasure(context, record);
    if (record.type === 'Item') checkUnit(context, record);
    if (record.type === 'Actor') checkActor(context, record);
    checkNameOf(context, record);
    if (record.type === 'Actor' || record.type === 'Place' || record.type === 'Event') checkNames(context, record);
    if (record.type === 'LegalAction') checkStatuses(context, record);
  }
}

/** Fields of other records in which an asset can't stand: it never speaks, does or decides anything of its own accord. */
function checkAsset({ known, report }: CheckContext, record: CaseRecord): void {
  const isAsset = (slug: unknown) => typeof slug === 'string' && known.field('Actor', slug, 'kind') === 'ASSET';
  const { type, fields } = record;
  const refuse = (path: (string | number)[], slug: unknown, what: string) =>
    report(
      record,
      path,
      `'${String(slug)}' is an ASSET and never ${what}: name who stands behind it, or correct its kind`,
    );
  if (type === 'Statement') {
    const speakers = (fields['speakers'] as string[] | undefined) ?? [];
    for (const [index, slug] of speakers.entries()) if (isAsset(slug)) refuse(['speakers', index], slug, 'a speaker');
    if (isAsset(fields['onBehalfOf'])) refuse(['onBehalfOf'], fields['onBehalfOf'], 'one who has others speak for it');
  }
  const refused: Record<string, string> = {
    SPEAKER: 'a speaker',
    PERPETRATOR: 'a perpetrator',
    AUTHORITY: 'an authority',
    ASSISTING_AUTHORITY: 'an authority',
    ORGANISER: 'an organiser',
    RECRUITER: 'a recruiter',
    JUDGE: 'a judge',
  };
  const role = refused[String(fields['role'])];
  if (role && (type === 'Participation' || type === 'LegalParty') && isAsset(fields['actor']))
    refuse(['actor'], fields['actor'], role);
}

function checkActor({ known, report }: CheckContext, record: CaseRecord): void {
  const { slug, size, reportedAge, reportedAgeDate } = record.fields;
  const kind = typeof slug === 'string' ? known.field('Actor', slug, 'kind') : undefined;
  if (kind === undefined) return;
  if (size !== undefined && kind !== 'GROUP')
    report(record, ['size'], `size is for a GROUP, this is a ${String(kind)}: remove it, or write a measure`);
  if (reportedAge !== undefined && kind !== 'PERSON')
    report(record, ['reportedAge'], `reportedAge is for a PERSON, this is a ${String(kind)}: remove it`);
  if (
    !record.damaged &&
    reportedAgeDate !== undefined &&
    !record.damaged &&
    typeof slug === 'string' &&
    known.field('Actor', slug, 'reportedAge') === undefined
  )
    report(record, ['reportedAgeDate'], 'reportedAgeDate without reportedAge: add the age, or remove the date');
}

function checkNames({ report }: CheckContext, record: CaseRecord): void {
  const primary = record.parts.filter(({ type, fields }) => type === 'Name' && fields['isPrimary'] === true);
  for (const second of primary.slice(1))
    report(
      second,
      ['isPrimary'],
      `${labelOf(record)} has another primary name ('${String(primary[0]?.fields['value'])}'): keep one`,
    );
  if (record.type !== 'Event' && primary[0] && record.fields['name'] !== undefined)
    report(
      record,
      ['name'],
      `name is given although '${String(primary[0].fields['value'])}' is the primary name: remove name`,
    );
}

function checkStatuses({ report }: CheckContext, record: CaseRecord): void {
  if (!record.parts.some(({ type }) => type === 'LegalStatus'))
    report(record, [], `${labelOf(record)} has no status: add \`statuses:\` with at least one`);
}
