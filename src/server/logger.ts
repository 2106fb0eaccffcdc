import pino, { type DestinationStream, type Logger } from 'pino';
import { describeFault } from '../answer/faults.ts';

/** Standard output, written a moment later and in larger parts: a write for each line would cost as much as an answer. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ sync: false, minLength: 8192, periodicFlush: 100, maxLength: 16 * 2 ** 20 });
  let failing = false;
  // It tries again with every line, keeps as many as `maxLength` takes, and drops the others.
  output.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (!failing)
      process.stderr.write(`the log cannot be written (${code ?? 'no code'}): the server goes on, lines may be lost\n`);
    failing = true;
  });
  output.on('write', () => {
    if (failing) process.stderr.write('the log is written again\n');
    failing = false;
  });
  // At the end of the process, which would wait for as long as this fails.
  const flushSync = output.flushSync.bind(output);
  output.flushSync = () => {
    if (!failing) flushSync();
  };
  return output;
}

/**
 * The program's log, one JSON object per line, by default on standard output. Of an error it tells what `describeFault`
 * does: pg hangs its client on errors, with the statements it prepared and the key to cancel them.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeFault } }, destination ?? standardOutput());
}
