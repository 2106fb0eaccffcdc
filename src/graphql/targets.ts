// What the records of a model are shown as, wherever a relation leads to them: their type, filter, order and connection follow
// from the target. Types are looked up when the schema is built, when each is there.
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { findField, hasSlug, modelOf } from '../model/datamodel.ts';
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { recordType } from '../model/recordTypes.ts';
import { type builder } from './builder.ts';
import { type Connection, connectionOf, type List, related } from './connections.ts';
import { filterOf } from './filters.ts';
import {
  fileOrder,
  type FixedOrder,
  inFileOrder,
  type Order,
  type OrderBy,
  orderInput,
  slugOrder,
  stableOrder,
  textOrder,
} from './orders.ts';

type Types = typeof builder.$inferSchemaTypes;
type Ref = ObjectRef<Types, object> | InterfaceRef<Types, object>;

interface Shown {
  type: Ref;
  /** The object types that a record may be: those of an interface, else the type itself. */
  variants: readonly Ref[];
}

const shown = new Map<string, Shown>();
const connections = new Map<string, Connection>();

/** What the client can order records by, by model; all others have an order of their own. */
const orders: Readonly<Record<string, Order>> = {
  Actor: orderInput('Actor', ['NAME']),
  Place: orderInput('Place', ['NAME']),
  Event: orderInput('Event', ['DATE', 'TITLE']),
  LegalAction: orderInput('LegalAction', ['DATE', 'TITLE']),
  Statement: orderInput('Statement', ['DATE']),
};

/** Shows the records of a model as `type`, or as one of its variants. */
export function show(model: string, type: unknown, variants: readonly unknown[] = [type]): void {
  shown.set(model, { type: type as Ref, variants: variants as Ref[] });
}

function shownAs(model: string): Shown {
  const found = shown.get(model);
  if (!found) throw new Error(`the API shows no records of ${model}`);
  return found;
}

/** @returns the type of the records of a model, and the object types that they may be */
export const typeOf = (model: string): Ref => shownAs(model).type;
export const variantsOf = (model: string): readonly Ref[] => shownAs(model).variants;

/** @returns the connection to records of a model */
export function connectionTo(model: string): Connection {
  const connection = connections.get(model) ?? connectionOf(model, typeOf(model));
  connections.set(model, connection);
  return connection;
}

const orderOf = (model: string): Order | FixedOrder => orders[model] ?? (hasSlug(model) ? slugOrder : stableOrder);

/** @returns what a list of all records of a model can be asked */
export const listOf = (model: string): List => ({ filter: filterOf(model), order: orderOf(model) });

/** The parts of a record come in the order of its case file, those of a text in the order of the text. */
function orderOfRelation(model: DatamodelModel, { name, type }: DatamodelField): Order | FixedOrder {
  if (model.name === 'Case' || recordType(model.name).parts[name] === undefined) return orderOf(type);
  return findField(type, 'ordinal') ? fileOrder : textOrder;
}

/** @returns the options of `t.relatedConnection` for a relation of a model, and the types that follow them */
export function pagesOf(model: DatamodelModel, relation: DatamodelField): [options: object, ...types: Connection] {
  const list = { filter: filterOf(relation.type), order: orderOfRelation(model, relation) };
  return [related(model.name, relation.name, list), ...connectionTo(relation.type)];
}

/** @returns the order of a list that is shown in full */
export function orderInFull({ type, relationName }: DatamodelField): OrderBy {
  if (relationName === 'PlaceAncestors') return [{ depth: 'desc' }, { id: 'asc' }];
  return modelOf(type).fields.some(({ name }) => name === 'ordinal') ? (inFileOrder as OrderBy) : [{ slug: 'asc' }];
}
