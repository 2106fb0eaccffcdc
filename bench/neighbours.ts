/** How long a client waits for a record while another one sends the heaviest operation that the limits admit, again and again. */
import { type Progress } from '../src/progress.ts';
import { type Neighbours } from './results.ts';
import { startCasebook } from './servers.ts';
import { median } from './statistics.ts';
import { type Variables } from './variables.ts';

/** Connections of the client that asks for much, and requests of the one that asks for little. */
const [connections, requests] = [12, 300];

/** As many conditions as there may be, each of which has every text searched, twice. */
const heavy = `{${Array.from(
  { length: 50 },
  (_, n) => `a${n}:statements(first:1 filter:{summary:{contains:"none ${n}"} standing:{in:[REPORTED]}}){totalCount}`,
).join(' ')}}`;

/** Measures on the database `url`; `variables` are those of the record. */
export async function measureNeighbours(url: string, variables: Variables[], progress: Progress): Promise<Neighbours> {
  progress.update('Measuring beside a client that asks for much …');
  // Clients are told apart by what their proxy says of them; without a budget it goes on.
  await using server = await startCasebook({ DATABASE_URL: url, TRUST_PROXY: 'loopback', RATE_LIMIT_POINTS: '0' });
  const ask = async (body: string, client: string): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': client };
    const response = await fetch(server.ask('point', {}).url, { method: 'POST', headers, body });
    const text = await response.text();
    return response.ok && !text.includes('"errors"');
  };
  const askLittle = async () => {
    const milliseconds: number[] = [];
    let failed = 0;
    for (let n = 0; n < requests; n += 1) {
      const { body } = server.ask('point', variables[n % variables.length] as Variables);
      const began = performance.now();
      if (!(await ask(body, '192.0.2.2'))) failed += 1;
      milliseconds.push(performance.now() - began);
    }
    const most = Math.max(...milliseconds);
    return { median: median(milliseconds), most, failed };
  };
  await askLittle();
  const quiet = await askLittle();
  let isOver = false;
  let sent = 0;
  const askMuch = async () => {
    for (; !isOver; sent += 1) await ask(JSON.stringify({ query: heavy }), '192.0.2.1');
  };
  const much = Array.from({ length: connections }, askMuch);
  const busy = await askLittle();
  isOver = true;
  await Promise.all(much);
  return { connections, sent, quiet, busy };
}
