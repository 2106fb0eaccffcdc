import type { Extents } from '../../src/db/extents.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';

/** @returns extents in which every text has as many bytes and every list as many entries. */
export function extentsOf(bytes: number, entries: number): Extents {
  const fields = datamodel.models.flatMap(({ name: model, fields: all }) =>
    all.map(({ name, kind }) => [`${model}.${name}`, kind === 'object' ? entries : bytes] as const),
  );
  return { version: `${bytes} ${entries}`, most: Object.fromEntries(fields), rows: {} };
}
