/** The section of docs/performance.md on filters over relations. */
import { type JoinsResult } from '../results.ts';

/** Most that the work may grow: in proportion to the data, and some more where PostgreSQL goes over to another way. */
const share = 1.6;

/** @param table makes a table of Markdown */
export function joinsSection(
  { date, postgres, sizes: [small, large], growths }: JoinsResult,
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string,
): string[] {
  const factor = large / small;
  const limit = share * factor;
  return [
    '## Filters over relations',
    `Written by \`npm run bench -- --joins\` on ${date.slice(0, 10)}, PostgreSQL ${postgres}. Every path of relations that the schema’s filters can take is tried on ${small} and on ${large} rows of each kind, of which half are related to one record of each table: an event has half of all statements. A page and the count are asked for by conditions at both ends of the path, planned for their values and for any. Told is how many times as many pages PostgreSQL reads, or rows it has in hand, while the data grow ${factor}-fold; up to ${limit.toFixed(1)} is taken for growth in proportion.`,
    table(
      ['what', 'most for', 'paths', 'statements', 'worst growth', `at most ${limit.toFixed(1)}`],
      growths.map(({ name, paths, statements, worst, of }) => [
        name,
        of,
        paths.toLocaleString('en'),
        statements.toLocaleString('en'),
        worst.toFixed(1),
        worst <= limit ? 'yes' : '**no**',
      ]),
    ),
  ];
}
