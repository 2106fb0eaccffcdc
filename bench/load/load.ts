/** The load generator's side in the benchmark: one process, asked for one round after the other. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Job {
  url: string;
  /** Bodies of requests, sent in turn. */
  bodies: readonly string[];
  connections: number;
  seconds: number;
}

interface Load {
  requests: number;
  /** Until the last answer. */
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export interface Generator extends AsyncDisposable {
  /** @throws Error when a request is not answered with status 200. */
  run(job: Job): Promise<Load>;
}

/** Starts the generator; disposing of it ends its process. */
export function startGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('generator.mjs', import.meta.url)), { execArgv: [] });
  const exited = once(child, 'exit');
  return {
    async run(job) {
      const answered = once(child, 'message') as Promise<[{ result?: Load; error?: string }]>;
      child.send(job);
      const gone = exited.then((): never => {
        throw new Error('the load generator has ended');
      });
      const [{ result, error }] = await Promise.race([answered, gone]);
      if (result === undefined) throw new Error(error);
      return result;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await exited;
    },
  };
}
