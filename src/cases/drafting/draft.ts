/** A case folder to begin with: the document with its passages, and beside them, as comments, what they may be about. */
import { printable } from '../../domain/text.ts';
import { type DividedPassage } from '../dividing/divide.ts';
import { documentEntry, fragment } from '../reading/documentEntry.ts';
import { findDates, type FoundDate } from './dates.ts';
import { type Bearer, type FoundName, type KnownNames } from './names.ts';

/** A text that is to become a case. */
export interface DraftSource {
  slug: string;
  title: string;
  /** BCP 47 */
  language: string;
  text: string;
  passages: readonly DividedPassage[];
}

/** What may be in a passage; a person decides. */
interface Findings {
  passage: DividedPassage;
  names: readonly FoundName[];
  dates: readonly FoundDate[];
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

const shown = ({ text }: DividedPassage) => {
  const words = fragment(text);
  const more = words.length < text.trim().length ? ' …' : '';
  return printable(`“${words}${more}”`);
};

const heading = (passage: DividedPassage) => `  ## passage ${passage.number}, ${passage.kind}: ${shown(passage)}`;

/** A line for each who may be meant, below the first passage in which one of the names stands. */
function bearerSections(type: string, findings: readonly Findings[]): string[] {
  const passagesOf = new Map<string, number[]>();
  const namesIn = ({ names }: Findings) =>
    names.map(({ value, bearers }) => ({ value, bearers: bearers.filter((one) => one.type === type) }));
  for (const one of findings)
    for (const slug of new Set(namesIn(one).flatMap(({ bearers }) => bearers.map((bearer) => bearer.slug))))
      passagesOf.set(slug, [...(passagesOf.get(slug) ?? []), one.passage.number]);
  return findings.flatMap((one) => {
    const { number } = one.passage;
    const names = namesIn(one);
    const shared = names.filter(({ bearers }) => bearers.length > 1);
    const bearers = new Map(names.flatMap((name) => name.bearers.map((bearer) => [bearer.slug, bearer])));
    const lines = [...bearers.values()]
      .filter(({ slug }) => passagesOf.get(slug)?.[0] === number)
      .map((bearer) => bearerLine(bearer, names, number, passagesOf.get(bearer.slug)?.slice(1) ?? []));
    if (lines.length === 0) return [];
    return [
      heading(one.passage),
      ...shared.map(
        (name) =>
          `  ## ${JSON.stringify(name.value)} is a name of ${name.bearers.map(({ slug }) => slug).join(' and ')}: take the one that is meant, if any`,
      ),
      ...lines,
    ];
  });
}

function bearerLine(
  { slug, kind, caseSlug }: Bearer,
  names: readonly FoundName[],
  number: number,
  also: number[],
): string {
  const values = names.flatMap(({ value, bearers }) => {
    const nameKind = bearers.find((one) => one.slug === slug)?.nameKind;
    return nameKind === undefined
      ? []
      : [`{ value: ${JSON.stringify(value)}, kind: ${nameKind}, ${citing(number, 'QUOTED')} }`];
  });
  const fields = [
    `slug: ${slug}`,
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(values.length === 0 ? [] : [`names: [${values.join(', ')}]`]),
    citing(number, 'PARAPHRASED'),
  ];
  const elsewhere = also.length === 0 ? '' : `; named in ${also.join(', ')} too`;
  return `  # - { ${fields.join(', ')} } ## of case ${caseSlug}${elsewhere}`;
}

const citing = (passage: number, fidelity: string) => `cite: ${passage} ${fidelity} REPORTED`;

const dateField = ({ edtf, verbatim }: FoundDate) => `date: { edtf: '${edtf}', verbatim: ${JSON.stringify(verbatim)} }`;

function eventLines({ passage, dates }: Findings): string[] {
  // The date of an attribution line is that of the statement.
  if (dates.length === 0 || passage.kind === 'ATTRIBUTION') return [];
  const lines = dates.map(
    (date, index) =>
      `  # - { slug: event-${passage.number}-${index + 1}, title: , summary: , kind: , outcome: , ${dateField(date)}, ${citing(passage.number, 'PARAPHRASED')} }`,
  );
  return [heading(passage), ...lines];
}

function statementLines({ passage, names, dates }: Findings): string[] {
  if (passage.kind !== 'ATTRIBUTION') return [];
  const actors = names.flatMap(({ bearers }) => bearers.filter(({ type }) => type === 'Actor').map(({ slug }) => slug));
  const said = actors.length === 0 ? '' : ` ## named in it: ${[...new Set(actors)].join(', ')}`;
  const fields = [
    `slug: statement-${passage.number}`,
    ...['summary: ', 'medium: STATEMENT', 'speakers: []'],
    ...dates.slice(0, 1).map(dateField),
    'positions: []',
    citing(passage.number, 'PARAPHRASED'),
  ];
  return [heading(passage), `  # - { ${fields.join(', ')} }${said}`];
}
