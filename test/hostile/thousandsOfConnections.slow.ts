// Clients that open connections by the thousand and do little on them, and one that floods: others are served meanwhile.
import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { lacking, row } from '../start/conditions.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { json, type Line, openLine, requestText, send } from './sending.ts';
import { startServing } from './serving.ts';

const tried = useFigures(import.meta.url, 'A client');
const database = useDatabase('cases');

const query = '{ cases { nodes { slug } } }';
const body = JSON.stringify({ query });
/** Of each kind: together more than the 2000 connections that the server keeps. */
const many = 800;

const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
const kinds: readonly (readonly [what: string, begin: string])[] = [
  ['silent connections', ''],
  ['halves of headers', head],
  ['halves of bodies', requestText(query).slice(0, -9)],
  ['connections kept after an answer', requestText(query)],
];

const openFiles = Number(
  /^Max open files +(\d+)/m.exec(lacking.linux ? '' : readFileSync('/proc/self/limits', 'utf8'))?.[1],
);
const fewFiles = openFiles < kinds.length * many + 500 ? 'needs more open files (ulimit -n)' : '';

/** Each thousand from another address of this computer. */
const addressOf = (n: number) => `127.0.0.${10 + Math.floor(n / 1000)}`;

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** Asks again and again, on a new connection each time, until it is stopped. */
function askMeanwhile(url: string): () => Promise<number[]> {
  let isOver = false;
  const all = (async () => {
    const taken: number[] = [];
    while (!isOver) {
      const began = performance.now();
      expect((await send(url, { headers: json, body })).status).toBe(200);
      taken.push(performance.now() - began);
      // Each connection takes a port for a while after its end.
      await setTimeout(20);
    }
    return taken;
  })();
  return () => {
    isOver = true;
    return all;
  };
}

row(
  'thousands of connections on which little happens keep nobody out, and the server closes them',
  lacking.linux || fewFiles,
  async () => {
    await using api = await startServing(database.url, { LOG_LEVEL: 'warn' });
    const memory = (name: 'VmRSS' | 'VmHWM') =>
      Number(
        new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${api.program.child.pid}/status`, 'utf8'))?.[1],
      ) / 1024;
    for (let n = 0; n < 300; n += 1) await send(api.url, { headers: json, body });
    const before = memory('VmRSS');
    const stop = askMeanwhile(api.url);
    const lines: Line[] = [];
    for (let n = 0; n < many; n += 1)
      for (const [, begin] of kinds) {
        const line = await openLine(api.url, addressOf(lines.length));
        line.socket.write(begin);
        lines.push(line);
      }
    // One that makes room is counted for a moment more.
    expect(await api.metric('casebook_http_connections')).toBeLessThanOrEqual(2010);
    // In vain: it comes too slowly to be whole in time.
    const dripping = setInterval(
      () => lines.forEach(({ socket }, n) => n % kinds.length === 2 && socket.write(' ')),
      3000,
    );
    const heard = await Promise.all(lines.map(({ closed }) => closed));
    clearInterval(dripping);
    const taken = await stop();
    const extra = memory('VmHWM') - before;

    const ends = kinds.map(([what], kind) => {
      const texts = heard.filter((_, n) => n % kinds.length === kind);
      return [what, [...new Set(texts.map((text) => /^HTTP\/1.1 (\d+)/.exec(text)?.[1] ?? 'closed'))].sort()];
    });
    expect(Object.fromEntries(ends)).toEqual({
      'silent connections': ['408', 'closed'],
      'halves of headers': ['408', 'closed'],
      'halves of bodies': ['408', 'closed'],
      'connections kept after an answer': ['200'],
    });
    expect(extra).toBeLessThan(256);
    expect(taken.length).toBeGreaterThan(100);
    tried(
      'connections at once: silent, with half a request, with a dripping body, kept after an answer',
      lines.length,
      `2000 stay open, all are closed in time; ${Math.round(extra)} MiB of memory more at most (below 256)`,
    );
    tried(
      'requests of another client meanwhile',
      taken.length,
      `answered, in ${median(taken).toFixed(0)} ms (median), ${Math.max(...taken).toFixed(0)} ms at most`,
    );
  },
  170_000,
);

row(
  'a flood from one address is answered up to its budget, and others are served meanwhile',
  lacking.linux,
  async () => {
    // No window ends in the meantime; the smallest request costs ten.
    const answered = 1000;
    const limit = { RATE_LIMIT_POINTS: String(10 * answered), RATE_LIMIT_SECONDS: '3600' };
    await using api = await startServing(database.url, { LOG_LEVEL: 'warn', ...limit });
    const flood = 5000;
    const agent = new http.Agent({ keepAlive: true, maxSockets: 50, localAddress: '127.0.0.2' });
    const small = JSON.stringify({ query: '{ cases(first: 10) { totalCount } }' });
    const flooding = Array.from({ length: flood }, () => send(api.url, { headers: json, body: small, agent }));
    const others = [];
    for (let n = 0; n < 50; n += 1) others.push((await send(api.url, { headers: json, body: small })).status);
    const received = await Promise.all(flooding);
    agent.destroy();

    expect(received.filter(({ status }) => status === 200)).toHaveLength(answered);
    const refused = received.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(flood - answered);
    for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(others).toEqual(Array(50).fill(200));
    expect(await api.metric('casebook_graphql_rejected_total{reason="RATE_LIMITED"}')).toBe(flood - answered);
    tried(
      'requests of one address over 50 kept connections, at once',
      flood,
      `answered while its budget lasts (${answered}), then 429; others are served`,
    );
  },
  120_000,
);
