/** `npm run seed`: checks case files, loads them, removes cases, fills in the user's own copy of a document. */
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { Failure } from '../src/failure.ts';
import { createProgress, type Progress } from '../src/progress.ts';
import { checkFolders } from './checkCommand.ts';
import { caseFolders } from '../src/cases/reading/caseFolders.ts';
import { loadCases, loadProjectCases, type LoadReport } from '../src/cases/storing/load.ts';
import { parseCommandLine, runProgram } from './program.ts';

interface Options {
  check?: boolean;
  format?: boolean;
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
    if (options.format) await format(options);
    else if (options.check) await check(options);
    else await withDatabase(progress, (url) => run(url, options, progress));
  } finally {
    progress.done();
  }
});

async function check(options: Options): Promise<void> {
  const { lines, warnings, complete } = await checkFolders(await foldersOf(options), options.document);
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  for (const line of lines) console.log(line);
  if (!complete) process.exitCode = 1;
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
  const { force = false, accept: accepted } = options;
  if (options.document.size > 0) {
    const { checkWording } = await import('./wording.ts');
    for (const warning of await checkWording(await foldersOf(options), options.document)) {
      progress.done();
      console.warn(`warning: ${warning}`);
    }
  }
  const report =
    options.case.length > 0
      ? await loadCases(url, { folders: options.case, force, accepted, progress })
      : await loadProjectCases(url, { casesFolders: readConfig().casesFolders, force, accepted, progress });
  progress.done();
  printReport(report);
  const { fillText } = await import('../src/cases/storing/storeText.ts');
  for (const [slug, file] of options.document) {
    const { passages, remarks } = await fillText(url, slug, file, progress);
    progress.done();
    console.log(`document '${slug}': the text of ${passages} passages is in the database`);
    for (const remark of remarks) console.warn(`warning: document '${slug}': ${remark}`);
  }
}

function printReport({ loaded, unchanged, warnings }: LoadReport): void {
  for (const { slugs, inserted, updated, deleted } of loaded)
    console.log(`loaded ${slugs.join(', ')}: ${inserted} rows inserted, ${updated} updated, ${deleted} deleted`);
  if (unchanged > 0) console.log(`${unchanged} ${unchanged === 1 ? 'case is' : 'cases are'} unchanged`);
  for (const warning of warnings) console.warn(`warning: ${warning}`);
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
