/** docs/performance.md, all of it from the results. */
import { readFileSync } from 'node:fs';
import { goalsOf } from '../goals.ts';
import { type OperationName, operations } from '../operations.ts';
import { type OperationResult, type Results, type Round, type SizeResult, sizesOf } from '../results.ts';
import { type ServerName, serverNames } from '../servers.ts';
import { joinsSection } from './joins.ts';
import { profileSection } from './profile.ts';
import { median, type Ratio, ratio, summary } from '../statistics.ts';

const names: Record<ServerName, string> = {
  casebook: 'Casebook',
  floor: 'floor',
  'floor-text': 'floor, text',
  postgraphile: 'PostGraphile',
};

/** The one part that no figure of a run stands in. */
const tried = readFileSync(new URL('tried.md', import.meta.url), 'utf8');

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, index) => (index < 2 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const spread = (value: Ratio | undefined) =>
  value ? `${value.median.toFixed(2)} (${value.min.toFixed(2)}–${value.max.toFixed(2)})` : '';

type Rounds = OperationResult['clients'][string];

/** One row for each operation and number of clients. */
function perOperation(
  result: SizeResult,
  row: (rounds: Rounds, operation: OperationResult, count: string) => string[],
) {
  return Object.entries(result.operations).flatMap(([name, operation]) =>
    Object.entries(operation.clients).map(([count, rounds]) => [
      operations[name as OperationName].title,
      count,
      ...row(rounds, operation, count),
    ]),
  );
}

/** A cell for each server, in which rounds are told in one way. */
const cells = (rounds: Rounds, tell: (rounds: Round[], server: ServerName) => string) =>
  serverNames.map((server) => (rounds[server] ? tell(rounds[server], server) : ''));

function sizeSection(size: string, result: SizeResult): string {
  const { records, memory, startup, command, date, machine, versions } = result;
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const all = serverNames.map((server) => names[server]);
  const counts = Object.entries(records).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
  const used = (Object.entries(memory) as [ServerName, { now: number; peak: number }][]).map(
    ([server, { now, peak }]) => `${names[server]} ${now.toFixed(0)} (at most ${peak.toFixed(0)})`,
  );
  return [
    `## Size: ${size}`,
    `Measured by \`${command}\` on ${date.slice(0, 10)}: ${machine}. ${software.join(', ')}.`,
    `Records: ${counts.join(', ')}.`,
    `![Requests per second as a share of the floor's](performance-${size}.svg)`,
    'Requests per second, and how many times those of the other Casebook answers: the median of the rounds (smallest–largest).',
    table(
      ['operation', 'clients', ...all, '× floor', '× floor, text', '× PostGraphile'],
      perOperation(result, (rounds) => [
        ...cells(rounds, (own) => summary(own).perSecond.toFixed(0)),
        ...serverNames.slice(1).map((server) => spread(ratio(rounds.casebook, rounds[server]))),
      ]),
    ),
    'Milliseconds until the answer: p50 / p99.',
    table(
      ['operation', 'clients', ...all],
      perOperation(result, (rounds) =>
        cells(rounds, (own) => `${summary(own).p50.toFixed(2)} / ${summary(own).p99.toFixed(2)}`),
      ),
    ),
    'Milliseconds of processor time per request: of the server + of PostgreSQL; in brackets, SQL statements per request.',
    table(
      ['operation', 'clients', ...all],
      perOperation(result, (rounds, { statements }) =>
        cells(rounds, (own, server) => {
          const { serverCpu, postgresCpu } = summary(own);
          return `${serverCpu.toFixed(2)} + ${postgresCpu.toFixed(2)} (${(statements[server] ?? 0).toFixed(1)})`;
        }),
      ),
    ),
    ...hitsSection(result),
    ...profileSection(result),
    `Memory at the end, MiB: ${used.join(', ')}.`,
    ...neighboursSection(result),
    ...(startup
      ? [
          `\`npm start\` to the first answer, seconds: ${median(startup).toFixed(2)} (${startup.map((s) => s.toFixed(2)).join(', ')}).`,
        ]
      : []),
  ].join('\n\n');
}

function neighboursSection({ neighbours }: SizeResult): string[] {
  if (!neighbours) return [];
  const { connections, sent, quiet, busy } = neighbours;
  return [
    `A client that asks for one record after another, alone: median ${quiet.median.toFixed(1)} ms, at most ${quiet.most.toFixed(0)}. Beside another client, which sends the heaviest operation that the limits admit on ${connections} connections (${sent} times meanwhile): median ${busy.median.toFixed(1)} ms, at most ${busy.most.toFixed(0)}, ${busy.failed} of its requests failed.`,
  ];
}

function hitsSection(result: SizeResult): string[] {
  const rows = perOperation(result, (rounds, { hits }, count) => {
    const own = hits?.[count];
    if (!own) return [];
    const { perSecond, p50, p99, serverCpu, postgresCpu } = summary(own);
    const plain = rounds.casebook && summary(rounds.casebook).perSecond;
    return [
      perSecond.toFixed(0),
      plain ? (perSecond / plain).toFixed(2) : '',
      `${p50.toFixed(2)} / ${p99.toFixed(2)}`,
      `${serverCpu.toFixed(2)} + ${postgresCpu.toFixed(2)}`,
    ];
  }).filter((row) => row.length > 2);
  if (rows.length === 0) return [];
  const head = ['operation', 'clients', 'requests/s', '× without', 'p50 / p99 ms', 'processor ms'];
  return ['Casebook with its answer cache on, asked what it has answered before:', table(head, rows)];
}

/** The document; not yet formatted. */
export function markdown(results: Results): string {
  const goals = goalsOf(results);
  const missed = goals.filter(({ met }) => !met).length;
  return [
    '# Performance',
    'Written by `npm run bench`, no figure of it by hand. What is measured:',
    [
      '- **Casebook** as `npm start` starts it: limits, logs (to a file) and metrics on, every setting as it is by default, the answer cache off.',
      '- **floor**: what one writes by hand for exactly one question: one prepared statement of hand-written SQL that makes the JSON, on bare `node:http` with `pg`. `pg` parses the JSON and the handler writes it again, as handlers usually do.',
      '- **floor, text**: the same, but the JSON is cast to text in SQL and sent on as it is.',
      '- **PostGraphile** 5 as its documentation sets it up for production (`bench/postgraphile/server.mjs`): the Amber preset with the plugins for filters and for relations across join tables.',
    ].join('\n'),
    'All have the same PostgreSQL, the same data, ten connections and the read-only role. Each operation is asked with 200 sets of variables, drawn from the data, in turn; before anything is measured, the answers of all servers to all of them are compared value by value. The servers take turns, round by round, and a ratio is that of two rounds beside each other. The load comes from a process of its own, over kept-alive connections to 127.0.0.1; it, the server and PostgreSQL share the processors of the machine.',
    ...sizesOf(results).map(([size, result]) => sizeSection(size, result)),
    ...(results.joins ? joinsSection(results.joins, table) : []),
    '## Goals',
    `${goals.length - missed} of ${goals.length} are met.`,
    table(
      ['goal', 'measured', 'met'],
      goals.map(({ name, measured, met }) => [name, measured, met ? 'yes' : '**no**']),
    ),
    tried,
  ].join('\n\n');
}
