/** `npm run draft`: a case folder to begin with, made of a text. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { projectFolder, readConfig } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { divideText, type DividedPassage } from '../src/cases/dividing/divide.ts';
import { looksWrapped } from '../src/cases/dividing/paragraphs.ts';
import { draftFiles } from '../src/cases/drafting/draft.ts';
import { KnownNames } from '../src/cases/drafting/names.ts';
import { type CaseContent } from '../src/cases/reading/record.ts';
import { readText } from '../src/cases/reading/textFile.ts';
import { countWords, maximumWords } from '../src/domain/words.ts';
import { readContents } from './casesBeside.ts';
import { readLanguage, readSlug } from './optionValues.ts';
import { parseCommandLine, runProgram } from './program.ts';

interface Options {
  slug: string;
  title?: string;
  language: string;
  wrapped?: boolean;
  case: string[];
  out?: string;
}

const program = new Command('npm run draft --')
  .description(
    'Writes a case folder to begin with: the document with its passages and, as comments beside them, the actors and places of other\n' +
      'cases whose names occur in each, the dates, and a statement for each attribution line. You decide which of these are right.\n' +
      'The text itself does not go into the folder.',
  )
  .argument('<text file>', 'the text, as UTF-8')
  .requiredOption('--slug <slug>', 'the slug of the case and of its document', readSlug)
  .option('--title <title>', 'the title of the document (default: the first passage, where it is a heading)')
  .option(
    '--language <code>',
    'the language (BCP 47), by whose rules sentences end and months are called',
    readLanguage,
    'en',
  )
  .option('--wrapped', 'lines are wrapped: those within a paragraph belong together (default: guessed)')
  .option('--no-wrapped', 'each line is a paragraph')
  .option(
    '--case <folder>',
    'look for names in this case folder as well, beside those of the project and of CASES_FOLDER; may be repeated',
    (value: string, before: string[]) => [...before, value],
    [],
  )
  .option(
    '--out <folder>',
    'the folder to write, which must not exist (default: <slug> in the first CASES_FOLDER, else in seed/cases)',
  )
  .addHelpText(
    'after',
    `
Examples:
  npm run draft -- text.txt --slug my-case
  npm run draft -- bericht.txt --slug my-case --language de --out ../confidential/my-case

docs/coding.md goes on from there.`,
  );

await runProgram(async () => {
  parseCommandLine(program);
  const [file = ''] = program.args;
  const { slug, title, language, wrapped: given, case: folders, out } = program.opts<Options>();
  const { text } = await readText(file, 'name the file with the text of the document');
  const wrapped = given ?? looksWrapped(text);
  const passages = divideText(text, { language, wrapped });
  if (passages.length === 0) throw new Failure(`${file} has no text: name the file with the text of the document`);
  if (given === undefined && wrapped)
    console.warn('The lines look wrapped: those within a paragraph are taken together. If they are not: --no-wrapped');
  const contents = await readContents(folders);
  refuseKnown(contents, slug);
  const [own] = readConfig().casesFolders;
  const folder = resolve(out ?? join(own ?? join(projectFolder, 'seed', 'cases'), slug));
  const schema = relative(folder, join(projectFolder, 'seed', 'case.schema.json'))
    .split(sep)
    .join('/');
  const source = { slug, title: title ?? titleFrom(passages, slug), language, text, passages };
  await writeFolder(folder, draftFiles(source, new KnownNames(contents), schema));
  const shown = relative('.', folder).startsWith('..') ? folder : relative('.', folder);
  console.log(`${shown}: ${passages.length} passages; now read its files, and check them with`);
  console.log(`  npm run seed -- --check --case ${JSON.stringify(shown)} --document ${slug}=${JSON.stringify(file)}`);
});

function titleFrom([first]: readonly DividedPassage[], slug: string): string {
  const isTitle = first?.kind === 'HEADING' && countWords(first.text) <= maximumWords;
  return isTitle ? first.text.replace(/\s+/gu, ' ') : slug;
}

/** @throws Failure when a case has the slug, or a document with it. */
function refuseKnown(contents: readonly CaseContent[], slug: string): void {
  for (const content of contents) {
    const hasDocument = content.records.some(({ type, fields }) => type === 'Document' && fields['slug'] === slug);
    if (content.slug === slug || hasDocument)
      throw new Failure(`the case in ${content.source.folder} has the slug '${slug}' already: choose another one`);
  }
}

/** Whole or not at all. */
async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const cannot = (error: NodeJS.ErrnoException) =>
    error.code === 'EEXIST'
      ? `${folder} is there already, and nothing in it was changed: name another folder with --out`
      : `${folder} cannot be written (${error.code ?? error.message}): name another folder with --out`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder);
  } catch (error) {
    throw new Failure(cannot(error as NodeJS.ErrnoException));
  }
  try {
    for (const [name, content] of files) await writeFile(join(folder, name), content, { flag: 'wx' });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Failure(cannot(error as NodeJS.ErrnoException));
  }
}
