/** Ctrl-C and its relatives: the first asks the program to stop in order, the second ends it at once. */
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds. npm passes a Ctrl-C on to its child, which has had it from the terminal already. */
const sameKeyPress = 250;

export interface StopRequests {
  /** From now on the first signal resolves `requested`; before, any signal ends the program at once. */
  stopInOrder(): void;
  requested: Promise<void>;
}

/** Listens from now on, for the life of the process. Process 1 of a container has no other way to be stopped. */
export function listenForStop(): StopRequests {
  let inOrder = false;
  let first: number | undefined;
  let request: () => void;
  const requested = new Promise<void>((resolve) => (request = resolve));
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now();
    // That whoever started it is gone is told by terminal, shell and endWithNpm.mjs, each in its time: not to hurry it.
    const again = first !== undefined && signal !== 'SIGHUP' && now - first > sameKeyPress;
    // As shells report a signal.
    if (!inOrder || again) process.exit(128 + constants.signals[signal]);
    first ??= now;
    request();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return { requested, stopInOrder: () => (inOrder = true) };
}
