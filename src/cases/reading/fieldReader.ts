/** Reads the fields of records by their schemas, and tells in our own words what is wrong with them. */
import { type z } from 'zod';
import { revealInvisible } from '../../domain/spelling.ts';
import { shorten } from '../../domain/text.ts';
import { lowerFirst } from '../../model/datamodel.ts';
import { didYouMean } from '../nearest.ts';
import { addProblems, type Problem } from '../problems.ts';
import { fieldsWithin } from './schema/fieldsWithin.ts';
import { recordFields, replacedFields } from './schema/recordFields.ts';
import { type CaseSource, type Path } from './source.ts';

export interface FieldPlaces {
  /** Where fields stand that are not at the record's path under their names. */
  fieldPaths?: ReadonlyMap<string, Path>;
  /** Fields that are missing because what gives them elsewhere is wrong, which is told there. */
  untold?: ReadonlySet<string>;
}

const noPaths: ReadonlyMap<string, Path> = new Map();
const nothing: ReadonlySet<string> = new Set();

export class FieldReader {
  readonly problems: Problem[] = [];
  readonly #source: CaseSource;

  constructor(source: CaseSource) {
    this.#source = source;
  }

  report(path: Path, message: string, of: 'value' | 'key' = 'value'): void {
    addProblems(this.problems, [{ ...this.#source.locate(path, of), message, path: path.slice(1) }]);
  }

  /**
   * Returns the fields that are right, and whether any was wrong or missing.
   * @param lists of the parts, which are fields to whoever writes the file
   */
  read(
    type: string,
    path: Path,
    value: unknown,
    lists: readonly string[] = [],
    { fieldPaths = noPaths, untold = nothing }: FieldPlaces = {},
  ) {
    const shape = recordFields[type] ?? {};
    const fields: Record<string, unknown> = {};
    if (!isRecord(value)) {
      const short = type === 'Citation' ? ': short citations stand under `cite`' : '';
      this.report(path, `must be a record with ${Object.keys(shape).slice(0, 3).join(', ')} …${short}`);
      return { fields, damaged: true };
    }
    let damaged = false;
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(shape, key) || lists.includes(key)) continue;
      const replaced = replacedFields.get(`${type}.${key}`);
      if (replaced === undefined) this.unknown([...path, key], key, [...Object.keys(shape), ...lists]);
      else this.report([...path, key], replaced, 'key');
    }
    for (const [name, schema] of Object.entries(shape)) {
      const parsed = schema.safeParse(value[name] ?? undefined);
      if (parsed.success) {
        if (parsed.data !== undefined) fields[name] = parsed.data;
        continue;
      }
      damaged = true;
      const isMissing = value[name] === undefined || value[name] === null;
      if (isMissing && untold.has(name)) continue;
      if (isMissing)
        this.report(
          path,
          `${lowerFirst(type)} without ${name}: add it${canBeDefault(type, name) ? ', here or in `defaults`' : ''}`,
        );
      else this.#reportField(fieldPaths.get(name) ?? [...path, name], name, parsed.error.issues, fieldsWithin(schema));
    }
    return { fields, damaged };
  }

  #reportField(path: Path, name: string, issues: readonly z.core.$ZodIssue[], within: readonly string[]): void {
    // Of a record with unknown fields it says nothing that others are missing.
    const unknown = issues.filter(({ code }) => code === 'unrecognized_keys');
    for (const issue of unknown.length > 0 ? unknown : issues) {
      if (issue.code === 'invalid_union') {
        // Of a union's branches, the one that took the value's type says what is wrong with it.
        const branch = issue.errors.find(
          (errors) => !errors.some((one) => one.path.length === 0 && one.code.startsWith('invalid_')),
        );
        const nested = branch?.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
        if (nested) this.#reportField(path, name, nested as z.core.$ZodIssue[], within);
        else this.report(path, `${name} must be a text, or a record of edtf and verbatim`);
        continue;
      }
      const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) this.unknown([...path, ...steps, key], key, within);
      else this.report([...path, ...steps], [[name, ...steps].join('.'), issue.message].join(' '));
    }
  }

  /** Tells of a field that there is none of, and of the one that was probably meant. */
  unknown(path: Path, key: string, known: readonly string[]): void {
    const fields = `the fields here are ${known.join(', ')}`;
    const meant = didYouMean(key, known);
    // Within braces a comma ends a value, and what follows looks like a field.
    const hint = /\s/.test(key)
      ? ': a text with a comma or colon needs quotes'
      : meant
        ? `${meant} (${fields})`
        : `: ${fields}`;
    this.report(path, `unknown field '${revealInvisible(shorten(key))}'${hint}`, 'key');
  }
}

const canBeDefault = (type: string, name: string) =>
  type === 'Citation' && Object.hasOwn(recordFields['Defaults'] ?? {}, name);

/** Whether a value of a file has fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
