/** The chart of the report: each server's requests per second, as a share of the floor's. */
import { type OperationName, operations } from '../operations.ts';
import { type SizeResult } from '../results.ts';
import { type ServerName } from '../servers.ts';
import { ratio } from '../statistics.ts';

const bars: readonly [ServerName, string, string][] = [
  ['casebook', 'Casebook', '#1f6feb'],
  ['floor', 'hand-written SQL, pg parses the JSON (1.0)', '#8b949e'],
  ['floor-text', 'hand-written SQL, its JSON sent as text', '#c9d1d9'],
  ['postgraphile', 'PostGraphile 5', '#e3812b'],
];
const [left, top, thickness, unit] = [190, 60, 11, 300];

/** @returns an SVG for one size, with this many clients. */
export function chart(title: string, result: SizeResult, clients: string): string {
  const parts: string[] = [];
  const text = (x: number, y: number, content: string, more = '') =>
    parts.push(`<text x="${x}" y="${y}"${more}>${content}</text>`);
  const box = (x: number, y: number, width: number, color: string) =>
    parts.push(`<rect x="${x}" y="${y}" width="${width.toFixed(1)}" height="${thickness - 1}" fill="${color}"/>`);
  text(10, 20, title, ' font-weight="bold"');
  bars.forEach(([, label, color], index) => {
    box(10 + 230 * index, 32, 10, color);
    text(24 + 230 * index, 41, label);
  });
  let y = top;
  for (const [name, { clients: rounds }] of Object.entries(result.operations)) {
    text(10, y + 26, operations[name as OperationName].title);
    for (const [server, , color] of bars) {
      const share = ratio(rounds[clients]?.[server], rounds[clients]?.floor)?.median;
      if (share === undefined) continue;
      box(left, y, Math.min(share, 2.2) * unit, color);
      text(left + 4 + Math.min(share, 2.2) * unit, y + 9, share.toFixed(2));
      y += thickness;
    }
    y += thickness;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="940" height="${y}" font-family="sans-serif" font-size="11"><rect width="940" height="${y}" fill="#fff"/>${parts.join('')}</svg>\n`;
}
