/** The part of the package `edtf` (which has no types) that dates.ts uses: the syntax tree of a date. */
declare module 'edtf' {
  export interface ParsedDate {
    type?: 'Date' | 'Season';
    level?: number;
    /** Year, month from 0 (a season's number for a season), day; more of them for a time of day. */
    values: number[];
    /** Bits for the digits written X: 1, 2, 4 and 8 for those of the year, 48 the month, 192 the day. */
    unspecified?: number;
  }
  export type ParsedEdtf =
    | { type: 'Date' | 'Season'; level: number; values: number[]; unspecified?: number }
    | { type: 'Interval'; level: number; values: (ParsedDate | number | null)[] }
    | {
        type: 'Set';
        level: number;
        values: (ParsedDate | [ParsedDate, ParsedDate])[];
        earlier?: boolean;
        later?: boolean;
      }
    | { type: 'List'; level: number; values: unknown[] }
    | { type: 'Year'; level: number; values: number[] }
    | { type: 'Decade'; level: number; values: number[] }
    | { type: 'Century'; level: number; values: number[] };
  /** Throws where the text is not EDTF. */
  export function parse(text: string): ParsedEdtf;
}
