// In which order connections are handed out: no clock, no database.
import { describe, expect, test } from '@jest/globals';
import { type Claim, Turns } from '../../src/db/turns.ts';

const MiB = 2 ** 20;

interface Named extends Claim {
  name: string;
}

/** As many claims of a client, named a1, a2 … */
const claims = (client: string, count: number, bytes = 0): Named[] =>
  Array.from({ length: count }, (_, n) => ({ client, bytes, name: `${client}${n + 1}` }));

/** Lets in all whose turn it is. */
function takeAll(turns: Turns<Named>): Named[] {
  const taken: Named[] = [];
  for (let next = turns.next(); next; next = turns.next()) taken.push(next);
  return taken;
}

const namesOf = (all: readonly Named[]) => all.map(({ name }) => name).join(' ');

/** Hands out `size` connections; each of `arrivals` comes when all before it had their chance. */
function handOut(size: number, arrivals: readonly (readonly Named[])[], maxBytes = Infinity) {
  const turns = new Turns<Named>({ size, maxBytes });
  const order: Named[] = [];
  for (const group of arrivals) {
    for (const claim of group) turns.add(claim);
    order.push(...takeAll(turns));
  }
  return { turns, order };
}

/** Gives back what is held, the first first, until nobody waits. @returns who came in, in order */
function drain(turns: Turns<Named>, held: Named[]): Named[] {
  const order: Named[] = [];
  while (turns.waiting > 0) {
    turns.release(held.shift() as Named);
    const taken = takeAll(turns);
    order.push(...taken);
    held.push(...taken);
  }
  return order;
}

describe('one client', () => {
  test('has all connections but one while nobody else waits, in the order of its requests', () => {
    const { turns, order } = handOut(4, [claims('a', 6)]);
    expect(namesOf(order)).toBe('a1 a2 a3');
    expect(turns.waiting).toBe(3);
    expect(namesOf(drain(turns, order))).toBe('a4 a5 a6');
  });
});

describe('another client', () => {
  test('finds a connection free while one holds all that it may, and a third waits for one statement', () => {
    const { turns, order } = handOut(10, [claims('a', 12), claims('b', 1), claims('c', 1)]);
    expect(namesOf(order)).toBe('a1 a2 a3 a4 a5 a6 a7 a8 a9 b1');
    turns.release(order[3] as Named);
    expect(turns.next()?.name).toBe('c1');
  });

  test('that asks again and again has half of the connections, however many requests the first one sends', () => {
    const { turns, order: held } = handOut(10, [claims('a', 100), claims('b', 20)]);
    const order = drain(turns, held);
    // The first that are given back are a's, which holds more than its half.
    expect(namesOf(order.slice(0, 10))).toBe('b2 b3 b4 b5 a10 a11 a12 a13 a14 b6');
    const inTheMiddle = order.slice(0, 40).filter(({ client }) => client === 'b');
    expect(inTheMiddle).toHaveLength(19);
  });

  test('takes its turn between the requests of the first one, not behind them', () => {
    const { turns, order } = handOut(2, [claims('a', 50), claims('b', 2), claims('c', 2)]);
    expect(namesOf(order)).toBe('a1 b1');
    expect(namesOf(drain(turns, order).slice(0, 4))).toBe('c1 a2 b2 c2');
  });

  test('leaves a single connection to each in turn', () => {
    const { turns, order } = handOut(1, [claims('a', 3), claims('b', 3)]);
    expect(namesOf([...order, ...drain(turns, [...order])])).toBe('a1 b1 a2 b2 a3 b3');
  });
});

describe('a client that has asked a short time ago', () => {
  const [a, b] = ['a', 'b'];

  test('finds a connection that is free when it asks again, though another one waits for more', () => {
    const { turns, order } = handOut(10, [claims(b, 1), claims(a, 100)]);
    expect(namesOf(order)).toBe('b1 a1 a2 a3 a4 a5');
    turns.release(order[0] as Named);
    expect(turns.next()).toBeUndefined();
    turns.add({ client: b, bytes: 0, name: 'b2' });
    expect(turns.next()?.name).toBe('b2');
  });

  test('is forgotten after some turns of the other one, who then has all but one', () => {
    const { turns, order } = handOut(4, [claims(b, 1)]);
    turns.release(order[0] as Named);
    const held: Named[] = [];
    for (const claim of claims(a, 200)) turns.add(claim);
    for (let n = 0; n < 150; n += 1) {
      held.push(...takeAll(turns));
      if (held.length === 3) break;
      turns.release(held.shift() as Named);
    }
    expect(held).toHaveLength(3);
  });

  test('is not taken for one when it is the server itself', () => {
    const { order } = handOut(4, [claims('', 1), claims(a, 5)]);
    expect(namesOf(order)).toBe('1 a1 a2 a3');
  });
});

describe('large answers', () => {
  test('are made together only as far as their bytes go, and small ones pass them', () => {
    const { turns, order } = handOut(10, [claims('a', 5, 8 * MiB), claims('b', 2, 1000)], 16 * MiB);
    expect(namesOf(order)).toBe('a1 a2 b1 b2');
    expect(namesOf(drain(turns, order))).toBe('a3 a4 a5');
  });

  test('one beyond all bounds is made alone', () => {
    const { turns, order } = handOut(10, [claims('a', 1, 40 * MiB), claims('b', 1, MiB)], 16 * MiB);
    expect(namesOf(order)).toBe('a1');
    expect(namesOf(drain(turns, order))).toBe('b1');
  });

  test('that waits for room is not passed by others of some size for ever', () => {
    const { turns, order } = handOut(
      10,
      [claims('a', 3, 4 * MiB), claims('b', 1, 8 * MiB), claims('c', 8, 4 * MiB)],
      16 * MiB,
    );
    expect(namesOf(order)).toBe('a1 a2 a3');
    turns.release(order[0] as Named);
    expect(turns.next()?.name).toBe('b1');
    expect(turns.next()).toBeUndefined();
  });
});

test('who gives up waiting is no longer waited for', () => {
  const { turns, order } = handOut(1, [claims('a', 3), claims('b', 1)]);
  expect(namesOf(turns.removeWhere(({ name }) => name !== 'a3'))).toBe('a2 b1');
  expect(turns.waiting).toBe(1);
  turns.release(order[0] as Named);
  expect(turns.next()?.name).toBe('a3');
});

describe('of several that wait', () => {
  test('who holds less is first, even if its last turn was later', () => {
    const arrivals = ['a', 'b', 'c', 'd'].map((client) => claims(client, 2));
    const { turns, order } = handOut(
      4,
      arrivals.map(([first]) => [first as Named]),
    );
    expect(namesOf(order)).toBe('a1 b1 c1 d1');
    for (const [, second] of arrivals.slice(0, 2)) turns.add(second as Named);
    turns.release(order[1] as Named);
    expect(turns.next()?.name).toBe('b2');
    turns.release(order[0] as Named);
    expect(turns.next()?.name).toBe('a2');
  });
});

describe('another client that has gone', () => {
  test('is remembered for a hundred turns, and then the one that is left has all connections but one', () => {
    const turns = new Turns<Named>({ size: 4, maxBytes: Infinity });
    const [a] = claims('a', 1) as [Named];
    const [b] = claims('b', 1) as [Named];
    const takeTurns = (count: number) => {
      for (let n = 0; n < count; n += 1) {
        expect(turns.take(a)).toBe(true);
        turns.release(a);
      }
    };
    expect(turns.take(b)).toBe(true);
    turns.release(b);
    takeTurns(97);
    expect([turns.take(a), turns.take(a), turns.take(a)]).toEqual([true, true, false]);
    turns.release(a);
    takeTurns(1);
    expect([turns.take(a), turns.take(a), turns.take(a)]).toEqual([true, true, false]);
  });
});

test('answers of half a MiB are small: they wait for no room, and take none', () => {
  const half = MiB / 2;
  const { turns, order } = handOut(10, [claims('a', 1, MiB), claims('b', 1, half), claims('c', 1, half + 1)], MiB);
  expect(namesOf(order)).toBe('a1 b1');
  turns.release(order[0] as Named);
  expect(turns.next()?.name).toBe('c1');
  const { order: all } = handOut(10, [claims('a', 2, half), claims('b', 1, MiB)], MiB);
  expect(namesOf(all)).toBe('a1 a2 b1');
});
