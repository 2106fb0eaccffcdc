import { printable } from '../domain/text.ts';

/** A place in a file; line and column count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/** Something wrong in a case file: what is wrong and what to do, and where. */
export interface Problem extends Position {
  message: string;
  /** The fields and list positions that lead to it in the file, where it is at a value. */
  path?: readonly (string | number)[];
}

/** More than anyone reads at once: a file that is wrong throughout has as many problems as it has values. */
export const mostProblems = 1000;

/** Adds problems as long as there are not too many to be read. */
export function addProblems(problems: Problem[], found: Iterable<Problem>): void {
  for (const problem of found) {
    if (problems.length >= mostProblems) return;
    problems.push(problem);
  }
}

/** Returns the problems of all lists together, as many as are told. */
export function firstOf(...lists: readonly (readonly Problem[])[]): Problem[] {
  const problems: Problem[] = [];
  for (const list of lists) addProblems(problems, list);
  return problems;
}

/**
 * Returns the problems in the order of files and lines, as `file:line:column: message`, each once and on one line that any
 * terminal shows as it is.
 */
export function printProblems(problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  const lines = [...new Set(sorted.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`))];
  const more = problems.length >= mostProblems ? ['and more: correct these first'] : [];
  return [...lines.map(printable), ...more];
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
