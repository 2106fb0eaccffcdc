import pino, { type DestinationStream, type Logger } from 'pino';
import { describeFault } from './faults.ts';

/** Standard output, written a moment later and in larger parts: a write for each line would cost as much as an answer. */
const standardOutput = () =>
  pino.destination({ sync: false, minLength: 8192, periodicFlush: 100, maxLength: 16 * 2 ** 20 });

/**
 * The program's log, one JSON object per line, by default on standard output. Of an error it tells what `describeFault`
 * does: pg hangs its client on errors, with the statements it prepared and the key to cancel them.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeFault } }, destination ?? standardOutput());
}
