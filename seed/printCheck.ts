/** What `npm run seed -- --check` prints: for people, or as JSON for editors and programs. */
import { CaseProblems, printProblems, type Problem } from '../src/cases/problems.ts';
import { Failure } from '../src/failure.ts';
import { type Checked } from './checkCommand.ts';

/**
 * Prints what was found. Returns whether nothing is wrong or missing.
 * @throws CaseProblems where something is wrong.
 */
export function printChecked({ problems, doubts, ofFolders, lines, incomplete }: Checked): boolean {
  for (const warning of [...ofFolders, ...printProblems(doubts)]) console.warn(`warning: ${warning}`);
  if (problems.length > 0) throw new CaseProblems(problems);
  for (const line of lines) console.log(line);
  return incomplete.length === 0;
}

/**
 * Prints one JSON document, `{ "problems": [{ file, line, column, severity, message, path }] }`, in the order of files and lines. What is not of a
 * file has null in place of file, line and column. Returns whether there is no error in it.
 */
export async function printAsJson(check: () => Promise<Checked>): Promise<boolean> {
  const problems = await check().then(
    ({ problems: wrong, doubts, ofFolders, incomplete }) => [
      ...ofFolders.map((message) => told('warning', { message })),
      ...inOrder([
        ...[...wrong, ...incomplete].map((one) => told('error', one)),
        ...doubts.map((one) => told('warning', one)),
      ]),
    ],
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      return [told('error', { message: error.message })];
    },
  );
  console.log(JSON.stringify({ problems }, null, 2));
  return problems.every(({ severity }) => severity !== 'error');
}

function told(severity: 'error' | 'warning', { message, ...place }: Partial<Problem> & { message: string }) {
  const { file = null, line = null, column = null, path = [] } = place;
  return { file, line, column, severity, message, path };
}

const inOrder = (problems: readonly ReturnType<typeof told>[]) =>
  problems.toSorted(
    (a, b) =>
      ((a.file ?? '') < (b.file ?? '') ? -1 : (a.file ?? '') > (b.file ?? '') ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
