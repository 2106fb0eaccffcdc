/** What was to be reached, and whether it was: told from the results, for each size, operation and number of clients. */
import { type OperationName, operations, postgraphileGoal } from './operations.ts';
import { type Results, sizesOf } from './results.ts';
import { median, ratio } from './statistics.ts';

export interface Goal {
  name: string;
  /** What was measured, and what was wanted. */
  measured: string;
  met: boolean;
}

/** MiB of Casebook's process at most, and seconds until its first answer. */
const memoryGoal = 300;
const startupGoal = 2;

export function goalsOf(results: Results): Goal[] {
  return sizesOf(results).flatMap(([size, result]) => {
    const goals: Goal[] = [];
    const add = (name: string, value: number | undefined, goal: number, unit: string, atMost = false) => {
      if (value === undefined) return;
      const met = atMost ? value < goal : value >= goal;
      goals.push({
        name: `${size}: ${name}`,
        measured: `${value.toFixed(2)}${unit}, ${atMost ? 'below' : 'at least'} ${Number(goal.toFixed(2))}`,
        met,
      });
    };
    for (const [name, { clients }] of Object.entries(result.operations)) {
      const { floorGoal } = operations[name as OperationName];
      for (const [count, rounds] of Object.entries(clients)) {
        const of = `${name}, ${count} ${count === '1' ? 'client' : 'clients'}`;
        const { casebook } = rounds;
        if (floorGoal !== undefined) add(`${of}, to the floor`, ratio(casebook, rounds.floor)?.median, floorGoal, '×');
        add(`${of}, to PostGraphile`, ratio(casebook, rounds.postgraphile)?.median, postgraphileGoal, '×');
      }
    }
    add('memory', result.memory.casebook?.peak, memoryGoal, ' MiB', true);
    const { neighbours } = result;
    if (neighbours) {
      const { quiet, busy } = neighbours;
      add('beside a client that asks for much', busy.median, 2 * quiet.median + 50, ' ms', true);
      add('requests that fail beside it', busy.failed, 1, '', true);
    }
    add('start', result.startup && median(result.startup), startupGoal, ' s', true);
    return goals;
  });
}
