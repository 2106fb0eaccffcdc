/** What the hostile suite tried, for docs/hostile.md: written with UPDATE_FIGURES=1, by each file that runs. */
import { afterAll } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The part of the document that a file's rows stand in. */
export type Part = 'A client' | 'A fault' | 'A file' | 'Supply chain';

/** One row of the document. */
interface Figure {
  /** What was sent or done, in words that a user understands. */
  what: string;
  /** How many times, or how many different ones. */
  tried: number;
  /** What happened each time. */
  held: string;
}

interface Figures {
  part: Part;
  figures: Figure[];
}

const folder = new URL('figures/', import.meta.url);
const document = new URL('../../docs/hostile.md', import.meta.url);

/**
 * @param file `import.meta.url` of the test file
 * @returns to be called at the end of a test, when all that it tried has held
 */
export function useFigures(file: string, part: Part): (what: string, tried: number, held: string) => void {
  const figures: Figure[] = [];
  afterAll(() => {
    if (process.env['UPDATE_FIGURES'] !== '1') return;
    const name = basename(file).replace(/(\.test)?\.ts$/, '.json');
    writeFileSync(new URL(name, folder), `${JSON.stringify({ part, figures } satisfies Figures, undefined, 2)}\n`);
    writeFileSync(document, writeDocument());
  });
  return (what, tried, held) => figures.push({ what, tried, held });
}

/** @returns docs/hostile.md, from the figures of all files. */
function writeDocument(): string {
  const files = readdirSync(folder).sort();
  const all = files.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Figures);
  const parts = [...new Set(all.map(({ part }) => part))].sort();
  return [
    '# What was tried, and what held',
    'Written by the suite in `test/hostile` (`UPDATE_FIGURES=1 npm test -- test/hostile`, and the same with `npm run test:slow`), nothing of it by hand. Each row is a test that fails when one of the attempts does not end as it says.',
    ...parts.map((part) =>
      section(
        part,
        all.filter((one) => one.part === part).flatMap(({ figures }) => figures),
      ),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(part: Part, figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, tried, held }) => `| ${cell(what)} | ${tried.toLocaleString('en')} | ${cell(held)} |`,
  );
  return [`## ${part}`, ['| what | tried | what held |', '| --- | ---: | --- |', ...rows].join('\n')].join('\n\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');
