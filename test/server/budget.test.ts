// Budgets on a clock of the test: when a window ends, and what is owed beyond it.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createBudget, pointsOf } from '../../src/server/budget.ts';
import type { Exchange } from '../../src/server/exchange.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const exchangeOf = (bodyLength = 0, url = '/graphql') => ({ bodyLength, url }) as unknown as Exchange;

/** A client with 100 points for each 10 seconds. */
function clientOf(budget = createBudget({ points: 100, seconds: 10 }), name = 'a') {
  /** Asks once; @returns its account, what it is told of its budget, and when it may ask again. */
  return () => {
    const told: Record<string, unknown> = {};
    const setHeader = (key: string, value: unknown) => (told[key] = value);
    const account = budget.open({
      ...exchangeOf(),
      api: { client: name },
      isSent: false,
      setHeader,
    } as unknown as Exchange);
    return { account, told };
  };
}

test('a window ends after its seconds, and not before', () => {
  const ask = clientOf();
  for (let n = 1; n <= 10; n += 1) expect(ask().told['ratelimit']).toBe(`"points";r=${100 - 10 * n};t=10`);
  jest.advanceTimersByTime(9_999);
  const refused = ask();
  expect([refused.account, refused.told]).toEqual([
    undefined,
    { 'ratelimit-policy': '"points";q=100;w=10', ratelimit: '"points";r=0;t=1', 'retry-after': 1 },
  ]);
  jest.advanceTimersByTime(1);
  expect(ask().told).toEqual({ 'ratelimit-policy': '"points";q=100;w=10', ratelimit: '"points";r=90;t=10' });
});

test('whoever comes back after a while begins a window of its own', () => {
  const ask = clientOf();
  ask();
  jest.advanceTimersByTime(35_000);
  expect(ask().told['ratelimit']).toBe('"points";r=90;t=10');
});

test('what was used beyond the budget is taken off the windows that follow', () => {
  const ask = clientOf();
  const { account, told } = ask();
  // A tenth of a second is a point.
  account?.use(49);
  expect(told['ratelimit']).toBe('"points";r=90;t=10');
  account?.use(9_000);
  expect([told['ratelimit'], account?.isOverdrawn]).toEqual(['"points";r=0;t=10', false]);
  account?.use(16_000);
  expect(account?.isOverdrawn).toBe(true);
  // 260 points: two windows until there is something left.
  expect(told['retry-after']).toBe(20);
  jest.advanceTimersByTime(10_000);
  expect(ask().told).toMatchObject({ ratelimit: '"points";r=0;t=10', 'retry-after': 10 });
  jest.advanceTimersByTime(9_999);
  expect(ask().account).toBeUndefined();
  jest.advanceTimersByTime(1);
  expect(ask().told['ratelimit']).toBe('"points";r=30;t=10');
});

test('of windows in which nothing was asked each takes off its points', () => {
  const ask = clientOf();
  ask().account?.use(40_000);
  jest.advanceTimersByTime(35_000);
  // 410 points, of which three windows have passed, and the half of a fourth.
  expect(ask().told).toMatchObject({ ratelimit: '"points";r=0;t=5', 'retry-after': 5 });
  jest.advanceTimersByTime(5_000);
  expect(ask().told['ratelimit']).toBe('"points";r=80;t=10');
});

test('an operation is paid beside its request, and a full budget is enough for any', () => {
  const ask = clientOf();
  const first = ask();
  expect([first.account?.pay(40), first.told['ratelimit']]).toEqual([true, '"points";r=60;t=10']);
  const second = ask();
  expect([second.account?.pay(61), second.told['retry-after']]).toEqual([false, 10]);
  expect([second.account?.pay(60), second.told['ratelimit']]).toEqual([true, '"points";r=0;t=10']);
  const other = clientOf(undefined, 'b')();
  expect([other.account?.pay(5000), other.told['ratelimit']]).toEqual([true, '"points";r=0;t=10']);
});

test.each([
  [0, '/graphql', 10],
  [92, '/graphql', 10],
  [93, '/graphql', 11],
  [0, `/graphql?${'x'.repeat(92)}`, 11],
  [100_000, '/graphql', 10_001],
  [999_999_999, '/graphql', 10_001],
])('a request with a body of %d bytes to %s costs %d points', (bodyLength, url, points) => {
  expect(pointsOf(exchangeOf(bodyLength, url))).toBe(points);
});
