// The largest operation that all limits let through, again and again, beside clients who ask for little.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadCorpus } from '../../seed/corpus/load.ts';
import { projectFolder } from '../../src/config.ts';
import { ask } from '../server/testServer.ts';
import { lacking, row } from '../start/conditions.ts';
import { type Program, start } from '../start/program.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';
import { useFigures } from './figures.ts';
import { listsOfLists } from './oversizedOperations.ts';
import { memoryOf, peakOf, resetPeak } from './memory.ts';
import { overTheBytes, underEveryLimit } from './underEveryLimit.ts';

const tried = useFigures(import.meta.url, 'A client');
/** Of an answer. */
const maxBytes = 4 * 2 ** 20;

const database = useDatabase('cases');
let program: Program;
let url: string;
beforeAll(async () => {
  await loadCorpus(database.url, { events: 200, seed: 1, progress: noProgress });
  // Nothing is answered from memory.
  program = start(projectFolder, { env: { DATABASE_URL: database.url, ANSWER_CACHE_MB: '0' } });
  url = await program.listening;
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
});

const askLittle = (n: number) => ask(url, `{events(first:${1 + (n % 20)}){nodes{title date{edtf}}}}`);

/** Milliseconds that each of `count` small operations takes, one after the other. */
async function latencies(count: number): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    expect((await askLittle(n)).errors).toBeUndefined();
    taken.push(performance.now() - began);
  }
  return taken;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

test('it is answered in full', async () => {
  const { status, errors, data } = await ask(url, underEveryLimit.query, underEveryLimit.variables);
  expect([status, errors]).toEqual([200, undefined]);
  const { nodes } = data?.['a12'] as { nodes: Record<string, unknown>[] };
  expect(nodes).toHaveLength(100);
  const [{ standing, citations } = {}] = nodes;
  expect(nodes[0]?.['b66']).toBe(standing);
  const aSentence = expect.objectContaining({ passage: expect.objectContaining({ kind: 'SENTENCE' }) });
  expect(citations).toContainEqual(aSentence);
  const bytes = Buffer.byteLength(JSON.stringify(data));
  expect(bytes).toBeGreaterThan(0.8 * maxBytes);
});

test('more of anything is refused', async () => {
  const { query, variables } = underEveryLimit;
  const more: [limit: number, query: string][] = [
    [15, query.replace('parent{', 'parent{parent{').replace('}}}', '}}}}')],
    [30_000, query.replace('events(', `${listsOfLists(6)} events(`)],
    [300_000, query.replaceAll('nodes{...S}', 'nodes{...S} edges{node{...S}}')],
    [100, query.replace('c0:', 'd:__typename c0:')],
    [100, query.replace('c0:__typename', 'c0:__typename@skip(if:$no)')],
    [100, query.replace('claims:{}', 'claims:{} items:{}')],
    [4000, query.replace('claims:{}', `slug:{in:[${'"" '.repeat(200)}]}`)],
    [maxBytes, overTheBytes.query],
  ];
  for (const [limit, text] of more) {
    const { data, extensions } = await ask(url, text, variables);
    expect(data ?? null).toBeNull();
    expect(extensions).toMatchObject({ code: expect.stringMatching(/_TOO_/), limit });
    // The parser stops at the limit: how many tokens there are, nobody has counted.
    if (limit !== 4000) expect(extensions['figure']).toBeGreaterThan(limit);
  }
  tried(
    'one more of depth, cost, values, aliases, directives, conditions, tokens, bytes',
    more.length,
    'refused, with the limit, and the figure where it is known',
  );
});

row(
  'it takes little memory, and others are answered meanwhile',
  lacking.linux,
  async () => {
    await latencies(300);
    const pid = program.child.pid ?? 0;
    const before = memoryOf(pid);
    resetPeak(pid);
    const [quiet, busy]: [number[], number[]] = [[], []];
    let sent = 0;
    for (let round = 0; round < 6; round += 1) {
      quiet.push(...(await latencies(60)));
      let isBusy = true;
      const hostile = (async () => {
        for (; isBusy; sent += 2)
          for (const { query, variables } of [underEveryLimit, overTheBytes])
            expect((await ask(url, query, variables)).status).toBe(200);
      })();
      busy.push(...(await latencies(60)));
      isBusy = false;
      await hostile;
    }
    const extra = peakOf(pid) - before;
    expect(extra).toBeLessThan(256);
    // Twice as long, and what a busy machine adds by itself.
    expect(median(busy)).toBeLessThan(2 * median(quiet) + 100);
    const ratio = (median(busy) / median(quiet)).toFixed(1);
    tried(
      'an operation just under every limit at once, beside a client that asks for little',
      sent,
      `${Math.round(extra)} MiB of memory more at most (below 256); the other's median latency times ${ratio}`,
    );
  },
  300_000,
);
