// Reads an operation with its variables, once for all who have to know what it asks. What does not depend on the variables
// is kept with the operation: a request for a known one only reads the arguments that do.
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { badUserInput, MAX_ERRORS } from '../graphql/badInput.ts';
import type { Extents } from '../db/extents.ts';
import { measureOperation } from './measure.ts';
import { fragmentsOf, type Source } from './selections.ts';
import type { OperationSize } from './size.ts';
import { writeStructure } from './structure.ts';
import { type Asked, conditionsOf, Mistakes, type Survey, surveyOperation } from './survey.ts';
import { type CoerceVariables, prepareVariables } from './variables.ts';

/** What a request asks for, apart from the values: one object for the requests of an operation that the same SQL answers. */
export interface Shape {
  readonly size: OperationSize;
}

/** An operation with its variables. */
export interface ReadOperation extends Source {
  readonly operation: OperationDefinitionNode;
  readonly shape: Shape;
  /** The values of all arguments, at the places that their structures name. */
  readonly leaves: readonly unknown[];
  /** What a field asks that has arguments; undefined where the operation does not get to. */
  readonly asked: (node: FieldNode) => Asked | undefined;
}

export interface OperationRequest {
  schema: GraphQLSchema;
  /** How large the data are. */
  extents: Extents;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  request: { variables?: Record<string, unknown> | undefined };
}

/** What is kept of an operation for as long as its document is. */
interface Known {
  coerceVariables: CoerceVariables;
  fragments: Source['fragments'];
  /** The variables of `@skip` and `@include`. */
  conditions: readonly string[];
  /** By the values of these. */
  surveys: LRUCache<string, Survey>;
}

const operations = new WeakMap<OperationDefinitionNode, Known>();
/** More combinations of one operation's `@skip` and `@include` than clients use. */
const MAX_SURVEYS = 16;
const SHAPES_BYTES = 2 * 2 ** 20;
const shapes = new LRUCache<string, Shape>({
  maxSize: SHAPES_BYTES,
  sizeCalculation: (_shape, key) => 2 * key.length + 200,
});

/**
 * @returns the operation of a request, its variables coerced and its arguments checked, or what is wrong with it: five
 *   errors at most
 */
export function readOperation(
  { schema, extents, document, operation, request }: OperationRequest,
  hideSuggestions: boolean,
): ReadOperation | readonly GraphQLError[] {
  const known = operations.get(operation) ?? learn(schema, document, operation);
  const variables = known.coerceVariables(request.variables ?? {}, hideSuggestions);
  if (variables.errors.length > 0) return variables.errors;
  const source: Source = { schema, extents, fragments: known.fragments, variables: variables.values };
  const undecided = known.conditions.find((name) => source.variables[name] === null);
  if (undecided !== undefined) return [nullCondition(undecided)];
  const conditions = known.conditions.map((name) => String(source.variables[name])).join();
  try {
    const survey = known.surveys.get(conditions);
    if (survey) return finish(source, operation, survey);
    const made = surveyOperation(source, operation);
    known.surveys.set(conditions, made.survey);
    return finish(source, operation, made.survey, made.size);
  } catch (error) {
    if (error instanceof Mistakes) return error.errors;
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** A variable of `@skip` or `@include` may be null where it has a default; what it decides then, nothing says. */
function nullCondition(name: string): GraphQLError {
  return badUserInput('if', `Variable "$${name}" must not be null: \`@skip\` or \`@include\` depends on it.`);
}

function learn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Known {
  const fragments = fragmentsOf(document);
  const known = {
    coerceVariables: prepareVariables(schema, document, operation),
    fragments,
    conditions: conditionsOf(operation, fragments),
    surveys: new LRUCache<string, Survey>({ max: MAX_SURVEYS }),
  };
  operations.set(operation, known);
  return known;
}

/** @param size of the operation with these variables, if it has been measured */
function finish(
  source: Source,
  operation: OperationDefinitionNode,
  survey: Survey,
  size?: OperationSize,
): ReadOperation {
  const leaves = survey.fixedLeaves.slice();
  const open = readOpen(source, survey, leaves);
  let key = `${source.extents.version} ${survey.id}`;
  for (const { structure } of open) key += structure;
  // Only who measures or compiles an operation asks.
  let byNode: Map<FieldNode, Asked> | undefined;
  const asked = (node: FieldNode) => {
    byNode ??= new Map(survey.open.map((site, place) => [site.node, open[place] as Asked]));
    return byNode.get(node) ?? survey.fixed.get(node);
  };
  let shape = shapes.get(key);
  if (!shape) {
    shape = { size: size ?? measureOperation(source, operation, (_field, node) => asked(node)) };
    shapes.set(key, shape);
  }
  return { ...source, operation, shape, leaves, asked };
}

function readOpen(source: Source, { open }: Survey, leaves: unknown[]): Asked[] {
  const found: Asked[] = [];
  const errors: GraphQLError[] = [];
  for (const { ask } of open) {
    try {
      const asked = ask(source.variables);
      found.push({ ...asked, structure: writeStructure(asked.prisma, leaves) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (errors.push(error) === MAX_ERRORS) break;
    }
  }
  if (errors.length > 0) throw new Mistakes(errors);
  return found;
}
