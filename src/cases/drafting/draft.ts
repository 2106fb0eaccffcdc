/** A case folder to begin with: the document with its passages, and beside them, as comments, what they may be about. */
import { type DividedPassage } from '../dividing/divide.ts';
import { documentEntry } from '../reading/documentEntry.ts';
import { findDates } from './dates.ts';
import { bearerSections, eventLines, shown, statementLines, type Findings } from './guesses.ts';
import { type KnownNames } from './names.ts';

/** A text that is to become a case. */
export interface DraftSource {
  slug: string;
  title: string;
  /** BCP 47 */
  language: string;
  text: string;
  passages: readonly DividedPassage[];
}

const howTo = [
  '## Lines that begin with "# -" are guesses of a program: read the passage, take away the "# " of those that are right, and',
  '## complete them. The others may go, as may the lines that begin with "##".',
];

/**
 * Returns the files of the folder by name. Of the text they hold no more than a few words in a row.
 * @param schema the path from the folder to seed/case.schema.json
 */
export function draftFiles(source: DraftSource, known: KnownNames, schema: string): Map<string, string> {
  const { slug, title, language, text, passages } = source;
  const findings = passages.map((passage) => ({
    ...{ passage, names: known.in(passage.text) },
    dates: findDates(passage.text, language),
  }));
  const head = `# yaml-language-server: $schema=${schema}`;
  const file = (...lines: string[]) => `${[head, ...lines].join('\n')}\n`;
  const list = (name: string, sections: readonly string[]) => file(...howTo, `${name}:`, ...sections);
  return new Map([
    [
      'case.yaml',
      file(
        'case:',
        `  slug: ${slug}`,
        `  title: '${slug.replaceAll('-', ' ')}' ## as people will look for it, in your own words`,
        '  summary: Not written yet.',
      ),
    ],
    [
      'document.yaml',
      file(...describedEntry(documentEntry(text, passages, { slug, title, language, quotes: false }), findings)),
    ],
    ['actors.yaml', list('actors', bearerSections('Actor', findings))],
    ['places.yaml', list('places', bearerSections('Place', findings))],
    ['events.yaml', list('events', findings.flatMap(eventLines))],
    ['statements.yaml', list('statements', findings.flatMap(statementLines))],
  ]);
}

/** The entry of the document; below each passage, how it begins and what is in it. */
function describedEntry(entry: string, findings: readonly Findings[]): string[] {
  const byNumber = new Map(findings.map((one) => [one.passage.number, one]));
  return entry
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const found = byNumber.get(Number(/^ {6}- { number: (\d+),/.exec(line)?.[1]));
      if (!found) return [line];
      const slugs = [...new Set(found.names.flatMap(({ bearers }) => bearers.map(({ slug }) => slug)))];
      const about = [...slugs, ...found.dates.map(({ edtf }) => edtf)].join(', ');
      return [line, `        ## ${shown(found.passage)}${about && `: ${about}`}`];
    });
}
