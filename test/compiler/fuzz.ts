// `npm run fuzz`: the comparison of compiler and resolvers that `npm test` makes for some seconds, at length.
import { Command, InvalidArgumentError } from 'commander';
import { parseCommandLine, runProgram } from '../../seed/program.ts';
import globalSetup from '../support/globalSetup.ts';
import globalTeardown from '../support/globalTeardown.ts';
import { createDatabase, runVariable, type TestRun } from '../support/databases.ts';
import { createProgress } from '../../src/progress.ts';
import type { Tally } from './compare.ts';
import { contents, openDatasets } from './datasets.ts';
import { checkEqual } from './property.ts';

interface Options {
  runs: number;
  minutes: number;
  seed: number;
  path?: string;
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return number;
}

const program = new Command('npm run fuzz --')
  .description(
    'Sends random operations to the compiler and to the resolvers, on the cases and on synthetic rows, and compares the\n' +
      'answers. A difference is made as small as it gets, printed with both answers, and ends it with 1.',
  )
  .option('--runs <number>', 'runs at most, of some seven operations each', readNumber, 1_000_000)
  .option('--minutes <number>', 'how long at most', readNumber, 10)
  .option('--seed <number>', 'what all operations follow from (default: another one each time)', readNumber)
  .option('--path <path>', 'the failing run of a seed, as a difference prints it');

await runProgram(async () => {
  parseCommandLine(program);
  const options: Options = { seed: Date.now() & 0x7fffffff, ...program.opts<Omit<Options, 'seed'>>() };
  const progress = createProgress(process.stderr);
  console.log(`seed ${options.seed}`);
  progress.update('starting');
  await globalSetup();
  try {
    const run = JSON.parse(process.env[runVariable] ?? '') as TestRun;
    const urls: string[] = [];
    for (const { content } of contents) urls.push(await createDatabase(run, content));
    const datasets = await openDatasets(urls);
    let told: readonly Tally[] = [];
    const difference = await checkEqual(datasets, {
      runs: options.runs,
      seed: options.seed,
      time: options.minutes * 60_000,
      path: options.path,
      onRun(runs, tallies) {
        told = tallies;
        if (runs % 20 === 0) progress.update('comparing', `run ${runs}: ${summary(tallies)}`);
      },
    });
    progress.done(summary(told));
    for (const { servers } of datasets) await servers[Symbol.asyncDispose]();
    if (difference !== undefined) {
      console.log(difference);
      process.exitCode = 1;
    }
  } finally {
    await globalTeardown();
  }
});

/** How many operations were compared, and what became of them. */
function summary(tallies: readonly Tally[]): string {
  const sums = new Map<string, number>();
  for (const [outcome, count] of tallies.flatMap((tally) => [...tally])) {
    sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  }
  const all = [...sums.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...sums].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${count} ${outcome}`);
  return `${all} operations: ${parts.join(', ')}`;
}
