// The filter of each type: a condition for every enum, date, slug, text and relation that it shows, under the same name.
import { findField, hasSlug, inWords, modelOf, recordModels, shownFields } from '../model/datamodel.ts';
import { dateColumn, dateOfColumn } from '../model/dates.ts';
import type { DatamodelField } from '../model/generated/datamodel.ts';
import { memberships } from '../model/sharing.ts';
import { subjectDocumentation, subjectRelations } from '../model/subjects.ts';
import { builder } from './builder.ts';
import {
  type Condition,
  declaredBy,
  everything,
  type Filter,
  one,
  oneOf,
  place,
  reference,
  slug,
  some,
  text,
  type Where,
} from './conditions.ts';
import { date } from './dateFilter.ts';
import { enumType } from './enums.ts';

/** A filter: all its conditions have to hold, an absent or null one does not filter. */
function filterInput(model: string): Filter {
  const about = (name: string) =>
    (findField(model, name) ?? findField(model, dateColumn(name, 'edtf')))?.documentation ?? name;
  const description = `Conditions on ${inWords(model)} records: all of them have to hold.`;
  return conditionsInput(`${model}Filter`, description, conditionsOf(model), about);
}

const filters = new Map(recordModels.map(({ name }) => [name, filterInput(name)]));

/** @returns the filter of the records of a model */
export const filterOf = (model: string): Filter => filters.get(model) as Filter;

function conditionsOf(model: string): Record<string, Condition> {
  return {
    ...Object.fromEntries(shownFields(modelOf(model)).flatMap(conditionOn)),
    ...(subjectDocumentation(model) !== undefined && { subject: subject(model) }),
    // Of records without a slug their owners say it.
    ...(memberships.has(model) && hasSlug(model) && { case: declaredBy }),
  };
}

/** The condition on a field, by its name; none on numbers, flags, moments and lists of texts. */
function conditionOn(field: DatamodelField): [string, Condition][] {
  const { name, kind, type, isList } = field;
  const dateName = dateOfColumn(field);
  if (dateName !== undefined) return [[dateName, date]];
  if (kind === 'object') return [[name, isList ? some(() => filterOf(type)) : to(type)]];
  if (kind === 'enum') return [[name, oneOf(enumType(type))]];
  if (name === 'slug') return [[name, slug]];
  return type === 'String' && !isList ? [[name, text]] : [];
}

/** The condition on the one record that a relation leads to. */
function to(model: string): Condition {
  if (model === 'Place') return place;
  return hasSlug(model) ? reference : one(() => filterOf(model));
}

/** The condition on the subject of a model's records, which is held in one foreign key per type. */
function subject(model: string): Condition {
  const members = subjectRelations(model).map(({ name, type }): [string, Condition] => [name, to(type)]);
  const filter = conditionsInput(
    `${model}SubjectFilter`,
    'Conditions on the one record that the subject is.',
    Object.fromEntries(members),
    (member) => `the ${inWords(member)} that the subject is.`,
  );
  return {
    type: () => filter.ref,
    describe: () => 'Only records whose subject meets the conditions.',
    where: (_name, value: Where, at) => filter.where(value, at),
  };
}

function conditionsInput(
  name: string,
  description: string,
  conditions: Record<string, Condition>,
  about: (field: string) => string,
): Filter {
  const ref = builder.inputRef<Where>(name);
  ref.implement({
    description,
    fields: (t) => {
      const fields = Object.entries(conditions).map(([field, { type, describe }]) => [
        field,
        t.field({ type: type(), description: describe(about(field)) }),
      ]);
      return Object.fromEntries(fields) as never;
    },
  });
  return {
    ref,
    where: (value, at = { path: 'filter', depth: 0 }) => {
      const given = Object.entries(value ?? {}).filter(([, condition]) => condition != null);
      const all = given
        .map(([field, condition]) => {
          const position = { path: `${at.path}.${field}`, depth: at.depth };
          return (conditions[field] as Condition).where(field, condition as never, position);
        })
        .filter((where) => where !== everything);
      return all.length === 1 ? (all[0] as Where) : all.length ? { AND: all } : everything;
    },
  };
}
