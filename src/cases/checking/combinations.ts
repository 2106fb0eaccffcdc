/** Values that exclude each other, within a record and with the actor or the owner that it names. */
import { allows, asked, combinations, type Combination } from '../../domain/combinations.ts';
import { type Standing } from '../../domain/standing.ts';
import { type CaseRecord } from '../reading/records.ts';
import { type CheckContext } from './context.ts';
import { labelOf } from './declarations.ts';
import { citedBy, standingOf } from './evidence.ts';

export function checkCombinations(context: CheckContext): void {
  for (const record of context.content.records)
    for (const one of combinations) if (one.type === record.type) checkOne(context, record, one);
  checkRoles(context);
  checkSentences(context);
}

function checkOne(context: CheckContext, record: CaseRecord, one: Combination): void {
  const value = valueOf(context, record, one.field);
  if (value === undefined || allows(one, value)) return;
  const given: string[] = [];
  for (const [field, values] of Object.entries(one.when)) {
    const own = valueOf(context, record, field);
    if (own === undefined || (values !== 'any' && !values.includes(own))) return;
    given.push(field === 'isPrimary' ? 'the primary name' : own);
  }
  const path = [...Object.keys(one.when), one.field].filter((name) => name in record.fields);
  const tell = one.level === 'refused' ? context.report : context.warn;
  tell(
    record,
    path.slice(0, 1),
    `${labelOf(record)}: ${[...new Set(given)].join(' of ')} ${one.only ? `needs ${wordsOf(one.field, ' to be')} ${asked(one)}, not` : `does not stand with ${wordsOf(one.field)}`} ${value}: ${one.advice}`,
  );
}

const wordsOf = (field: string, toBe = '') => {
  const [first = '', second] = field.split('.');
  if (first === 'owner')
    return second === undefined ? 'a record that is' : `the ${second} of what it is part of${toBe}`;
  return second === undefined ? `the ${first}` : `the ${second} of the actor (${first})${toBe}`;
};

/** The value of a field as `Combination.when` names it; undefined where none is given. */
function valueOf({ known }: CheckContext, record: CaseRecord, field: string): string | undefined {
  const { fields, owner } = record;
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  const kindOf = (slug: unknown) => (typeof slug === 'string' ? text(known.field('Actor', slug, 'kind')) : undefined);
  const [first = '', second] = field.split('.');
  if (field === 'owner') return owner?.type;
  if (field === 'owner.kind' && owner?.type === 'Actor') return kindOf(owner.fields['slug']);
  if (first === 'owner') return text(owner?.fields[second ?? '']);
  if (second !== undefined) return kindOf(fields[first]);
  if (field !== 'standing') return text(fields[field]);
  const result = standingOf(record.type, fields['standing'] as Standing | undefined, citedBy(record));
  return 'standing' in result ? result.standing : undefined;
}

/** Roles that one actor seldom has in one event. */
const opposed: Readonly<Record<string, readonly string[]>> = {
  VICTIM: ['SUSPECT', 'PERPETRATOR'],
  AUTHORITY: ['SUSPECT', 'PERPETRATOR'],
};

function checkRoles({ content, warn }: CheckContext): void {
  for (const event of content.records.filter(({ type }) => type === 'Event')) {
    const parts = event.parts.filter(({ type }) => type === 'Participation');
    for (const part of parts)
      for (const other of parts) {
        const [role, against] = [String(part.fields['role']), String(other.fields['role'])];
        if (part.fields['actor'] === other.fields['actor'] && opposed[role]?.includes(against))
          warn(
            part,
            ['role'],
            `'${String(part.fields['actor'])}' is ${role} and ${against} of ${labelOf(event)}: is one of the two another actor, or another event?`,
          );
      }
  }
}

/** A sentence follows a conviction, which the case should have if its document tells of it. */
function checkSentences({ content, warn }: CheckContext): void {
  const parties = content.records.filter(({ type }) => type === 'LegalParty');
  const convicted = new Set(
    parties
      .filter(({ fields }) => fields['disposition'] === 'GUILTY' || fields['disposition'] === 'LIABLE')
      .map(({ fields }) => fields['actor']),
  );
  for (const { fields, owner } of parties)
    if (owner?.fields['kind'] === 'SENTENCE' && fields['role'] === 'SUBJECT' && !convicted.has(fields['actor']))
      warn(
        owner,
        ['kind'],
        `${labelOf(owner)} sentences '${String(fields['actor'])}', whom no verdict, judgment or plea of the case finds GUILTY or LIABLE: add it if a source tells of it`,
      );
}
