// The root fields of records with a slug: one by slug, all as a connection. What they ask of Prisma is a function in the
// field's extensions, which the resolver calls: whoever reads the schema finds the same.
import { inWords } from '../model/datamodel.ts';
import { builder } from './builder.ts';
import { type Connection, type List, listArguments } from './connections.ts';
import type { Context } from './context.ts';
import { type KeysetArguments, onPage } from './keysetPages.ts';
import { readText } from './readText.ts';

interface Delegate {
  findUnique: (query: object) => Promise<object | null>;
  findMany: (query: object) => Promise<object[]>;
  count: (query: object) => Promise<number>;
}
const delegate = (context: Context, name: string) =>
  (context.prisma as unknown as Record<string, Delegate>)[name] as Delegate;

/** Adds `<name>(slug:)` and the connection `<plural>` of a model to the query type. */
export function rootFields(
  name: string,
  plural: string,
  type: unknown,
  model: string,
  list: List,
  connection: Connection,
): void {
  const label = inWords(name);
  const bySlug = ({ slug }: { slug: string }) => ({ where: { slug: readText(slug, 'slug') } });
  builder.queryField(name, (t) =>
    t.prismaField({
      type: type as never,
      nullable: true,
      description: `The ${label} with this slug; null when there is none.`,
      args: { slug: t.arg.string({ required: true, description: `The slug of the ${label}.` }) },
      extensions: {
        prismaModel: model,
        prismaArguments: bySlug,
      },
      resolve: (query, _root, args, context) =>
        delegate(context, name).findUnique({ ...query, ...bySlug(args) }) as never,
    }),
  );
  const { args, query: listQuery, extensions } = listArguments(model, list);
  builder.queryField(plural, (t) =>
    t.prismaConnection(
      {
        type: type as never,
        cursor: 'id' as never,
        description: `All ${inWords(plural)}. ${list.order.describe}`,
        args,
        extensions: { prismaModel: model, ...extensions },
        totalCount: (_root, values, context) =>
          delegate(context, name).count({ where: listQuery(values as never).where }),
        resolve: (query, _root, values, context) => {
          const { keyset } = values as unknown as KeysetArguments;
          const rows = onPage({ ...(query as object), ...listQuery(values as never) }, keyset);
          return delegate(context, name).findMany(rows) as never;
        },
      },
      ...connection,
    ),
  );
}
