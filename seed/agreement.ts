/** `npm run agreement`: how far two coders of a case agree: of two folders, or from seed/coding/*.csv into docs/coding.md. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { projectFolder } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { describeCoding, readCoding } from '../src/cases/coding/agreement.ts';
import { printable } from '../src/domain/text.ts';
import { compareFolders, parseSame, type Same } from './agreementCommand.ts';
import { parseCommandLine, runProgram } from './program.ts';

const codingFolder = join(projectFolder, 'seed', 'coding');
const page = join(projectFolder, 'docs', 'coding.md');
const [begin, end] = ['<!-- agreement: written by npm run agreement -->', '<!-- agreement: end -->'];

function readSame(value: string, before: Same[]): Same[] {
  try {
    return [...before, parseSame(value)];
  } catch (error) {
    throw new InvalidArgumentError((error as RangeError).message);
  }
}

const program = new Command('npm run agreement --')
  .description(
    'Compares the case folders of two people who coded one document: the agreement by attribute, what they differ on by passage,\n' +
      'and what only one of them has. Without folders it computes the figures of seed/coding/<case>.csv and writes them into docs/coding.md.',
  )
  .argument('[first]', 'the case folder of the first coder')
  .argument('[second]', 'the case folder of the second coder')
  .option('--out <file.csv>', 'with two folders: write the table for settling, with ? where the two differ')
  .option(
    '--same <type:slug=slug>',
    'with two folders: the slug of the first and that of the second are of one record, as in event:fire=harbour-fire; may be repeated',
    readSame,
    [],
  )
  .option('--check', 'write nothing; fail when the figures in docs/coding.md are not those of the files')
  .addHelpText(
    'after',
    `
Examples:
  npm run agreement -- coder-a/my-case coder-b/my-case
  npm run agreement -- coder-a/my-case coder-b/my-case --same event:fire=harbour-fire --out my-case.csv

The table is described in docs/coding.md.`,
  );

await runProgram(async () => {
  parseCommandLine(program);
  const { check = false, out, same } = program.opts<{ check?: boolean; out?: string; same: Same[] }>();
  const [first, second] = program.args;
  if (first !== undefined) {
    if (second === undefined) throw new Failure('name two case folders, those of the first and of the second coder');
    for (const line of await compareFolders([first, second], same, out)) console.log(printable(line));
    return;
  }
  if (out !== undefined || same.length > 0)
    throw new Failure('--out and --same go with two case folders: name them, as --help shows');
  const before = await readFile(page, 'utf8');
  const after = withFigures(before, await figures());
  if (after === before) console.log('docs/coding.md is up to date');
  else if (check)
    throw new Failure('the figures in docs/coding.md are not those of seed/coding: run npm run agreement');
  else {
    await writeFile(page, after);
    console.log('docs/coding.md: figures written');
  }
});

async function figures(): Promise<string> {
  const names = await readdir(codingFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.csv')).sort();
  const sections = files.map(async (name) =>
    describeCoding(
      name.slice(0, -'.csv'.length),
      readCoding(join('seed', 'coding', name), await readFile(join(codingFolder, name), 'utf8')),
    ),
  );
  return sections.length === 0 ? 'No case has been coded twice yet.' : (await Promise.all(sections)).join('\n\n');
}

function withFigures(text: string, content: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Failure(`docs/coding.md has not the two lines between which the figures go: ${begin} and ${end}`);
  return `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`;
}
