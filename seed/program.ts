import { type Command } from 'commander';
import { CaseProblems } from '../src/cases/problems.ts';
import { ignoreClosedOutput } from '../src/closedOutput.ts';
import { optionsTakenByNpm } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { asFailure } from '../src/shortage.ts';

/** Runs a program of the command line: what its user can put right is printed without a stack, and it exits with 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  ignoreClosedOutput();
  try {
    await main();
  } catch (error) {
    const failure = error instanceof CaseProblems ? error : asFailure(error);
    if (failure === undefined) throw error;
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Reads the command line of a program that is called `npm run <script> --`. An option that stood before `--`, which npm keeps
 * for itself, counts as given where it has no value: else `npm run seed --check` would load.
 * @throws Failure where such an option has a value: npm hands on only a part of it.
 */
export function parseCommandLine(program: Command): void {
  const script = /^npm run (\S+) --$/.exec(program.name())?.[1] ?? '';
  const taken = optionsTakenByNpm(script);
  for (const option of program.options) {
    const value = taken.get(option.name().replaceAll('-', '_'));
    if (value === undefined) continue;
    if (option.required || option.optional || value !== 'true')
      throw new Failure(
        `npm took --${option.name()} for itself: write it after --, as in npm run ${script} -- --${option.name()} …`,
      );
    program.setOptionValueWithSource(option.attributeName(), true, 'env');
  }
  program.parse();
}
