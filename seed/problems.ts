/** A place in a file; line and column count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/** Something wrong in a case file: what is wrong and what to do, and where. */
export interface Problem extends Position {
  message: string;
}

/** Returns the problems in the order of files and lines, as `file:line:column: message`, each once. */
export function printProblems(problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  return [...new Set(sorted.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`))];
}

/** Case files that can't be loaded: every problem found, not only the first. */
export class CaseProblems extends Error {
  override name = 'CaseProblems';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(printProblems(problems).join('\n'));
    this.problems = problems;
  }
}
