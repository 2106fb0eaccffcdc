/** `npm run passages`: divides a text into passages and prints the entry for the case file. */
import { Command, InvalidArgumentError } from 'commander';
import { printable } from '../src/domain/text.ts';
import { Failure } from '../src/failure.ts';
import {
  divideText,
  documentEntry,
  guessTitle,
  slugOf,
  type DividedPassage,
  type Merge,
} from '../src/cases/reading/documentEntry.ts';
import { parseCommandLine, runProgram } from './program.ts';
import { slug as slugSchema } from '../src/cases/reading/schema/values.ts';
import { readText } from '../src/cases/reading/textFile.ts';

interface Options {
  slug?: string;
  title?: string;
  language: string;
  merge: Merge[];
  quotes?: boolean;
}

function readMerge(value: string, before: Merge[]): Merge[] {
  const [, first, second] = /^(\d+),(\d+)$/.exec(value) ?? [];
  if (first === undefined || second === undefined) throw new InvalidArgumentError('Expected two numbers, as in 4,5.');
  return [...before, [Number(first), Number(second)]];
}

function readSlug(value: string): string {
  const { success, data, error } = slugSchema.safeParse(value);
  if (!success) throw new InvalidArgumentError(printable(error.issues.map(({ message }) => message).join('; ')));
  return data;
}

const program = new Command('npm run passages --')
  .description(
    'Prints the entry of a document for a case file: its passages with number, paragraph, kind, offsets in code points and sha256.\n' +
      'Look the passages over: merge what is divided wrongly, correct the kinds, add quotes of at most 12 words.',
  )
  .argument('<text file>', 'the text, as UTF-8')
  .option('--slug <slug>', "the document's slug (default: made of the title)", readSlug)
  .option('--title <title>', "the document's title (default: the first line that is not blank, or its first words)")
  .option('--language <code>', 'the language (BCP 47), by whose rules sentences end', 'en')
  .option(
    '--merge <numbers>',
    'join two passages that are one, by their numbers before any is joined; may be repeated',
    readMerge,
    [],
  )
  .option('--quotes', 'add the first words of each passage');

await runProgram(async () => {
  parseCommandLine(program);
  const { slug, title, language, merge, quotes = false } = program.opts<Options>();
  const { text } = await readText(program.args[0] ?? '', 'name a text file');
  const passages = divide(text, language, merge);
  const name = title ?? guessTitle(text);
  process.stdout.write(documentEntry(text, passages, { slug: slug ?? slugOf(name), title: name, language, quotes }));
});

function divide(text: string, language: string, merges: readonly Merge[]): DividedPassage[] {
  try {
    return divideText(text, language, merges);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(`${error.message}: check --merge and --language`);
    throw error;
  }
}
