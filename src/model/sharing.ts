/** What cases share: a many-to-many relation with Case says which cases declare a record; it leaves with the last one. */
import { findField, modelOf, recordModels } from './datamodel.ts';
import { type JoinTable, joinTableOf } from './relations.ts';

/** By model, the relation between Case and the records that several cases may declare; of names and measures, those of all owners. */
export const memberships: ReadonlyMap<string, JoinTable> = new Map(
  modelOf('Case').fields.flatMap((field) => {
    const table = field.kind === 'object' ? joinTableOf(modelOf('Case'), field) : undefined;
    return table ? [[field.type, table]] : [];
  }),
);

for (const { name } of recordModels)
  if (name !== 'Case' && !memberships.has(name) && !findField(name, 'caseId'))
    throw new Error(
      `schema.prisma does not say whose the records of ${name} are: add \`cases Case[] @relation("Case${name}s")\` for records that cases share, or \`caseId\` and \`case\``,
    );

/**
 * @param owner the record that it is a part of; null at the top level of a case file
 * @returns whether a record of the model belongs to all cases that declare it: a part does where its owner does
 */
export const isShared = (model: string, owner: { shared: boolean } | null): boolean =>
  memberships.has(model) && (owner?.shared ?? true);
