/** The results as a table on the terminal. */
import { type Size, type SizeResult } from '../results.ts';
import { type ServerName, serverNames } from '../servers.ts';
import { ratio, summary } from '../statistics.ts';

const columns = ['server', 'requests/s', 'p50 ms', 'p99 ms', 'server ms', 'postgres ms', 'statements', 'of it'];

export function printTable(size: Size, { operations, memory }: SizeResult): string {
  const blocks = Object.entries(operations).flatMap(([name, { clients, statements, bytes }]) =>
    Object.entries(clients).map(([count, rounds]) => {
      const lines = serverNames.flatMap((server) => {
        const own = rounds[server];
        if (own === undefined) return [];
        const { perSecond, p50, p99, serverCpu, postgresCpu } = summary(own);
        const times = [p50, p99].map((value) => value.toFixed(2));
        const cpu = [serverCpu, postgresCpu].map((value) => value.toFixed(3));
        const share = server === 'casebook' ? undefined : ratio(rounds.casebook, own);
        const range = share && `${share.median.toFixed(2)} (${share.min.toFixed(2)}…${share.max.toFixed(2)})`;
        return [[server, perSecond.toFixed(0), ...times, ...cpu, statements[server]?.toFixed(2) ?? '', range ?? '']];
      });
      const title = `${size}, ${name}, clients: ${count}, ${(bytes / 1024).toFixed(1)} KiB`;
      return [title, ...aligned([columns, ...lines])].join('\n');
    }),
  );
  const used = (Object.entries(memory) as [ServerName, { now: number; peak: number }][]).map(
    ([server, { now, peak }]) => `${server} ${now.toFixed(0)} (at most ${peak.toFixed(0)})`,
  );
  return `${[...blocks, `memory, MiB: ${used.join(', ')}`].join('\n\n')}\n`;
}

function aligned(rows: readonly string[][]): string[] {
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  '),
  );
}
