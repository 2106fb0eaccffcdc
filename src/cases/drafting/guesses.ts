/** The lines that a draft has for a passage: records as a program guesses them, each on one line, for a person to uncomment. */
import { printable } from '../../domain/text.ts';
import { countWords, firstWords } from '../../domain/words.ts';
import { type DividedPassage } from '../dividing/divide.ts';
import { type FoundDate } from './dates.ts';
import { type Bearer, type FoundName } from './names.ts';

/** What may be in a passage; a person decides. */
export interface Findings {
  passage: DividedPassage;
  names: readonly FoundName[];
  dates: readonly FoundDate[];
}

/** Words by which a passage is recognised. */
const wordsShown = 6;

/** Returns how a passage begins, in quotation marks: of a sentence half its words at most, for sentences stay with their source. */
export const shown = ({ kind, text }: DividedPassage) => {
  const whole = text.replace(/\s+/gu, ' ').trim();
  const most = kind === 'SENTENCE' ? Math.min(wordsShown, Math.floor(countWords(whole) / 2)) : wordsShown;
  const words = firstWords(whole, Math.max(1, most));
  return printable(`“${words}${words.length < whole.length ? ' …' : ''}”`);
};

const heading = (passage: DividedPassage) => `  ## passage ${passage.number}, ${passage.kind}: ${shown(passage)}`;

/** A line for each who may be meant, below the first passage in which one of the names stands. */
export function bearerSections(type: string, findings: readonly Findings[]): string[] {
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
  { slug, kind, label, caseSlug }: Bearer,
  names: readonly FoundName[],
  number: number,
  also: number[],
): string {
  const values = names.flatMap(({ value, bearers }) => {
    const { nameKind, isPrimary = false } = bearers.find((one) => one.slug === slug) ?? {};
    return nameKind === undefined
      ? []
      : [
          `{ value: ${JSON.stringify(value)}, kind: ${nameKind}, ${isPrimary ? 'isPrimary: true, ' : ''}${citing(number, 'QUOTED')} }`,
        ];
  });
  const fields = [
    `slug: ${slug}`,
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(label === undefined ? [] : [`label: ${JSON.stringify(label)}`]),
    ...(values.length === 0 ? [] : [`names: [${values.join(', ')}]`]),
    citing(number, 'PARAPHRASED'),
  ];
  const elsewhere = also.length === 0 ? '' : `; named in ${also.join(', ')} too`;
  return `  # - { ${fields.join(', ')} } ## of case ${caseSlug}${elsewhere}`;
}

const citing = (passage: number, fidelity: string) => `cite: ${passage} ${fidelity} REPORTED`;

const dateField = ({ edtf, verbatim }: FoundDate) => `date: { edtf: '${edtf}', verbatim: ${JSON.stringify(verbatim)} }`;

/** Returns an event for each date of a passage. */
export function eventLines({ passage, dates }: Findings): string[] {
  // The date of an attribution line is that of the statement.
  if (dates.length === 0 || passage.kind === 'ATTRIBUTION') return [];
  const lines = dates.map(
    (date, index) =>
      `  # - { slug: event-${passage.number}-${index + 1}, title: , summary: , kind: , outcome: , ${dateField(date)}, ${citing(passage.number, 'PARAPHRASED')} }`,
  );
  return [heading(passage), ...lines];
}

/** Returns a statement for an attribution line. */
export function statementLines({ passage, names, dates }: Findings): string[] {
  if (passage.kind !== 'ATTRIBUTION') return [];
  const actors = names.flatMap(({ bearers }) => bearers.filter(({ type }) => type === 'Actor').map(({ slug }) => slug));
  const said = actors.length === 0 ? '' : ` ## named in it: ${[...new Set(actors)].join(', ')}`;
  const fields = [
    `slug: statement-${passage.number}`,
    ...['summary: ', 'medium: STATEMENT', 'speakers: []'],
    ...dates.slice(0, 1).map(dateField),
    citing(passage.number, 'PARAPHRASED'),
  ];
  return [heading(passage), `  # - { ${fields.join(', ')} }${said}`];
}
