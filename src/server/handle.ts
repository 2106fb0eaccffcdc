/** What becomes of a request, in the order in which it is decided. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Unreadable } from './body.ts';
import type { Budget } from './budget.ts';
import { addCorsHeaders, type AdmitOrigin, checkOrigin } from './cors.ts';
import { type Exchange } from './exchange.ts';
import { probePaths } from './health.ts';
import { checkProtocol } from './protocol.ts';
import { type Refusal, refuse } from './refusal.ts';
import { graphqlPath, overdrawn } from './route.ts';

/**
 * Answers the requests of one path.
 * @param onError to be called with what fails later
 * @throws Unreadable for a request that cannot be read
 */
export type Handler = (exchange: Exchange, onError: (error: unknown) => void) => void | Promise<void>;

export interface HandleOptions {
  logger: Logger;
  /** By path; those of all but `graphqlPath` are for GET and HEAD. */
  routes: Readonly<Record<string, Handler>>;
  admits: AdmitOrigin;
  checkHost: (exchange: Exchange) => Refusal | undefined;
  /** Undefined where clients may ask for as much as they like. */
  budget: Budget | undefined;
  /** Makes the object that a request is until it is answered, and has it watched. */
  begin: (request: IncomingMessage, response: ServerResponse) => Exchange;
}

/** @returns the listener for the requests of a server */
export function createHandler({ logger, routes, admits, checkHost, budget, begin }: HandleOptions) {
  const byPath = new Map(Object.entries(routes));

  function routed(exchange: Exchange): Handler | undefined {
    const { path = '', method } = exchange;
    return path === graphqlPath || method === 'GET' || method === 'HEAD' ? byPath.get(path) : undefined;
  }

  /** Takes what a request costs off the budget of its client. Only those who watch the server may always ask how it is. */
  function charge(exchange: Exchange): Refusal | undefined {
    if (!budget || (routed(exchange) && probePaths.includes(exchange.path ?? ''))) return undefined;
    exchange.api.account = budget.open(exchange);
    return exchange.api.account ? undefined : overdrawn;
  }

  /** @returns what the handler of the request has left to do */
  function answer(exchange: Exchange, onError: (error: unknown) => void): void | Promise<void> {
    addCorsHeaders(exchange, admits);
    const refusal = charge(exchange) ?? checkProtocol(exchange) ?? checkHost(exchange) ?? checkOrigin(exchange, admits);
    if (refusal === 'answered') return undefined;
    if (refusal) return refuse(exchange, refusal);
    const handler = routed(exchange);
    if (!handler) return refuse(exchange, { status: 404, message: `Not found: the API is at ${graphqlPath}` });
    return handler(exchange, onError);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const exchange = begin(request, response);
    const onError = (error: unknown) => {
      if (error instanceof Unreadable) return refuse(exchange, { status: error.statusCode, message: error.message });
      logger.error({ requestId: exchange.api.id, err: error }, 'request failed');
      return refuse(exchange, { status: 500, message: 'Internal server error' });
    };
    // Nothing that a request says may end the process.
    try {
      answer(exchange, onError)?.catch(onError);
    } catch (error) {
      onError(error);
    }
  };
}
