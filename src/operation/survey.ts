// What of an operation does not depend on its variables, but those of `@skip` and `@include`.
import { type ASTNode, type FieldNode, GraphQLError, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { MAX_ERRORS } from '../graphql/badInput.ts';
import { variablesIn } from './argumentReader.ts';
import { type AskArguments, type AskedArguments, prepareArguments } from './arguments.ts';
import { measureOperation } from './measure.ts';
import { type Source } from './selections.ts';
import type { OperationSize } from './size.ts';
import { writeStructure } from './structure.ts';

/** A field to which an operation gives arguments. */
interface Site {
  node: FieldNode;
  ask: AskArguments;
}

/** What a site asks, its values apart. */
export interface Asked extends AskedArguments {
  structure: string;
}

/** The sites of an operation. */
export interface Survey {
  readonly id: number;
  /** What those ask whose arguments hold no variable, and their values. */
  readonly fixed: ReadonlyMap<FieldNode, Asked>;
  readonly fixedLeaves: readonly unknown[];
  /** The others. */
  readonly open: readonly Site[];
}

/** Mistakes of the client's that were found together. */
export class Mistakes extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(`${errors.length} mistakes`);
    this.errors = errors;
  }
}

let surveys = 0;

/**
 * @returns the sites that an operation reaches, and its size with these variables
 * @throws Mistakes for arguments that no field can answer, GraphQLError for an operation too large to be measured
 */
export function surveyOperation(
  source: Source,
  operation: OperationDefinitionNode,
): { survey: Survey; size: OperationSize } {
  const asked = new Map<FieldNode, AskedArguments>();
  const sites: Site[] = [];
  const errors: GraphQLError[] = [];
  const size = measureOperation(source, operation, (field, node) => {
    if (field.args.length === 0) return undefined;
    const known = asked.get(node);
    if (known || errors.length === MAX_ERRORS) return known;
    try {
      const ask = prepareArguments(field, node);
      const found = ask(source.variables);
      asked.set(node, found);
      sites.push({ node, ask });
      return found;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(error);
      return undefined;
    }
  });
  if (errors.length > 0) throw new Mistakes(errors);
  const fixedLeaves: unknown[] = [];
  const fixed = new Map<FieldNode, Asked>();
  for (const { node } of sites.filter((site) => !isOpen(site))) {
    const known = asked.get(node) as AskedArguments;
    fixed.set(node, { ...known, structure: writeStructure(known.prisma, fixedLeaves) });
  }
  return { survey: { id: surveys++, fixed, fixedLeaves, open: sites.filter(isOpen) }, size };
}

/** Whether the arguments hold a variable. */
const isOpen = ({ node }: Site) => node.arguments?.some(({ value }) => variablesIn(value).length > 0) ?? false;

/** @returns the names of the variables that `@skip` and `@include` depend on, anywhere in an operation. */
export function conditionsOf(operation: OperationDefinitionNode, fragments: Source['fragments']): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const search = (root: ASTNode) =>
    visit(root, {
      Directive: ({ arguments: args = [] }) => {
        for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
      FragmentSpread: ({ name: { value: fragment } }) => {
        const definition = fragments.get(fragment);
        if (!definition || seen.has(fragment)) return;
        seen.add(fragment);
        search(definition);
      },
    });
  search(operation);
  return [...names];
}
