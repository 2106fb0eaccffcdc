import { type Declarations } from './declarations.ts';
import { addProblems, type Problem } from '../problems.ts';
import { placeIn, type CaseContent, type CaseRecord } from '../reading/record.ts';
import { type Path } from '../reading/source.ts';
import { type KnownRecords } from './known.ts';

/** A case as others see it: one that is given as well, or one in the database. */
export interface OtherCase {
  slug: string;
  declarations: Declarations;
  /** Its own records that have a slug, as `Event free-iran-rally-2018` and, for those that had another before, as `#<id>`. */
  ownSlugs: ReadonlySet<string>;
}

/** What a check needs: the case, what references may reach, where to report. */
export interface CheckContext {
  content: CaseContent;
  known: KnownRecords;
  /** Reports what is wrong with a record, or with the value at `path` in it. */
  report(record: CaseRecord, path: Path, message: string): void;
  /** As `report`, of what is likely wrong and may still be so: the case loads. */
  warn(record: CaseRecord, path: Path, message: string): void;
  /** Returns `didYouMean`, or nothing where there are more problems already than are told. */
  suggest(text: string, candidates: Iterable<string>): string;
}

/** Makes the function that reports into `problems`, with the place in the file. */
export function reporter(content: CaseContent, problems: Problem[]): CheckContext['report'] {
  return (record, path, message) => {
    const place = placeIn(record, path);
    addProblems(problems, [{ ...content.source.locate(place), message, path: place.slice(1) }]);
  };
}

/** Returns `file:line` of a record, to point from one problem to another place. */
export function placeOf(content: CaseContent, record: CaseRecord): string {
  const { file, line } = content.source.locate(record.path);
  return `${file}:${line}`;
}
