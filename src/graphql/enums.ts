import type { EnumRef } from '@pothos/core';
import type * as enums from '../db/generated/enums.ts';
import { builder, type BuilderTypes } from './builder.ts';
import { enumOf } from './documentation.ts';

type Enums = typeof enums;
type Value<Name extends keyof Enums> = Enums[Name][keyof Enums[Name]];
type Ref<Name extends keyof Enums> = EnumRef<PothosSchemaTypes.ExtendDefaultTypes<BuilderTypes>, Value<Name>>;

/** @returns an enum of schema.prisma as a GraphQL enum, with its descriptions. */
function fromPrisma<Name extends keyof Enums>(name: Name): Ref<Name> {
  const { documentation, values } = enumOf(name);
  const described = values.map((value) => [value.name, { value: value.name, description: value.documentation }]);
  const options = { description: documentation, values: Object.fromEntries(described) };
  return builder.enumType(name, options as never) as unknown as Ref<Name>;
}

export const ActorKind = fromPrisma('ActorKind');
export const CitationRelation = fromPrisma('CitationRelation');
export const ClaimKind = fromPrisma('ClaimKind');
export const ClaimLinkKind = fromPrisma('ClaimLinkKind');
export const DatePrecision = fromPrisma('DatePrecision');
export const Disposition = fromPrisma('Disposition');
export const DocumentKind = fromPrisma('DocumentKind');
export const EventKind = fromPrisma('EventKind');
export const EventLinkKind = fromPrisma('EventLinkKind');
export const Fidelity = fromPrisma('Fidelity');
export const Harm = fromPrisma('Harm');
export const ItemRole = fromPrisma('ItemRole');
export const LegalActionKind = fromPrisma('LegalActionKind');
export const LegalLinkKind = fromPrisma('LegalLinkKind');
export const LegalPartyRole = fromPrisma('LegalPartyRole');
export const LegalStatusKind = fromPrisma('LegalStatusKind');
export const LegalTermState = fromPrisma('LegalTermState');
export const MeasureKind = fromPrisma('MeasureKind');
export const NameKind = fromPrisma('NameKind');
export const Outcome = fromPrisma('Outcome');
export const ParticipationRole = fromPrisma('ParticipationRole');
export const PassageKind = fromPrisma('PassageKind');
export const PlaceKind = fromPrisma('PlaceKind');
export const RelationshipKind = fromPrisma('RelationshipKind');
export const Stance = fromPrisma('Stance');
export const Standing = fromPrisma('Standing');
export const StatementMedium = fromPrisma('StatementMedium');
