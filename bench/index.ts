/** `npm run bench`: Casebook beside hand-written SQL and PostGraphile, on the same data. */
import { Command, InvalidArgumentError } from 'commander';
import { installOnce } from '../.ci/installOnce.ts';
import { parseCommandLine, runProgram } from '../seed/program.ts';
import { createProgress, type Progress } from '../src/progress.ts';
import { measureJoins } from './joins.ts';
import { operationNames } from './operations.ts';
import { type Size, sizes } from './results.ts';
import { serverNames } from './servers.ts';
import { type Choice, neighboursOn, runSize } from './run.ts';
import { readResults, writeReport, writeResults } from './report/write.ts';
import { printTable } from './report/text.ts';

const several =
  <T extends string>(known: readonly T[]) =>
  (value: string): T[] => {
    const given = value.split(',');
    const unknown = given.find((name) => !known.includes(name as T));
    if (unknown !== undefined) throw new InvalidArgumentError(`'${unknown}' is not one of ${known.join(', ')}.`);
    return known.filter((name) => given.includes(name));
  };
const number = (value: string) => {
  if (!(Number(value) > 0)) throw new InvalidArgumentError('Expected a number above 0.');
  return Number(value);
};
const numbers = (value: string) => value.split(',').map(number);
const sizesIn = (value: string): Size[] => (value === 'both' ? ['small', 'large'] : several(sizes)(value));

interface Options extends Choice {
  size: Size[];
  report?: boolean;
  joins?: boolean;
  neighbours?: boolean;
  data?: string;
}

const program = new Command('npm run bench --')
  .description(
    'Measures Casebook, in its full configuration, beside hand-written SQL on bare node:http and beside PostGraphile 5.\n' +
      'All get the same data and questions, their answers are compared first, and they take turns.',
  )
  .option(
    '--size <small|large|both|case>',
    'the data; case is the article alone, for a quick look',
    sizesIn,
    sizesIn('both'),
  )
  .option('--rounds <n>', 'how often each server is measured', number, 5)
  .option('--seconds <s>', 'how long one round takes', number, 1.25)
  .option('--clients <n,…>', 'how many clients ask at once', numbers, [1, 16])
  .option('--operations <name,…>', operationNames.join(', '), several(operationNames), operationNames)
  .option('--only <name,…>', serverNames.join(', '), several(serverNames), [...serverNames])
  .option('--data <folder>', 'a data folder of the embedded PostgreSQL to measure on, instead of that of the size')
  .option('--joins', 'measure only how the work for filters over relations grows with the data')
  .option('--neighbours', 'measure only how long a client waits beside one that asks for as much as it can')
  .option('--report', 'measure nothing: write the documents anew from bench/results.json');

await runProgram(async () => {
  parseCommandLine(program);
  const options = program.opts<Options>();
  const progress = createProgress(process.stderr);
  try {
    if (options.report) await report(progress);
    else if (options.joins) await runJoins(progress);
    else if (options.neighbours) await runNeighbours(options, progress);
    else await run(options, progress);
  } finally {
    progress.done();
  }
});

/** Measures; what is complete is kept, beside that of the other sizes. Part of it is only printed. */
async function run({ size: chosen, data, ...choice }: Options, progress: Progress): Promise<void> {
  installOnce('bench', (text) => progress.update(text));
  for (const size of chosen) {
    const result = await runSize(size, choice, progress, data);
    progress.done();
    process.stdout.write(printTable(size, result));
    const isComplete = choice.only.length === serverNames.length && choice.operations.length === operationNames.length;
    if (!isComplete) continue;
    await writeResults({ ...(await readResults()), [size]: result });
    await report(progress);
  }
  if (chosen.length > 1) await runJoins(progress);
}

/** Measures anew what one client meets beside another, and keeps it with what was measured of the same data before. */
async function runNeighbours({ size: chosen, data }: Options, progress: Progress): Promise<void> {
  for (const size of chosen) {
    const neighbours = await neighboursOn(size, progress, data);
    const results = await readResults();
    const before = results[size];
    if (before) await writeResults({ ...results, [size]: { ...before, neighbours } });
    progress.done(`${size}: ${JSON.stringify(neighbours)}`);
  }
  await report(progress);
}

async function runJoins(progress: Progress): Promise<void> {
  await writeResults({ ...(await readResults()), joins: await measureJoins(progress) });
  await report(progress);
}

async function report(progress: Progress): Promise<void> {
  const written = await writeReport(await readResults());
  progress.done(`Written: ${written.join(', ')}`);
}
