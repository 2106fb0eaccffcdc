/** Makes one record of what several cases say of it. */
import { type Standing, type CitedStanding } from '../../domain/standing.ts';
import { foldSpelling } from '../../domain/spelling.ts';
import { type DeclarationIndex } from './declarationIndex.ts';
import { type Declaration } from './declarations.ts';
import { standingOf } from './evidence.ts';
import { fieldOf, findField } from '../../model/datamodel.ts';
import { isShownInFull, LONGEST_FULL_LIST } from '../../model/lists.ts';
import { asserts, recordType } from '../../model/recordTypes.ts';
import { ordinals } from './siblings.ts';

/** A shared record as all cases together describe it. */
export interface MergedRecord {
  id: string;
  type: string;
  owner?: { id: string; type: string };
  ordinal: number;
  /** Values, dates as EDTF text and references as slugs, as in a declaration. */
  fields: Readonly<Record<string, unknown>>;
  standing: Standing | null;
  /** Slugs of the cases that declare it or refer to it. */
  cases: readonly string[];
}

/** Why cases can't stand side by side. */
export interface MergeProblem {
  id: string;
  label: string;
  kind: 'conflict' | 'missing' | 'undescribed' | 'standing' | 'primary' | 'many';
  field: string;
  /** The cases concerned, in the order of their slugs; of a conflict the two. */
  cases: readonly string[];
  /** The values that conflict, or what is wrong with the standing. */
  values: readonly unknown[];
}

/** Merges the records with these ids (see `related`): the first case that gives a field, by slug, gives it for all. */
export function mergeRecords(
  index: DeclarationIndex,
  ids: Iterable<string>,
): { merged: MergedRecord[]; problems: MergeProblem[] } {
  const merged: MergedRecord[] = [];
  const problems: MergeProblem[] = [];
  const ordinalOf = ordinals(index);
  for (const id of ids) {
    const made = mergeOne(index, id, ordinalOf, problems);
    if (made) merged.push(made);
  }
  return { merged, problems };
}

function mergeOne(
  index: DeclarationIndex,
  id: string,
  ordinalOf: ReturnType<typeof ordinals>,
  problems: MergeProblem[],
): MergedRecord | null {
  const declared = index.of(id);
  const [first] = declared;
  if (!first) return null;
  const { type, label, owner } = first.declaration;
  const cases = declared.map(({ caseSlug }) => caseSlug);
  const report = (
    kind: MergeProblem['kind'],
    field: string,
    values: readonly unknown[] = [],
    concerned: readonly string[] = cases,
  ) => problems.push({ id, label, kind, field, cases: concerned, values });
  const fields: Record<string, unknown> = {};
  const givers: Record<string, string> = {};
  for (const { caseSlug, declaration } of declared)
    for (const [name, value] of Object.entries(declaration.given)) {
      if (fields[name] === undefined) [fields[name], givers[name]] = [value, caseSlug];
      else if (fields[name] !== value) report('conflict', name, [fields[name], value], [givers[name] ?? '', caseSlug]);
    }
  const ownerType = owner === undefined ? undefined : index.of(owner)[0]?.declaration.type;
  const base = {
    id,
    type,
    ...(owner && ownerType && { owner: { id: owner, type: ownerType } }),
    ordinal: ordinalOf(id, owner),
    cases,
  };
  if (Object.keys(fields).length === 0) {
    report('undescribed', '');
    return null;
  }
  const name = nameOf(index, id, type, fields, (values, concerned) => report('primary', 'name', values, concerned));
  const complete = { ...fields, ...name };
  const required = [...requiredFields(type), ...(type === 'Document' ? ofText(index, id, fields) : [])];
  for (const field of required) if (complete[field] === undefined) report('missing', field);
  const { model, parts } = recordType(type);
  for (const [list, part] of Object.entries(parts))
    if (isShownInFull(model, fieldOf(model, list)) && partsIn(index, id, part).size > LONGEST_FULL_LIST)
      report('many', list);
  return { ...base, fields: complete, standing: asserts(type) ? standingOfAll(type, fields, declared, report) : null };
}

function standingOfAll(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  declared: readonly { declaration: Declaration }[],
  report: (kind: MergeProblem['kind'], field: string, values: readonly unknown[]) => void,
): Standing | null {
  const cited: CitedStanding[] = declared.flatMap(({ declaration }) => declaration.cited);
  const result = standingOf(type, fields['standing'] as Standing | undefined, cited);
  if ('standing' in result) return result.standing;
  report('standing', 'standing', [result.wrong]);
  return null;
}

/** The name to show: the primary name, whichever case gives it, else the description given in place of a name. */
function nameOf(
  index: DeclarationIndex,
  id: string,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  conflict: (values: readonly unknown[], cases: readonly string[]) => void,
): Record<string, unknown> {
  if (!findField(type, 'named')) return {};
  const primary = [...partsIn(index, id, 'Name').values()]
    .flat()
    .filter(({ declaration }) => declaration.given['isPrimary'] === true);
  const [first] = primary;
  const spelling = ({ declaration }: { declaration: Declaration }) => foldSpelling(String(declaration.given['value']));
  // Two of one case are told by the case's own checks.
  const other = primary.find((one) => first && one.caseSlug !== first.caseSlug && spelling(one) !== spelling(first));
  if (first && other)
    conflict([first.declaration.given['value'], other.declaration.given['value']], [first.caseSlug, other.caseSlug]);
  return first
    ? { name: first.declaration.given['value'], named: true }
    : { named: fields['name'] === undefined ? undefined : false };
}

/** The parts of one type that the record has, each with its declarations: one for each case that declares it. */
function partsIn(index: DeclarationIndex, owner: string, type: string) {
  const parts = [...index.partsOf(owner)].map((part) => [part, index.of(part)] as const);
  return new Map(parts.filter(([, [first]]) => first?.declaration.type === type));
}

/** The fields that a document has whose text is there: one that is only known of has none of them, and no passages. */
function ofText(index: DeclarationIndex, id: string, fields: Readonly<Record<string, unknown>>): readonly string[] {
  const names = ['sha256', 'codePoints'];
  const hasText = names.some((name) => fields[name] !== undefined) || partsIn(index, id, 'Passage').size > 0;
  return hasText ? names : [];
}

const given = new Set(['standing', 'named', 'isPrimary', 'approximate']);

function requiredFields(type: string): string[] {
  return recordType(type)
    .values.filter(({ name, isRequired, isList }) => isRequired && !isList && !given.has(name))
    .map(({ name }) => name);
}
