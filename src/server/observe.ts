/** Tells the log and the metrics what became of a request, once it is over. */
import type { Logger } from 'pino';
import type { Exchange } from './exchange.ts';
import type { Metrics } from './metrics.ts';

/** @param path of the operations */
export function observe(exchange: Exchange, path: string, logger: Logger, metrics: Metrics): void {
  const { api: current, response } = exchange;
  const { id, depth, cost, answer, statements, codes } = current;
  const isAnswered = response.writableFinished;
  // Work for a client that has gone is given up.
  if (!isAnswered) current.abandon();
  const status = isAnswered ? response.statusCode : 'aborted';
  const ms = performance.now() - exchange.began;
  // Whoever watches the server is not counted, unless there was something to refuse; the landing page is no operation.
  if (exchange.path !== path) return codes.forEach((code) => metrics.countRejection(code));
  const line = {
    requestId: id,
    operation: current.name,
    status: response.statusCode,
    ms: Math.round(ms),
    depth,
    cost,
    answer,
    statements,
    codes,
  };
  if (!current.isKnown && codes.length === 0 && response.statusCode < 400) return logger.debug(line, 'page');
  metrics.observe(current, status, ms / 1000);
  // The metrics count a flood, which would fill the log.
  if (codes.includes('RATE_LIMITED')) return logger.debug(line, 'client over its budget');
  return logger.info(line, isAnswered ? 'operation' : 'operation aborted by the client');
}
