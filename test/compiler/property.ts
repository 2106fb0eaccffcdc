// The property: whatever is asked, the compiler answers as the resolvers do.
import fc from 'fast-check';
import { schema } from '../../src/graphql/schema.ts';
import { Comparison, Difference, type Tally } from './compare.ts';
import { Choices } from './generate/choices.ts';
import { randomDocument, type Request } from './generate/document.ts';
import type { Known } from './generate/known.ts';
import { type Page, randomPages } from './generate/pages.ts';
import { reduce } from './reduce.ts';
import type { Servers } from './servers.ts';

/** A database with both servers on it. */
export interface Dataset {
  name: string;
  known: Known;
  servers: Servers;
}

export interface RunOptions {
  runs: number;
  seed: number;
  /** Milliseconds after which no new run begins, nor shrinking goes on. */
  time: number;
  /** Where in a run of this seed to begin: the path that a failure prints. */
  path?: string;
  onRun?: (runs: number, tallies: readonly Tally[]) => void;
}

/** Of any length, mostly long: by default fast-check keeps lists short, and an operation to the first of all choices. */
const tape = (maxLength: number) => fc.noBias(fc.array(fc.nat(), { maxLength, size: 'max' }));
const documents = fc.record({
  documents: fc.array(
    fc.record({ tape: tape(400), requests: fc.array(tape(80), { minLength: 1, maxLength: 4, size: 'max' }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  isAtOnce: fc.boolean(),
});
const pages = fc.record({ tape: tape(200), steps: tape(24) });
type Documents = typeof documents extends fc.Arbitrary<infer T> ? T : never;
type Pages = typeof pages extends fc.Arbitrary<infer T> ? T : never;

/** @returns what is wrong, with seed and operation; undefined when all answers are the same. */
export async function checkEqual(datasets: readonly Dataset[], options: RunOptions): Promise<string | undefined> {
  const all = datasets.map((dataset) => ({ ...dataset, comparison: new Comparison(dataset.servers) }));
  let runs = 0;
  const tallies = all.map(({ comparison }) => comparison.tally);
  const property = fc.asyncProperty(
    fc.constantFrom(...all.keys()),
    fc.oneof({ weight: 4, arbitrary: documents }, { weight: 1, arbitrary: pages }),
    async (index, asked) => {
      const { known, comparison } = all[index] as (typeof all)[number];
      comparison.takeAsked();
      options.onRun?.(++runs, tallies);
      if ('documents' in asked) await sameDocuments(comparison, known, asked);
      else await samePages(comparison, known, asked);
      await comparison.expectCompiled();
    },
  );
  const details = await fc.check(property, {
    numRuns: options.runs,
    seed: options.seed,
    ...(options.path !== undefined && { path: options.path }),
    interruptAfterTimeLimit: options.time,
    markInterruptAsFailure: false,
    // Operations shrink better by their parts than by the choices that made them.
    endOnFailure: true,
  });
  if (!details.failed) return undefined;
  const { name, comparison } = all[details.counterexample?.[0] ?? 0] as (typeof all)[number];
  const again = `again: npm run fuzz -- --seed ${details.seed} --path ${details.counterexamplePath}`;
  const first = String((details.errorInstance as Error | null)?.message);
  if (!(details.errorInstance instanceof Difference)) return `${first}\n\non ${name}; ${again}`;
  const smallest = await reduce(comparison.takeAsked(), (requests) => differenceOf(comparison, requests), first);
  return `${smallest}\n\non ${name}; ${again}`;
}

/** What differs when these are asked in turn. */
async function differenceOf(comparison: Comparison, requests: readonly Request[]): Promise<string | undefined> {
  await comparison.recount();
  try {
    for (const request of requests) await comparison.same(request);
    await comparison.expectCompiled();
    return undefined;
  } catch (error) {
    if (error instanceof Difference) return error.message;
    throw error;
  }
}

/** Some documents, each with other variables in every request, by turns; the first of them once more at the end. */
async function sameDocuments(comparison: Comparison, known: Known, asked: Documents): Promise<void> {
  const queues = asked.documents.map(({ tape: choices, requests }) => {
    const document = randomDocument(schema, known, choices);
    return requests.map((request) => document.request(new Choices(request)));
  });
  const turns = Math.max(...queues.map(({ length }) => length));
  const inTurn = Array.from({ length: turns }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
  const all: Request[] = turns > 1 ? [...inTurn, ...inTurn.slice(0, queues.length)] : inTurn;
  if (asked.isAtOnce) await Promise.all(all.map((request) => comparison.same(request)));
  else for (const request of all) await comparison.same(request);
}

/** Pages of one list, forth and back, by the cursors that it gave, or by one beside them. */
async function samePages(comparison: Comparison, known: Known, asked: Pages): Promise<void> {
  const document = randomPages(schema, known, asked.tape);
  const choices = new Choices(asked.steps);
  let page: Page = { first: 1 + choices.below(4) };
  for (let step = 0; step < 6; step++) {
    const { body } = await comparison.same(document.request(page));
    const list = document.listOf((JSON.parse(body) as { data?: unknown }).data);
    if (!list) return;
    page = nextPage(choices, list);
  }
}

function nextPage(choices: Choices, { edges, pageInfo }: { edges: { cursor: string }[]; pageInfo: Pageinfo }): Page {
  const size = choices.of([2, 1, 3, 0, 20, undefined]);
  const absent = choices.chance(4) ? null : undefined;
  const [{ cursor: given } = { cursor: undefined }] = edges.length > 0 ? [choices.of(edges)] : [];
  const cursor = given !== undefined && choices.chance(3) ? beside(choices, given) : given;
  const forth = (after: string | null | undefined): Page => ({ first: size, last: absent, after, before: absent });
  const back = (before: string | null | undefined): Page => ({ last: size, first: absent, before, after: absent });
  const kind = choices.below(6);
  if (kind === 0) return forth(pageInfo.endCursor);
  if (kind === 1) return back(pageInfo.startCursor);
  if (kind === 2) return forth(cursor);
  if (kind === 3) return back(cursor);
  return kind === 4 ? forth(absent) : back(absent);
}

/** The cursor of a record that is not there: another id, or another slug. */
function beside(choices: Choices, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const last = bytes.at(-1) ?? 0;
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from([choices.chance(2) ? last ^ 1 : last ^ 2])]).toString(
    'base64url',
  );
}

type Pageinfo = { startCursor: string | null; endCursor: string | null };
