/** Values that exclude each other, within a record and with the actor or the owner that it names. */
import { allows, asked, type Combination } from '../../domain/combinations/combination.ts';
import { combinations } from '../../domain/combinations/combinations.ts';
import { type Standing } from '../../domain/standing.ts';
import { type CaseRecord } from '../reading/record.ts';
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
  const value = one.advice === null ? undefined : valueOf(context, record, one.field);
  if (value === undefined || allows(one, value)) return;
  const given: string[] = [];
  for (const [field, values] of Object.entries(one.when)) {
    const own = valueOf(context, record, field);
    if (own === undefined || (values !== 'any' && !values.includes(own))) return;
    given.push(field === 'isPrimary' ? 'the primary name' : own);
  }
  const path = [...Object.keys(one.when), one.field].filter((name) => name in record.fields);
  const tell = one.level === 'refused' ? context.report : context.warn;
  const [what, linked] = wordsOf(one.field);
  const wrong = one.only
    ? `needs ${what}${linked ? ' to be' : ''} ${asked(one)}, not ${value}`
    : `does not stand with ${what} ${value}`;
  tell(record, path.slice(0, 1), `${labelOf(record)}: ${[...new Set(given)].join(' of ')} ${wrong}: ${one.advice}`);
}

/** What to call a field, and whether it is one of another record. */
function wordsOf(field: string): [what: string, linked: boolean] {
  const [first = '', second] = field.split('.');
  if (first === 'owner')
    return second === undefined ? ['a record that is', false] : [`the ${second} of what it is part of`, true];
  if (first === 'parent') return [`the ${second} of its parent`, true];
  return second === undefined ? [`the ${first}`, false] : [`the ${second} of the actor (${first})`, true];
}

/** The value of a field as `Combination.when` names it; undefined where none is given. */
function valueOf({ known }: CheckContext, record: CaseRecord, field: string): string | undefined {
  const { fields, owner } = record;
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  const kindOf = (type: string, slug: unknown) =>
    typeof slug === 'string' ? text(known.field(type, slug, 'kind')) : undefined;
  const [first = '', second] = field.split('.');
  if (field === 'owner') return owner?.type;
  if (field === 'standing') return standingIn(record);
  if (first === 'owner' && second === 'standing') return owner === null ? undefined : standingIn(owner);
  if (field === 'owner.kind' && owner?.type === 'Actor') return kindOf('Actor', owner.fields['slug']);
  if (first === 'owner') return text(owner?.fields[second ?? '']);
  if (first === 'parent') return kindOf(record.type, fields['parent']);
  return second === undefined ? text(fields[field]) : kindOf('Actor', fields[first]);
}

function standingIn(record: CaseRecord): string | undefined {
  const result = standingOf(record.type, record.fields['standing'] as Standing | undefined, citedBy(record));
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
