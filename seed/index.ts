/** `npm run seed`: checks case files, loads them, removes cases, fills in the user's own copy of a document. */
import { dirname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { Failure } from '../src/failure.ts';
import { createProgress, type Progress } from '../src/progress.ts';
import { StoredCases } from '../src/cases/storing/stored.ts';
import { listenForStop } from '../src/stop.ts';
import { checkFolders } from './checkCommand.ts';
import { loadAndPrint } from './loadCommand.ts';
import { caseFolders } from '../src/cases/reading/caseFolders.ts';
import { printAsJson, printChecked } from './printCheck.ts';
import { parseCommandLine, runProgram } from './program.ts';

interface Options {
  check?: boolean;
  json?: boolean;
  format?: boolean;
  diff?: boolean;
  watch?: boolean;
  force?: boolean;
  case: string[];
  document: Map<string, string>;
  remove?: string;
  accept: Set<string>;
}

const collect = (value: string, before: string[]) => [...before, value];

function readDocument(value: string, before: Map<string, string>): Map<string, string> {
  const [, slug, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (slug === undefined || file === undefined) throw new InvalidArgumentError('Expected <slug>=<file>.');
  return new Map([...before, [slug, file]]);
}

function readAccepted(value: string, before: Set<string>): Set<string> {
  if (!/^[^#\s]+#[1-9]\d*$/.test(value))
    throw new InvalidArgumentError('Expected <document>#<number>, as in my-source#12.');
  return new Set([...before, value]);
}

const program = new Command('npm run seed --')
  .description(
    'Loads the cases under seed/cases, and those below the folders that CASES_FOLDER names, into the database:\n' +
      'that of DATABASE_URL, else the embedded one, running or not.\n' +
      'Only what has changed is written. Before anything is, all files are checked and every problem is printed.',
  )
  .option('--check', 'only check the files, without a database; fails as well when a passage is cited by no record')
  .option('--json', 'with --check: print what is wrong as JSON, for editors and programs')
  .option('--diff', 'only say what loading would change, by record and field')
  .option('--watch', 'load, or with --check check, again whenever a case file is saved, until Ctrl-C')
  .option('--format', 'write the citations of the case files in the short form; what they say stays the same')
  .option('--case <folder>', 'this case folder only, which may be anywhere; may be repeated', collect, [])
  .option(
    '--document <slug>=<file>',
    'fill in the text of a document from your own copy, when all its hashes agree; may be repeated',
    readDocument,
    new Map(),
  )
  .option(
    '--accept <document>#<number>',
    'load although this passage, which records cite, has become another text; may be repeated',
    readAccepted,
    new Set(),
  )
  .option('--remove <case>', 'take the case with this slug out of the database')
  .option('--force', 'load unchanged cases as well')
  .addHelpText(
    'after',
    `
Examples:
  npm run seed -- --check                          what is wrong with the case files, and what they hold
  npm run seed -- --diff                           what would change in the database, by record and field
  npm run seed -- --watch --case ../my-cases/fire  load it again on each save
  npm run seed -- --format --case ../my-cases/fire write its citations in the short form
  npm run seed -- --case ../my-cases/harbour-fire  load a case that lies elsewhere
  CASES_FOLDER=~/cases npm run seed                load those below that folder too
  npm run seed -- --document free-iran-rally-plot=article.txt

The format of the files is described in docs/case-files.md.`,
  );

await runProgram(async () => {
  parseCommandLine(program);
  const options = program.opts<Options>();
  const progress = createProgress(process.stderr);
  try {
    if (options.json && !options.check) throw new Failure('--json is for --check: write --check --json');
    if (options.format) await format(options);
    else if (options.check) await (options.watch ? watch(options, () => check(options)) : check(options));
    else await withDatabase(progress, (url) => run(url, options, progress));
  } finally {
    progress.done();
  }
});

async function check(options: Options): Promise<void> {
  const checkAll = async () => checkFolders(await foldersOf(options), options.document);
  const isRight = options.json ? await printAsJson(checkAll) : printChecked(await checkAll());
  if (!isRight && !options.watch) process.exitCode = 1;
}

/** Runs now and after each save. */
async function watch(options: Options, run: () => Promise<void>): Promise<void> {
  const { watchFolders } = await import('./watchCommand.ts');
  const { requested, stopInOrder } = listenForStop();
  stopInOrder();
  const waiting = () => console.error('Waiting for a file to be saved; Ctrl-C ends it');
  // A folder that is named is not looked for.
  const parents = options.case.length > 0 ? [] : (await foldersOf(options)).map((folder) => dirname(folder));
  await watchFolders({ folders: () => foldersOf(options), parents, run, waiting, stop: requested });
}

async function format(options: Options): Promise<void> {
  const { formatFolders } = await import('./formatCommand.ts');
  for (const line of await formatFolders(await foldersOf(options))) console.log(line);
}

/** Those that are named, else all. */
async function foldersOf(options: Options): Promise<readonly string[]> {
  return options.case.length > 0 ? options.case : caseFolders(readConfig().casesFolders);
}

async function withDatabase(progress: Progress, use: (url: string) => Promise<void>): Promise<void> {
  await using database = await openDatabase(readConfig(), { progress, join: true });
  await migrate(database.url, { progress });
  await use(database.url);
}

async function run(url: string, options: Options, progress: Progress): Promise<void> {
  if (options.remove !== undefined) return remove(url, options.remove, progress);
  if (options.document.size > 0) {
    const { checkWording } = await import('./wording.ts');
    for (const warning of await checkWording(await foldersOf(options), options.document)) {
      progress.done();
      console.warn(`warning: ${warning}`);
    }
  }
  if (options.watch) {
    const stored = new StoredCases();
    return watch(options, () => loadAndPrint(url, { ...options, progress, stored }));
  }
  await loadAndPrint(url, { ...options, progress });
  if (options.diff) return;
  const { fillText } = await import('../src/cases/storing/storeText.ts');
  for (const [slug, file] of options.document) {
    const { passages, remarks } = await fillText(url, slug, file, progress);
    progress.done();
    console.log(`document '${slug}': the text of ${passages} passages is in the database`);
    for (const remark of remarks) console.warn(`warning: document '${slug}': ${remark}`);
  }
}

async function remove(url: string, slug: string, progress: Progress): Promise<void> {
  const { folderOf, removeCase } = await import('../src/cases/storing/remove.ts');
  const folder = await folderOf(slug, readConfig().casesFolders);
  if (folder !== undefined)
    throw new Failure(
      `the files of case '${slug}' are in ${folder}, from where it would be loaded again: remove or move the folder first`,
    );
  const { deleted } = await removeCase(url, slug, progress);
  progress.done();
  console.log(`removed ${slug}: ${deleted} rows deleted`);
}
