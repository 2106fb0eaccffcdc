import { withClient } from '../../../src/db/client.ts';
import { datamodel } from '../../../src/model/generated/datamodel.ts';
import { actorTypes } from '../../../src/model/actorTypes.ts';

/** What exists in a database, to ask for. */
export interface Known {
  /** By model. */
  slugs: ReadonlyMap<string, readonly string[]>;
  /** Opaque ids by type. */
  ids: ReadonlyMap<string, readonly string[]>;
}

const enough = 40;

export const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

/** Reads slugs and ids of every type from the database at `url`. */
export async function readKnown(url: string): Promise<Known> {
  const slugs = new Map<string, string[]>();
  const ids = new Map<string, string[]>();
  await withClient(url, async (client) => {
    for (const { name, fields } of datamodel.models) {
      const has = (column: string) => fields.some((field) => field.name === column);
      if (!has('id')) continue;
      const slug = has('slug') ? 'slug' : 'null';
      const kind = name === 'Actor' ? `${actorTypes.column}::text` : 'null';
      const { rows } = await client.query<{ id: string; slug: string | null; kind: keyof typeof actorTypes.types }>(
        `select id::text, ${slug} as slug, ${kind} as kind from "${name}" order by id limit ${enough}`,
      );
      if (has('slug'))
        slugs.set(
          name,
          rows.map((row) => row.slug as string),
        );
      for (const row of rows) {
        const type = name === 'Actor' ? actorTypes.types[row.kind] : name;
        ids.set(type, [...(ids.get(type) ?? []), globalId(type, row.id)]);
      }
    }
  });
  return { slugs, ids };
}
