// Selections made at random from the schema: whatever a client may ask of a type, in whatever order, within bounds.
import {
  doTypesOverlap,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
} from 'graphql';
import type { Choices } from './choices.ts';
import type { Names } from './names.ts';

type Field = GraphQLField<unknown, unknown>;

/** What stands around the fields of a selection, made by the operation. */
export interface Around {
  schema: GraphQLSchema;
  choices: Choices;
  names: Names;
  /** How the names of fragments begin, mostly. */
  prefix: string;
  /** The arguments of a field, in parentheses. */
  args(field: Field): string;
  /** Directives, with the space before them; mostly none. */
  directives(): string;
}

/** Fields and fragments of one operation at most, but for what each needs to be complete. */
const MAX_PARTS = 35;
/** Fragments in fragments, on one type. */
const MAX_NESTING = 3;

export class Selections {
  readonly fragments: string[] = [];
  private readonly spreads: { name: string; on: GraphQLCompositeType }[] = [];
  private left = MAX_PARTS;
  private readonly around: Around;

  constructor(around: Around) {
    this.around = around;
  }

  /** @returns a selection set in braces; `depth` relations lead further at most. */
  of(type: GraphQLCompositeType, depth: number, nesting = MAX_NESTING): string {
    const { choices } = this.around;
    const parts = Array.from({ length: 1 + choices.below(4) }, () => this.part(type, depth, nesting));
    if (choices.chance(3)) parts.splice(choices.below(parts.length + 1), 0, '__typename');
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: GraphQLCompositeType, depth: number, nesting: number): string {
    const { choices } = this.around;
    this.left -= 1;
    // In a union everything stands in fragments.
    const kinds = nesting > 0 && this.left > 0 ? (isUnionType(type) ? 5 : isAbstractType(type) ? 9 : 12) : 0;
    const kind = kinds === 0 ? 99 : choices.below(kinds);
    if (isUnionType(type) ? kind === 0 || kind === 1 : kind === 1) return this.inlineFragment(type, depth, nesting - 1);
    if (kind === 2) return this.spread(type, depth, nesting - 1);
    if (kind === 3 && isAbstractType(type)) return this.sameName(type, depth);
    if (isUnionType(type)) return kind === 99 ? '__typename' : this.inlineFragment(type, depth, nesting - 1);
    const fields = this.allowed(type, depth);
    if (fields.length === 0) return '__typename';
    const field = choices.of(fields);
    return kind === 4 ? this.twice(field, type, depth) : this.field(field, type, depth);
  }

  private allowed(type: GraphQLCompositeType, depth: number): Field[] {
    if (isUnionType(type)) return [];
    return Object.values(type.getFields()).filter(
      (field) => isLeafType(getNamedType(field.type)) || (this.left > 0 && (depth > 0 || isPagePart(type, field))),
    );
  }

  private field(field: Field, parent: GraphQLCompositeType, depth: number): string {
    const head = this.head(field);
    // Under its own name it may meet itself.
    return head + this.below(field, parent, depth, head.startsWith(field.name));
  }

  /** Name, alias, arguments and directives. Without arguments a field needs no alias: it is the same wherever it stands. */
  private head(field: Field, alias?: string): string {
    const { choices, names, args, directives } = this.around;
    const given = args(field);
    const bare = alias === undefined && given === '' && choices.chance(2);
    return `${bare ? '' : `${alias ?? names.next()}: `}${field.name}${given}${directives()}`;
  }

  /**
   * The selection set of a field. Where the same field stands elsewhere too (`isMerged`), a connection asks for its rows:
   * of one asked for `totalCount` alone and for rows at two places, Pothos can answer with the rows of another alias.
   */
  private below(field: Field, parent: GraphQLCompositeType, depth: number, isMerged = false): string {
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return '';
    const set = this.of(type, depth - (isPagePart(parent, field) || parent.name === 'Query' ? 0 : 1));
    return isMerged && type.name.endsWith('Connection') ? ` { nodes { __typename } ${set.slice(1)}` : ` ${set}`;
  }

  /** One field twice: what is asked below both is one answer. */
  private twice(field: Field, parent: GraphQLCompositeType, depth: number): string {
    const head = this.head(field);
    return `${head}${this.below(field, parent, depth, true)} ${head}${this.below(field, parent, depth, true)}`;
  }

  /** One response name for fields of two types, which no record has both. */
  private sameName(type: GraphQLCompositeType, depth: number): string {
    const { choices, names, schema } = this.around;
    const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const one = choices.of(members);
    const field = choices.of(this.allowed(one, depth));
    const fits = members.flatMap((other) =>
      Object.values(other.getFields())
        .filter(({ type: as }) => other !== one && String(as) === String(field.type))
        .map((otherField) => [other, otherField] as const),
    );
    const alias = names.next('same');
    const text = (of: GraphQLCompositeType, own: Field) =>
      `... on ${of.name} { ${this.head(own, alias)}${this.below(own, of, depth)} }`;
    const others = fits.length > 0 ? [choices.of(fits)] : [];
    return [text(one, field), ...others.map(([other, otherField]) => text(other, otherField))].join(' ');
  }

  private inlineFragment(type: GraphQLCompositeType, depth: number, nesting: number): string {
    const { choices, directives } = this.around;
    if (choices.chance(4)) return `...${directives()} ${this.of(type, depth, nesting)}`;
    const on = this.overlapping(type);
    return `... on ${on.name}${directives()} ${this.of(on, depth, nesting)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number, nesting: number): string {
    const { choices, directives, names, prefix, schema } = this.around;
    const known = this.spreads.filter(({ on }) => doTypesOverlap(schema, on, type));
    if (known.length > 0 && choices.chance(3)) return `...${choices.of(known).name}${directives()}`;
    const name = names.next(prefix);
    const on = choices.chance(2) ? type : this.overlapping(type);
    this.fragments.push(`fragment ${name} on ${on.name} ${this.of(on, depth, nesting)}`);
    // Known once it is complete: no fragment holds itself.
    this.spreads.push({ name, on });
    return `...${name}${directives()}`;
  }

  /** A type that a fragment within `type` may be on: mostly one of its members, sometimes what it is a member of. */
  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const { choices, schema } = this.around;
    if (isAbstractType(type) && choices.below(4) > 0) return choices.of(schema.getPossibleTypes(type));
    const all = Object.values(schema.getTypeMap()).filter(isCompositeType);
    return choices.of(all.filter((other) => isAbstractType(other) && doTypesOverlap(schema, type, other)).concat(type));
  }
}

/** Whether a field of a connection or an edge leads to what belongs to the page. */
const isPagePart = (parent: GraphQLCompositeType, field: Field) =>
  /(Connection|Edge)$/.test(parent.name) || ['PageInfo', 'FuzzyDate'].includes(getNamedType(field.type).name);
