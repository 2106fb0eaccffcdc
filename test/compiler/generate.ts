// Operations made at random from the schema: whatever a client may ask, in whatever order, within bounds.
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

/** What exists in the database, to ask for. */
export interface Known {
  slugs: readonly string[];
  ids: readonly string[];
}

/** Makes choices: each call takes the next number of a tape, so that a failing operation shrinks with its tape. */
export class Choices {
  private position = 0;
  private readonly tape: readonly number[];

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  /** A whole number from 0 to below `bound`; 0 when the tape has run out. */
  below(bound: number): number {
    const number = this.tape[this.position++] ?? 0;
    return bound > 0 ? number % bound : 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  chance(oneIn: number): boolean {
    return this.below(oneIn) === oneIn - 1;
  }
}

const texts = ['a', 'ev', '%', '_', '\\\\', '\\"', "'", 'é', '', 'nothing like it'];
/** In this order: a range never ends before it starts. */
const days = { from: ['1965-01-01', '1981-06-20', '2018-06-30'], to: ['2018-06-30', '2018-07-02', '2018-12-31'] };

/** @returns the text of a valid operation. */
export function generateOperation(schema: GraphQLSchema, known: Known, choices: Choices): string {
  let names = 0;
  const fragments: string[] = [];
  const alias = () => (choices.chance(12) ? `${'long_'.repeat(14)}${names++}` : `a${names++}`);

  function value(type: GraphQLInputType, depth: number): string {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      return `[${Array.from({ length: choices.below(3) }, () => value(getNullableType(inner.ofType), depth)).join(', ')}]`;
    }
    if (isEnumType(inner)) return choices.of(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      if (inner.name === 'FuzzyDateFilter') return range();
      const fields = Object.values(inner.getFields());
      const required = fields.filter((f) => String(f.type).endsWith('!'));
      const deep = (f: (typeof fields)[number]) =>
        getNamedType(f.type).name.endsWith('Filter') && isFilter(getNamedType(f.type));
      const some = Array.from({ length: 1 + choices.below(2) }, () => choices.of(fields)).filter(
        (f) => depth > 0 || !deep(f),
      );
      const given = [...new Set([...required, ...some])];
      return `{${given.map((f) => `${f.name}: ${inner.name === 'SlugFilter' ? slugs() : value(f.type, deep(f) ? depth - 1 : depth)}`).join(', ')}}`;
    }
    return `"${choices.of(texts)}"`;
  }
  const range = () => {
    const ends = (['from', 'to'] as const)
      .filter(() => choices.chance(2))
      .map((end) => `${end}: "${choices.of(days[end])}"`);
    return `{ ${[...ends, `match: ${choices.of(['DEFINITELY', 'POSSIBLY'])}`].join(', ')} }`;
  };
  const slugs = () =>
    `[${Array.from({ length: choices.below(3) }, () => `"${choices.of([...known.slugs, 'no-such'])}"`).join(', ')}]`;
  const isFilter = (type: GraphQLNamedType) =>
    isInputObjectType(type) &&
    !['SlugFilter', 'TextFilter', 'FuzzyDateFilter'].includes(type.name) &&
    !('in' in type.getFields());

  function args(field: GraphQLField<unknown, unknown>): string {
    const named = new Map(field.args.map((argument) => [argument.name, argument]));
    const given: string[] = [];
    if (named.has('slug')) given.push(`slug: "${choices.of([...known.slugs, 'no-such'])}"`);
    if (named.has('id')) given.push(`id: "${choices.of(known.ids)}"`);
    if (named.has('ids'))
      given.push(`ids: [${Array.from({ length: choices.below(4) }, () => `"${choices.of(known.ids)}"`).join(', ')}]`);
    if (named.has('first') && choices.chance(2)) given.push(`${choices.of(['first', 'last'])}: ${choices.below(5)}`);
    for (const name of ['filter', 'orderBy']) {
      const argument = named.get(name);
      if (argument && choices.chance(3)) given.push(`${name}: ${value((argument as GraphQLArgument).type, 2)}`);
    }
    return given.length ? `(${given.join(', ')})` : '';
  }

  function field(of: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(of.type);
    const directive = choices.chance(15)
      ? choices.of([' @skip(if: true)', ' @include(if: true)', ' @skip(if: $no)'])
      : '';
    const head = `${alias()}: ${of.name}${args(of)}${directive}`;
    return isLeafType(type) ? head : `${head} ${selection(type, depth)}`;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const allowed = fields.filter((f) => depth > 0 || isLeafType(getNamedType(f.type)));
    const isPage = type.name.endsWith('Connection') || type.name.endsWith('Edge');
    const spend = (f: (typeof fields)[number]) =>
      isPage || type.name === 'Query' || isLeafType(getNamedType(f.type)) ? depth : depth - 1;
    const parts = [
      '__typename',
      ...Array.from({ length: 1 + choices.below(4) }, () => choices.of(allowed))
        .filter(Boolean)
        .map((f) => field(f, spend(f))),
    ];
    if (isAbstractType(type)) {
      for (let n = choices.below(3); n > 0; n--) {
        const member = choices.of(schema.getPossibleTypes(type));
        parts.push(`... on ${member.name} ${selection(member, depth)}`);
      }
    } else if (type.name !== 'Query' && choices.chance(6)) {
      const name = `F${names++}`;
      fragments.push(`fragment ${name} on ${type.name} ${selection(type, depth - 1 < 0 ? 0 : depth - 1)}`);
      parts.push(`...${name}`);
    }
    return `{ ${(choices.chance(5) ? parts.slice(1).concat('__typename') : parts).join(' ')} }`;
  }
  const query = schema.getQueryType();
  if (!query) throw new Error('a schema without queries');
  const body = selection(query, 2);
  return `query Random($no: Boolean! = false) { __typename @skip(if: $no) ...Root } fragment Root on Query ${body} ${fragments.join(' ')}`;
}
