import { builder } from './builder.ts';
import { type Condition, everything, type Filter, type Where } from './conditions.ts';
import { modelOf } from './documentation.ts';

/**
 * A filter input: all its conditions have to hold, an absent or null one does not filter.
 * @param model the model of schema.prisma, whose comments describe the fields
 * @param conditions by field name, as Prisma and GraphQL both call it
 */
export function filterInput(model: string, description: string, conditions: Record<string, Condition>): Filter {
  const { fields } = modelOf(model);
  const about = (name: string) =>
    fields.find((f) => f.name === name || f.name === `${name}Edtf`)?.documentation ?? name;
  return conditionsInput(`${model}Filter`, description, conditions, about);
}

/** The subject of a record, held in one foreign key per type: conditions on the one that it is. */
export function subject(name: string, members: Record<string, Condition>): Condition {
  const filter = conditionsInput(
    `${name}Filter`,
    'Conditions on the one record that the subject is.',
    members,
    (member) => `the ${member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} that the subject is.`,
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
