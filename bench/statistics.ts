import { type Round } from './results.ts';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

const perSecond = ({ requests, seconds }: Round) => requests / seconds;

export interface Ratio {
  median: number;
  min: number;
  max: number;
}

/** Requests per second of `ours` to those of `theirs`, round by round: what the machine did meanwhile met both. */
export function ratio(ours: readonly Round[] = [], theirs: readonly Round[] = []): Ratio | undefined {
  const values = ours.flatMap((round, index) => {
    const other = theirs[index];
    return other === undefined ? [] : [perSecond(round) / perSecond(other)];
  });
  if (values.length === 0) return undefined;
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** What a report tells of some rounds: medians. */
export function summary(rounds: readonly Round[]) {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  return {
    perSecond: of(perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    /** Milliseconds per request. */
    serverCpu: of(({ serverCpu, requests }) => (serverCpu / requests) * 1000),
    postgresCpu: of(({ postgresCpu, requests }) => (postgresCpu / requests) * 1000),
  };
}
