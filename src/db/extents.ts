/** How large the data are, as far as the server knows: what bounds an answer before it is made. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { datamodel } from './generated/datamodel.ts';

/** What is known of the data of one moment. */
export interface Extents {
  /** Another one for other figures. */
  readonly version: string;
  /**
   * By `Model.field`, as the loader measures it (seed/database/extents.ts): of a text or a list of texts, the bytes that
   * the JSON of the longest value takes; of a relation to many records, the length of the longest list.
   */
  readonly most: Readonly<Record<string, number>>;
  /** By model: about how many records there are. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Nothing is known: every text and every list may have any length. */
export const unknownExtents: Extents = { version: '', most: {}, rows: {} };

/** Milliseconds between two looks. */
const pause = 1000;

/** Disposing of it ends the looking. */
export interface WatchedExtents extends AsyncDisposable {
  /** Those of a moment ago: a second, or as long as the database has not answered. */
  readonly current: Extents;
}

const models = datamodel.models.map(({ name }) => name);

/** The planner's own figures: -1 for a table that it has never looked at. */
const text = `select md5(extents::text || number) as version, extents as most,
  (select jsonb_object_agg(relname, greatest(reltuples, 0)) from pg_class
   where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname = any($1)) as rows
  from "Revision" where md5(extents::text || number) <> $2`;

/**
 * Begins to look how large the data in `pool` are, and goes on looking; what fails is tried again.
 * @returns when it has looked once
 */
export async function watchExtents(pool: pg.Pool): Promise<WatchedExtents> {
  let current = unknownExtents;
  const stopped = new AbortController();
  const look = async () => {
    const { rows } = await pool.query<Extents>({ name: 'extents', text, values: [models, current.version] });
    if (rows[0]) current = rows[0];
  };
  await look().catch(() => {});
  const over = (async () => {
    for (;;) {
      await sleep(pause, undefined, { signal: stopped.signal, ref: false });
      await look().catch(() => {});
    }
  })().catch(() => {});
  return {
    get current() {
      return current;
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await over;
    },
  };
}
