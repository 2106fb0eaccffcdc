/** The citations of a record, short or in full, as the citations in full that everything else reads. */
import { readShortCitation } from './shortCitation.ts';
import { type Path } from './source.ts';

/** What a file gives for the citations that leave it out, and where it stands. */
export interface Defaults {
  fields: Readonly<Record<string, unknown>>;
  path: Path;
}

/** A citation in full. */
export interface FullCitation {
  path: Path;
  value: unknown;
  /** Where fields stand that are not in the record at `path` under their names. */
  fieldPaths: ReadonlyMap<string, Path>;
}

/** A citation, or what is wrong with what stands in its place. */
export type ExpandedCitation = FullCitation | { path: Path; wrong: string };

/** Returns the citations that `cite` holds: one or a list, each a number, a short text, a short text with a note, or a record. */
export function expandCite(path: Path, value: unknown, defaults: Defaults): ExpandedCitation[] {
  if (value === null || value === undefined) return [];
  const entries = Array.isArray(value)
    ? value.map((one, index) => [[...path, index], one] as const)
    : [[path, value] as const];
  return entries.map(([place, one]) => expandOne(place, one, defaults));
}

/** Returns a citation that is written in full with what the file gives for all. */
export function complete(path: Path, value: unknown, defaults: Defaults): FullCitation {
  if (!isRecord(value)) return { path, value, fieldPaths: new Map() };
  const left = Object.keys(defaults.fields).filter((name) => value[name] === undefined || value[name] === null);
  return {
    path,
    value: { ...value, ...Object.fromEntries(left.map((name) => [name, defaults.fields[name]])) },
    fieldPaths: new Map(left.map((name) => [name, [...defaults.path, name]])),
  };
}

function expandOne(path: Path, value: unknown, defaults: Defaults): ExpandedCitation {
  if (typeof value === 'number') return short(path, path, String(value), undefined, defaults);
  if (typeof value === 'string') return short(path, path, value, undefined, defaults);
  if (!isRecord(value)) return { path, wrong: 'must be the number of a passage, or a citation such as `12 QUOTED`' };
  const [[key, note] = ['', undefined], ...others] = Object.entries(value);
  if (!/^\d/.test(key)) return complete(path, value, defaults);
  return others.length > 0
    ? { path, wrong: 'several citations in one record: begin each with a hyphen' }
    : short(path, [...path, key], key, note, defaults);
}

function short(path: Path, place: Path, text: string, note: unknown, defaults: Defaults): ExpandedCitation {
  const read = readShortCitation(text);
  if ('wrong' in read) return { path, wrong: read.wrong };
  const fields = { ...read.fields, ...(note !== undefined && { note }) };
  const full = complete(path, fields, defaults);
  return { ...full, fieldPaths: new Map([...full.fieldPaths, ['note', place]]) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
