// Values of arguments, made from their types: literals, with variables in some places.
import {
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Choices } from './choices.ts';
import type { Known } from './known.ts';
import { leaf, type Place, slugModel, wrongLeaf } from './leaves.ts';
import { scalar, type Value } from './value.ts';

/** What is to stand in a place of an operation. */
export interface Wanted {
  type: GraphQLInputType;
  place: Place;
  /** Whether the place has a default, so that it may be left out even if its type is not nullable. */
  hasDefault: boolean;
  /** How many relations a filter may go along from here, besides one to a record with a slug. */
  deep: number;
}

export interface ValueOptions {
  known: Known;
  /** Once in how many values one is wrong; 0 for never. */
  wrongOneIn: number;
  /** May put a variable where a value is wanted; undefined for a literal. */
  putVariable?: (wanted: Wanted) => Value | undefined;
}

/** @returns a value for a place, of its type unless `wrongOneIn` says otherwise. */
export function makeValue(choices: Choices, options: ValueOptions, wanted: Wanted): Value {
  const { type, place, deep } = wanted;
  const variable = options.putVariable?.(wanted);
  if (variable) return variable;
  const inner = getNullableType(type);
  const isWrong = options.wrongOneIn > 0 && choices.chance(options.wrongOneIn);
  if (choices.chance(12) && (!isNonNullType(type) || isWrong)) return scalar(null);
  if (isListType(inner)) {
    const item = { type: inner.ofType as GraphQLInputType, place, deep, hasDefault: false };
    // Coercion makes a list of one item, but not of a variable's.
    if (choices.chance(12)) return makeValue(choices, { ...options, putVariable: undefined }, item);
    const length = isEnumType(getNamedType(type)) ? 6 : 4;
    return { kind: 'list', items: choices.list(length, () => makeValue(choices, options, item)) };
  }
  if (isInputObjectType(inner)) {
    const fields = chooseFields(choices, inner, deep, isWrong);
    return {
      kind: 'object',
      fields: fields.map((field) => [field.name, makeValue(choices, options, wantedIn(field, inner, place, deep))]),
    };
  }
  if (isWrong) return wrongLeaf(choices, inner.name, place);
  if (isEnumType(inner)) return { kind: 'enum', name: choices.of(inner.getValues()).name };
  return leaf(choices, options.known, inner.name, place);
}

function chooseFields(choices: Choices, type: GraphQLInputObjectType, deep: number, isWrong: boolean) {
  const all = Object.values(type.getFields());
  const required = all.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined && !isWrong);
  // A condition on a text or a date, an order: most of its few fields. The filter of a record: few of its many.
  const few = all.length <= 3;
  const allowed = all.filter((field) => deep > 0 || !isRecordFilter(field.type) || isWrong);
  const count = choices.of([1, 2, 1, 3, 0]);
  const some = few ? all.filter(() => !choices.chance(5)) : Array.from({ length: count }, () => choices.of(allowed));
  return [...new Set([...required, ...some])];
}

function wantedIn(field: GraphQLInputField, parent: GraphQLInputObjectType, place: Place, deep: number): Wanted {
  const { name, type } = field;
  const model = slugModel(parent.name.replace(/(Subject)?Filter$/, ''), name);
  return {
    type,
    place: /^(Slug|PlaceReference)Filter$/.test(parent.name) ? { ...place, name } : { name, model },
    hasDefault: field.defaultValue !== undefined,
    deep: isRecordFilter(type) ? deep - 1 : deep,
  };
}

/** Whether this is the filter of a type of record, at the end of a relation, and no mere condition. */
function isRecordFilter(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || /(Subject|Slug|Text|FuzzyDate)Filter$/.test(named.name)) return false;
  return named.name.endsWith('Filter') && !('in' in named.getFields());
}
