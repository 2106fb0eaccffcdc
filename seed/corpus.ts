/** `npm run corpus`: loads a synthetic corpus, to measure and to try things on. */
import { Command, InvalidArgumentError } from 'commander';
import { join, resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { createProgress } from '../src/progress.ts';
import { loadCorpus } from './corpus/load.ts';
import { parseCommandLine, runProgram } from './program.ts';

interface Options {
  events: number;
  seed: number;
  data?: string;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1 to 9999999.');
  return Number(value);
}

const program = new Command('npm run corpus --')
  .description(
    'Loads synthetic cases, about nobody: their slugs begin with `synthetic-`. With DATABASE_URL they go there; else into an\n' +
      'embedded PostgreSQL with a data folder of its own, apart from the real cases. What is there already is left.',
  )
  .option('--events <number>', 'how many events; there are five statements to each', wholeNumber, 2000)
  .option('--seed <number>', 'another seed makes another corpus', wholeNumber, 1)
  .option('--data <folder>', 'the data folder of the embedded PostgreSQL (default: .data/corpus-<events>-<seed>)')
  .addHelpText(
    'after',
    `
Examples:
  npm run corpus                              2,000 events and 10,000 statements
  npm run corpus -- --events 20000            20,000 events and 100,000 statements, about a million citations
  DATA_FOLDER=.data/corpus-2000-1 npm start   serves them`,
  );

await runProgram(async () => {
  parseCommandLine(program);
  const { events, seed, data } = program.opts<Options>();
  const config = readConfig();
  const dataFolder = data === undefined ? join(config.dataFolder, `corpus-${events}-${seed}`) : resolve(data);
  const progress = createProgress(process.stderr);
  try {
    await using database = await openDatabase({ ...config, dataFolder }, { progress, join: true });
    await migrate(database.url, { progress });
    const rows = await loadCorpus(database.url, { events, seed, progress });
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    progress.done(rows > 0 ? `${rows} rows written; at most ${memory} MiB of memory` : 'everything was there already');
    if (config.databaseUrl === undefined) console.log(`To serve them: DATA_FOLDER=${dataFolder} npm start`);
  } finally {
    progress.done();
  }
});
