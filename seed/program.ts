import { Failure } from '../src/failure.ts';
import { CaseProblems } from './problems.ts';

/** Runs a program of the command line: what its user can put right is printed without a stack, and it exits with 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof CaseProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
