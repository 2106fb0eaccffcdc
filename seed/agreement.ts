/** `npm run agreement`: how far two coders of a case agree, from seed/coding/*.csv into docs/coding.md. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { projectFolder } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { describeCoding, readCoding } from '../src/cases/coding/agreement.ts';
import { parseCommandLine, runProgram } from './program.ts';

const codingFolder = join(projectFolder, 'seed', 'coding');
const page = join(projectFolder, 'docs', 'coding.md');
const [begin, end] = ['<!-- agreement: written by npm run agreement -->', '<!-- agreement: end -->'];

const program = new Command('npm run agreement --')
  .description(
    'Computes how far two coders of a case agree (seed/coding/<case>.csv) and writes the figures into docs/coding.md.',
  )
  .option('--check', 'write nothing; fail when the figures in docs/coding.md are not those of the files');

await runProgram(async () => {
  parseCommandLine(program);
  const { check = false } = program.opts<{ check?: boolean }>();
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
