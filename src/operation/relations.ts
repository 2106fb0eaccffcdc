// Relations as the extents of the data bound them.
import { getNamedType, type GraphQLCompositeType, type GraphQLField } from 'graphql';
import { type Extents, LIST_STEPS, LONGEST_LIST } from '../db/extents.ts';
import { isConnection } from '../graphql/metadata.ts';
import { findField, modelOf } from '../model/datamodel.ts';
import type { DatamodelField } from '../model/generated/datamodel.ts';
import { backOf } from '../model/relations.ts';
import { modelName } from './extents.ts';

/** Where a field leads: to the records of a model, by a relation or from the root. */
export interface Relation {
  /** The length of the longest list. */
  length: number;
  /** Of the lists of other lengths: how many records have a longer one than `step`. */
  longer: readonly { step: number; records: number }[];
  /** From how many records it leads to the same one, at most. */
  sharedBy: number;
  /** How many records there are to lead to, at most. */
  records: number;
}

const unknown: Relation = { length: Infinity, longer: [], sharedBy: Infinity, records: Infinity };

/** @returns what is known of the relation, or the table, behind a field; of what is not known, Infinity */
export function relationOf(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
): Relation {
  const { prismaModel, relation: shown } = field.extensions;
  if (prismaModel !== undefined) {
    const records = mostRecords(extents, prismaModel);
    return { length: records, longer: [], sharedBy: 1, records };
  }
  const model = modelName(parent);
  const relation = model !== undefined && shown ? findField(model, shown.name) : undefined;
  if (model === undefined || !relation) return unknown;
  const found = {
    ...unknown,
    length: longestList(extents, model, relation),
    longer: longerLists(extents, model, relation),
  };
  // Through a join model, as to the speakers of a statement, it leads further.
  if (shown?.through !== undefined) return found;
  const sharedBy = longestList(extents, relation.type, backOf(modelOf(model), relation));
  return { ...found, sharedBy, records: mostRecords(extents, relation.type) };
}

/** A relation to one record is a list of one. Of a list that was not counted to its end, all records may be part. */
function longestList(extents: Extents, model: string, { name, type, isList }: DatamodelField): number {
  if (!isList) return 1;
  const length = extents.most[`${model}.${name}`] ?? Infinity;
  return Math.min(length > LONGEST_LIST ? Infinity : length, mostRecords(extents, type));
}

function longerLists({ most }: Extents, model: string, { name, isList }: DatamodelField): Relation['longer'] {
  // Records are counted, or they are not.
  if (!isList || most[model] === undefined) return [];
  return LIST_STEPS.map((step) => ({ step, records: most[`${model}.${name}>${step}`] ?? 0 }));
}

const mostRecords = ({ most }: Extents, model: string): number => most[model] ?? Infinity;

/**
 * @param count of records that have lists, each of them at most `repeat` times
 * @param page entries of each list that are asked for
 * @returns how many entries their lists have at most together: they may be the longest ones of all
 */
export function entriesOf({ length, longer }: Relation, count: number, repeat: number, page: number): number {
  const most = Math.min(page, length);
  if (longer.length === 0) return times(count, most);
  return longer.reduce((sum, { step, records }, index) => {
    const entries = Math.min(longer[index + 1]?.step ?? Infinity, most) - step;
    return sum + times(Math.min(count, times(repeat, records)), Math.max(0, entries));
  }, 0);
}

/** @returns the product, 0 where there are none of what may be any size */
export const times = (count: number, each: number) => (count === 0 || each === 0 ? 0 : count * each);

/** The model of the records that a field of this type shows; of a connection, those on its page. */
export function shownModel(type: GraphQLCompositeType): string | undefined {
  return modelName(isConnection(type) ? (getNamedType(type.getFields()['nodes']?.type) as GraphQLCompositeType) : type);
}
