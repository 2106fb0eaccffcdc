// Operations that ask for the records at the start of a path by a condition on those at its end.
import { getNamedType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import type { DatamodelModel } from '../../../src/model/generated/datamodel.ts';
import type { Path, Step } from './filterPaths.ts';
import { type Half, halvesOf, hubSlug, otherSlug } from './skewedRows.ts';

export interface Question {
  name: string;
  operation: string;
}

/** The condition that the rows of one half meet, as GraphQL. */
function conditionOn(model: DatamodelModel, half: Half): string {
  const { column, [half]: value } = halvesOf(model);
  return column === 'title' ? `title: {contains: "${value}"}` : `${column}: {in: [${value}]}`;
}

/** A filter that asks for one half of the rows at the start, if any, and of those at the end. */
function filterOf(model: DatamodelModel, steps: readonly Step[], from: Half | undefined, to: Half): string {
  const last = steps.at(-1) as Step;
  const end = last.filter ? conditionOn(last.model, to) : `in: ["${to === 'hub' ? hubSlug : otherSlug}"]`;
  const names = steps.flatMap(({ name }) => name.split('.'));
  const inner = names.reduceRight((value, name) => `${name}: {${value}}`, end);
  return from === undefined ? `{${inner}}` : `{${conditionOn(model, from)}, ${inner}}`;
}

/** What is asked of the rows: none meets the first, as no record of the hub's half leads to one of the other, but by the hub. */
const halves: readonly { from?: Half; to: Half }[] = [
  { from: 'hub', to: 'others' },
  { from: 'hub', to: 'hub' },
  { to: 'others' },
];

const selections = { 'a page': '{ nodes { __typename id } }', 'the count': '{ totalCount }' };

function* asked(
  list: string,
  model: DatamodelModel,
  steps: readonly Step[],
  around: (list: string) => string,
): Generator<Question> {
  for (const { from, to } of halves)
    for (const [what, selection] of Object.entries(selections)) {
      const filter = filterOf(model, steps, from, to);
      yield {
        name: `${what}, ${from ?? 'all'} to ${to}`,
        operation: around(`${list}(first: 1, filter: ${filter}) ${selection}`),
      };
    }
}

/** @returns the questions about the records of a root's list */
export const rootQuestions = ({ root, steps }: Path): Question[] => [
  ...asked(root.name, root.model, steps, (list) => `{ ${list} }`),
];

/** @returns the questions about the list that the first step of a path is, of the record that is a hub; none where it is no list */
export function listQuestions({ root, steps: [first, ...steps] }: Path): Question[] {
  const record = root.model.name.charAt(0).toLowerCase() + root.model.name.slice(1);
  const type = getNamedType(schema.getQueryType()?.getFields()[record]?.type);
  if (!first || steps.length === 0 || !(isObjectType(type) || isInterfaceType(type))) return [];
  const filter = type.getFields()[first.name]?.args.find(({ name }) => name === 'filter');
  if (!filter || !isInputObjectType(getNamedType(filter.type))) return [];
  return [...asked(first.name, first.model, steps, (list) => `{ ${record}(slug: "${hubSlug}") { ${list} } }`)];
}
