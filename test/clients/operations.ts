/** The ready operations as a client with a cache asks them: with the id of every record. */
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  isUnionType,
  Kind,
  type NamedTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const root = new URL('../../', import.meta.url);
const schema = buildSchema(readFileSync(new URL('schema.graphql', root), 'utf8'));

const idField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };
const namedType: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Node' } };
/** Of a union: each of its types is a Node. */
const idOfNode: InlineFragmentNode = {
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: namedType,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [idField] },
};

/** @returns the document, each selection of records having their id. */
function withIds(text: string): DocumentNode {
  const info = new TypeInfo(schema);
  return visit(
    parse(text),
    visitWithTypeInfo(info, {
      SelectionSet(node) {
        const type = info.getParentType();
        const own = type && 'getFields' in type && 'id' in type.getFields();
        const added = own ? [idField] : isUnionType(type) ? [idOfNode] : [];
        const asked = node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === 'id');
        return asked || !added.length ? undefined : { ...node, selections: [...added, ...node.selections] };
      },
    }),
  );
}

/** @returns name and document of each file in `operations/`. */
export const operations = readdirSync(new URL('operations/', root)).map((name) => ({
  name,
  document: withIds(readFileSync(new URL(`operations/${name}`, root), 'utf8')),
}));
