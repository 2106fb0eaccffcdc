import { asFailure } from '../src/shortage.ts';
import { CaseProblems } from '../src/cases/problems.ts';

/** Runs a program of the command line: what its user can put right is printed without a stack, and it exits with 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const failure = error instanceof CaseProblems ? error : asFailure(error);
    if (failure === undefined) throw error;
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
