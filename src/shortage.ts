import { Failure } from './failure.ts';

/** What Node, PostgreSQL and the shell say when the system grants no more, and what to do about it. */
const shortages: readonly [RegExp, string][] = [
  [
    /\b(EMFILE|ENFILE)\b|too many open files|insufficient file descriptors/i,
    'too many files are open: raise the limit (ulimit -n 1024, LimitNOFILE= of systemd), or end other programs',
  ],
  [
    /(spawn|fork|thread).*(\bEAGAIN\b|resource temporarily unavailable)|cannot fork|could not (fork|execute command)/i,
    'no more processes may run: raise the limit (ulimit -u, TasksMax= of systemd, docker run --pids-limit), or end other programs',
  ],
  [
    /\bENOMEM\b|cannot allocate memory|out of memory|could not map anonymous shared memory/i,
    'too little memory: end other programs, or give this one more (the memory of the container, ulimit -v unlimited)',
  ],
];

/** A Failure where `text`, a message or a log, says that files, memory or processes ran out; otherwise undefined. */
export function explainShortage(text: string): Failure | undefined {
  const found = shortages.find(([pattern]) => pattern.test(text));
  return found && new Failure(found[1]);
}

/** `error` where it is a Failure, or one of a shortage; undefined for a bug of ours. */
export function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  return error instanceof Error ? explainShortage(error.message) : undefined;
}
