// Every place of the schema where a client may put a text that is looked for.
import { getNamedType, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import type { Request } from './servers.ts';

export interface TextPosition {
  /** The name that an error has for it. */
  argumentName: string;
  /** An operation that looks for `text` there, by a variable or written out. */
  ask(text: string, isLiteral: boolean): Request;
  /** What it answers when nothing is found. */
  none: Record<string, unknown>;
}

const textOf: Record<string, string> = { SlugFilter: 'in', TextFilter: 'contains' };

/** @returns the arguments `slug`, and the texts of all filters, as far as one relation away. */
export function textPositions(): TextPosition[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    if (args.some((argument) => argument.name === 'slug')) return [slugPosition(name)];
    const filter = getNamedType(args.find((argument) => argument.name === 'filter')?.type);
    if (!isInputObjectType(filter)) return [];
    return texts(filter, 1).map((path) => filterPosition(name, filter.name, path));
  });
}

/** The paths to the texts of a filter. */
function texts(filter: GraphQLInputObjectType, relations: number): string[][] {
  return Object.values(filter.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    const key = textOf[inner.name];
    if (key !== undefined) return [[name, key]];
    if (relations === 0 || !isInputObjectType(inner)) return [];
    return texts(inner, relations - 1).map((path) => [name, ...path]);
  });
}

const slugPosition = (field: string): TextPosition => ({
  argumentName: 'slug',
  ask: (slug, isLiteral) =>
    isLiteral
      ? { query: `{${field}(slug:${JSON.stringify(slug)}){id}}` }
      : { query: `query($slug:String!){${field}(slug:$slug){id}}`, variables: { slug } },
  none: { [field]: null },
});

function filterPosition(field: string, type: string, path: readonly string[]): TextPosition {
  const wrap = (text: string) => {
    const value = path.at(-1) === 'in' ? [text] : text;
    return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  };
  const written = (text: string) => JSON.stringify(wrap(text)).replace(/"(\w+)":(?=[{["])/g, '$1:');
  return {
    argumentName: ['filter', ...path].join('.'),
    ask: (text, isLiteral) =>
      isLiteral
        ? { query: `{${field}(filter:${written(text)}){totalCount}}` }
        : { query: `query($filter:${type}){${field}(filter:$filter){totalCount}}`, variables: { filter: wrap(text) } },
    none: { [field]: { totalCount: 0 } },
  };
}
