// Which synthetic rows are records of which GraphQL type, and the ids that the API gives them.
import { isInterfaceType } from 'graphql';
import { actorTypes } from '../../src/model/actorTypes.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type Amount, rowCount, rowId } from '../support/rows.ts';

/** The opaque id of a record. */
export const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

const actorTypeNames = Object.values<string>(actorTypes.types);

/** The names of all types that `node` can answer with. */
export function nodeTypes(): string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('the schema has no interface Node');
  return schema.getPossibleTypes(node).map(({ name }) => name);
}

/** The model of schema.prisma that a type shows. */
export const modelOfType = (type: string) => (actorTypeNames.includes(type) ? 'Actor' : type);

/** The type of row `index` of a model: the rows of actors take the kinds of actor in turn. */
const typeOfRow = (model: string, index: number) =>
  model === 'Actor' ? (actorTypeNames[index % actorTypeNames.length] as string) : model;

/** The ids, as the API gives them, of every record of a type. */
export function idsOf(type: string, amount: Amount): string[] {
  const model = modelOfType(type);
  const indexes = Array.from({ length: rowCount(model, amount) }, (_, index) => index);
  return indexes
    .filter((index) => typeOfRow(model, index) === type)
    .map((index) => globalId(type, rowId(model, index)));
}
