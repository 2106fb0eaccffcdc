/** `npm run passages`: divides a text into passages, brings them up to a changed text, or compares them with one. */
import { Command, InvalidArgumentError } from 'commander';
import { divideText } from '../src/cases/dividing/divide.ts';
import { parseMerge, parseSplit, type Merge, type Split } from '../src/cases/dividing/corrections.ts';
import { looksWrapped } from '../src/cases/dividing/paragraphs.ts';
import { documentEntry, slugOf } from '../src/cases/reading/documentEntry.ts';
import { readText } from '../src/cases/reading/textFile.ts';
import { printable } from '../src/domain/text.ts';
import { countWords, maximumWords } from '../src/domain/words.ts';
import { Failure } from '../src/failure.ts';
import { createProgress } from '../src/progress.ts';
import { readLanguage, readSlug } from './optionValues.ts';
import { parseCommandLine, runProgram } from './program.ts';
import { updateFile } from './updateCommand.ts';
import { verifyText } from './verifyCommand.ts';

interface Options {
  slug?: string;
  title?: string;
  language?: string;
  wrapped?: boolean;
  merge: Merge[];
  split: Split[];
  quotes?: boolean;
  update?: string;
  verify?: [slug: string, file: string];
  case: string[];
}

/** Makes a reader of option values of one that throws RangeError. */
const repeated =
  <T>(parse: (value: string) => T) =>
  (value: string, before: T[]): T[] => {
    try {
      return [...before, parse(value)];
    } catch (error) {
      throw new InvalidArgumentError((error as RangeError).message);
    }
  };

function readVerify(value: string): [string, string] {
  const [, slug, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (slug === undefined || file === undefined) throw new InvalidArgumentError('Expected <slug>=<file>.');
  return [slug, file];
}

const program = new Command('npm run passages --')
  .description(
    'Prints the entry of a document for a case file: its passages with number, paragraph, kind, offsets in code points and sha256.\n' +
      'Look the passages over: merge and split what is divided wrongly, correct the kinds, add quotes of at most 12 words.',
  )
  .argument('[text file]', 'the text, as UTF-8')
  .option(
    '--slug <slug>',
    "the document's slug (default: made of the title); with --update, which of several",
    readSlug,
  )
  .option('--title <title>', "the document's title (default: the first passage, where it is a heading)")
  .option('--language <code>', 'the language (BCP 47), by whose rules sentences end (default: en)', readLanguage)
  .option('--wrapped', 'lines are wrapped: those within a paragraph belong together (default: guessed)')
  .option('--no-wrapped', 'each line is a paragraph')
  .option(
    '--merge <numbers>',
    'join passages that are one, by their numbers before any is joined: 4,5 or 4,5,6 or 1-8; may be repeated',
    repeated(parseMerge),
    [],
  )
  .option(
    '--split <number: words>',
    "cut a passage in two; the second begins with the words: '12: It was final'; may be repeated",
    repeated(parseSplit),
    [],
  )
  .option('--quotes', 'add the first words of each passage')
  .option(
    '--update <document.yaml>',
    'bring the passages of that file up to the text: what stands in it unchanged keeps its number and what you have written; with --merge and --split by the new numbers',
  )
  .option(
    '--verify <slug>=<file>',
    'compare a document of a case with a text of it that may have changed; nothing is written',
    readVerify,
  )
  .option(
    '--case <folder>',
    'with --update and --verify: look into this case folder as well; may be repeated',
    (value: string, before: string[]) => [...before, value],
    [],
  )
  .addHelpText(
    'after',
    `
Examples:
  npm run --silent passages -- text.txt --slug my-source --language de > document.yaml
  npm run --silent passages -- text.txt --merge 2,3 --split '12: It was final' > document.yaml
  npm run passages -- --update seed/cases/my-case/document.yaml text.txt
  npm run passages -- --verify my-source=text-of-today.txt

docs/case-files.md describes the file.`,
  );

await runProgram(async () => {
  parseCommandLine(program);
  const options = program.opts<Options>();
  const [file] = program.args;
  const progress = createProgress(process.stderr);
  try {
    if (options.verify) return await verify(options.verify, options);
    if (file === undefined) throw new Failure('name a text file: npm run passages -- text.txt; --help tells the rest');
    progress.update('Dividing the text …');
    if (options.update !== undefined) {
      const lines = await explained(() => updateFile(options.update ?? '', file, options));
      progress.done();
      for (const line of lines) console.log(printable(line));
    } else await print(file, options, () => progress.done());
  } finally {
    progress.done();
  }
});

async function verify([slug, file]: [string, string], options: Options): Promise<void> {
  const { lines, same } = await verifyText(slug, file, options.case);
  for (const line of lines) console.log(printable(line));
  if (!same) process.exitCode = 1;
}

async function print(file: string, options: Options, done: () => void): Promise<void> {
  const { slug, title, language = 'en', merge: merges, split: splits, quotes = false } = options;
  const { text } = await readText(file, 'name a text file');
  const wrapped = options.wrapped ?? looksWrapped(text);
  const passages = await explained(() => divideText(text, { language, wrapped, merges, splits }));
  done();
  const [first] = passages;
  if (!first) throw new Failure(`${file} has no text: name the file with the text of the document`);
  const heading = first.kind === 'HEADING' && countWords(first.text) <= maximumWords ? first.text : undefined;
  const name = title ?? heading;
  const identifier = slug ?? slugOf(name ?? 'document');
  if (options.wrapped === undefined && wrapped)
    console.warn('The lines look wrapped: those within a paragraph are taken together. If they are not: --no-wrapped');
  if (name === undefined) console.warn('The text has no heading of at most 12 words: write the title, or give --title');
  process.stdout.write(
    documentEntry(text, passages, {
      slug: identifier,
      title: (name ?? identifier).replace(/\s+/gu, ' '),
      language,
      quotes,
    }),
  );
}

/** What the passages do not allow is for the user to put right. */
async function explained<T>(divide: () => T | Promise<T>): Promise<T> {
  try {
    return await divide();
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(`${error.message}: check --merge, --split and --language`);
    throw error;
  }
}
