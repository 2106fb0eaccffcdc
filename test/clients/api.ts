/** The server that `npm run clients` has started, as the tests of a client see it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

export const url = process.env.CASEBOOK_URL ?? 'http://localhost:4000/graphql';

/** What was sent since the test began, and what came back, in order. */
export const exchanges: { method: string; body: Record<string, unknown>; answer: unknown }[] = [];
/** What was written as a warning or an error. A test that expects some takes them out. */
export const complaints: string[] = [];

/** A fetch that keeps what passes. */
export const watchedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const answer = JSON.parse(await response.clone().text());
  exchanges.push({ method: init?.method ?? 'GET', body: init?.body ? JSON.parse(String(init.body)) : {}, answer });
  return response;
};

/** Asks without any client. Throws unless there is data without errors. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function ask(query: string, variables: object = {}): Promise<any> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** Resolves when all that a change in a cache leads to has been asked for. Throws when that has no end. */
export async function quiet(): Promise<void> {
  for (let seen = -1; seen !== exchanges.length; await sleep(200)) {
    seen = exchanges.length;
    assert.ok(seen < 100, 'the client asks without end');
  }
}

// A client that is set up wrongly warns, and goes on with less data.
for (const level of ['warn', 'error'] as const) console[level] = (...parts) => complaints.push(parts.join(' '));
beforeEach(() => {
  exchanges.length = 0;
  complaints.length = 0;
});
afterEach(() => assert.deepEqual(complaints, []));
