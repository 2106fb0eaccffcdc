import type { CodedAttribute } from '../coding/agreement.ts';
import { type Position } from '../problems.ts';

/** The file, then the keys and list positions that lead to a value in it. */
export type Path = readonly (string | number)[];

/** A case as it was written, before it is checked. */
export interface CaseSource {
  /** Where it comes from, for messages. */
  folder: string;
  /** The sha256 of its files and of the format they are read in. */
  revision: string;
  /** By file: its content as plain values; undefined where it can't be read. */
  files: ReadonlyMap<string, unknown>;
  /** What two coders wrote of it, where it was coded twice. */
  coding?: readonly CodedAttribute[];
  /** Returns where the value at `path` stands, or its key where there is one and `of` asks for it. */
  locate(path: Path, of?: 'value' | 'key'): Position;
}
