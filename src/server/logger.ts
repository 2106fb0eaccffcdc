import pino, { type DestinationStream, type Logger } from 'pino';
import { describeFault } from './faults.ts';

/**
 * The program's log, one JSON object per line, by default on standard output. Of an error it tells what `describeFault`
 * does: pg hangs its client on errors, with the statements it prepared and the key to cancel them.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeFault } }, destination ?? pino.destination(1));
}
