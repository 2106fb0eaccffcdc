// What is known of the revision is certain for a short while, by two clocks: who slept, or was held up, may have missed something.
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { revisionTimes } from '../../src/db/revision.ts';
import { listenForRevisions, type RevisionListener } from '../../src/db/revisionListener.ts';
import { asReader } from '../support/databases.ts';
import { useHarbourFire } from './answering.ts';

const database = useHarbourFire();
let listener: RevisionListener;
beforeAll(() => {
  const told = { onLost() {}, onDeaf() {}, onHearing() {} };
  listener = listenForRevisions(asReader(database.url), { statementTimeout: 5000, ...told });
});
afterAll(async () => {
  await listener[Symbol.asyncDispose]();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const known = async () => {
  while (!listener.current) await setTimeout(5);
  return listener.current;
};

test.each([
  ['the clock of the computer goes on, as after a sleep', Date, revisionTimes.lease],
  ['the clock of the computer is set back', Date, -2 * revisionTimes.lease],
  ['the clock of the process goes on', performance, revisionTimes.lease],
] as const)('when %s, nothing is certain until the database has been asked again', async (_what, clock, distance) => {
  const before = await known();
  const now = clock.now.bind(clock);
  // Nothing is awaited between the two looks: no question is answered meanwhile.
  jest.spyOn(clock as { now(): number }, 'now').mockImplementation(() => now() + distance);
  expect(listener.current).toBeUndefined();
  expect(await known()).toBe(before);
});
