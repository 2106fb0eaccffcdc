import type { EnumRef } from '@pothos/core';
import { datamodel, type DatamodelEnum } from '../model/generated/datamodel.ts';
import { builder } from './builder.ts';

type Ref = EnumRef<typeof builder.$inferSchemaTypes, string>;

/** An enum of schema.prisma as a GraphQL enum, with its descriptions. */
function fromPrisma({ name, documentation, values }: DatamodelEnum): Ref {
  const described = values.map((value) => [value.name, { value: value.name, description: value.documentation }]);
  const options = { description: documentation, values: Object.fromEntries(described) };
  return builder.enumType(name, options as never) as unknown as Ref;
}

const refs = new Map(datamodel.enums.map((one) => [one.name, fromPrisma(one)]));

/** @returns the GraphQL enum of an enum of schema.prisma; throws for a name that none has */
export function enumType(name: string): Ref {
  const ref = refs.get(name);
  if (!ref) throw new Error(`schema.prisma has no enum ${name}`);
  return ref;
}
