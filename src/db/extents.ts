/** How large the data are, as far as the server knows: what bounds an answer before it is made. */
import { datamodel } from '../model/generated/datamodel.ts';
import type { ReadingPool } from './readingPool.ts';

/** Of a list that is longer, no more is known than that it is. No page is longer. */
export const LONGEST_LIST = 100;
/** Of how many records have a longer list is known for these lengths. */
export const LIST_STEPS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];

/** What is known of the data of one moment. */
export interface Extents {
  /** Another one for other figures. */
  readonly version: string;
  /**
   * By `Model.field`, as the loader measures it (src/cases/storing/extents.ts): of a text or a list of texts, the bytes that
   * the JSON of the longest value takes; of a relation to many records, the length of the longest list, or one more than LONGEST_LIST.
   * By `Model`: how many records there are at most; by `Model.field>n`: how many of them have a longer list than n, for the n of
   * LIST_STEPS, left out where none has. Unless every case has counted its records these are left out altogether.
   */
  readonly most: Readonly<Record<string, number>>;
  /** By model: about how many records there are. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Nothing is known: every text and every list may have any length. */
export const unknownExtents: Extents = { version: '', most: {}, rows: {} };

/** Milliseconds after which what is known is looked at again when it is used. */
const fresh = 1000;

/** What is known of the data now. */
export interface KnownExtents {
  /** As they were a second ago, or when an operation last asked for them; asking for them makes them be looked at again. */
  readonly current: Extents;
}

const models = datamodel.models.map(({ name }) => name);

/** The planner's own figures, -1 for a table that it has never looked at; rounded, so that few changes make another version. */
const text = `select * from (
    select md5(concat(r.number, r.extents, t.rows)) as version, r.extents as most, t.rows
    from "Revision" r, (
      select jsonb_object_agg(relname, case when reltuples > 0 then power(2, ceil(log(2, reltuples::numeric))) else 0 end) as rows
      from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname = any($1)
    ) t
  ) known where version <> $2`;

/**
 * Looks how large the data in `pool` are, and again whenever that is asked; while the database does not answer, what was
 * known last goes on being known.
 * @returns when it has looked once
 */
export async function watchExtents(pool: ReadingPool): Promise<KnownExtents> {
  let current = unknownExtents;
  let looked = -Infinity;
  let isLooking = false;
  const look = async () => {
    isLooking = true;
    try {
      const { rows } = await pool.query<Extents>({ name: 'extents', text, values: [models, current.version] });
      if (rows[0]) current = rows[0];
    } catch {
      // The operation that asked meets the same failure, and tells it.
    } finally {
      isLooking = false;
      looked = performance.now();
    }
  };
  await look();
  return {
    get current() {
      if (!isLooking && performance.now() - looked > fresh) void look();
      return current;
    },
  };
}
