/** GraphQL over HTTP, at one address. */
import type { Answer } from '../answer/answer.ts';
import { OVERDRAWN } from '../answer/request.ts';
import { checkEncoding, readBody } from './body.ts';
import { pointsOf } from './budget.ts';
import { tagsFor } from './conditional.ts';
import { isPreflight, NOT_ADMITTED } from './cors.ts';
import { sendText } from './encoding.ts';
import type { Exchange } from './exchange.ts';
import type { Handler } from './handle.ts';
import { pagePolicy } from './headers.ts';
import type { LandingPage } from './landingPage.ts';
import { mediaTypeFor, prefersPage, UNACCEPTABLE } from './mediaTypes.ts';
import { checkPreflighted, checkUpgrade, readAsk } from './readAsk.ts';
import { type Refusal, refuse } from './refusal.ts';
import { statusOf } from './status.ts';

export const graphqlPath = '/graphql';

/** A client that has spent its points. */
export const overdrawn: Refusal = { status: 429, message: OVERDRAWN, code: 'RATE_LIMITED' };

export interface RouteOptions {
  answer: Answer;
  /** Of the program that answers: a part of the tags of answers. */
  version: string;
  page: LandingPage;
}

/** @returns the route of the operations, for every method */
export function graphqlRoute({ answer, version, page }: RouteOptions): Handler {
  async function handle(exchange: Exchange, body: unknown): Promise<void> {
    const { headers, method } = exchange;
    if (method === 'GET' && prefersPage(headers.accept)) return sendPage(exchange, await page());
    const type = mediaTypeFor(headers.accept);
    if (type === undefined) return refuse(exchange, { status: 406, message: UNACCEPTABLE });
    checkUpgrade(exchange);
    checkPreflighted(exchange);
    const ask = readAsk(exchange, body);
    const current = exchange.api;
    const tags = method === 'GET' ? tagsFor(headers, version) : undefined;
    const outcome = await answer({ ...ask, hasAnswer: tags?.hasAnswer }, current);
    if (!outcome) return undefined;
    current.codes = outcome.codes;
    current.isRefused = outcome.isRefused;
    if (outcome.source && tags?.send(exchange, outcome)) return undefined;
    if (current.cost !== undefined) exchange.setHeader('operation-cost', current.cost);
    exchange.setHeader('content-type', type);
    return sendText(exchange, statusOf(outcome, type, method), outcome.text);
  }

  return (exchange, onError) => {
    checkEncoding(exchange);
    if (exchange.method === 'GET') return handle(exchange, undefined);
    if (exchange.method !== 'POST') return refuseMethod(exchange);
    readBody(exchange, (body, error) => {
      // What cannot be read is charged all the same.
      if (!isPaid(exchange)) refuse(exchange, overdrawn);
      else if (error) onError(error);
      else handle(exchange, body).catch(onError);
    });
    return undefined;
  };
}

function sendPage(exchange: Exchange, html: string): void {
  exchange.setHeader('content-security-policy', pagePolicy);
  exchange.setHeader('content-type', 'text/html; charset=utf-8');
  exchange.send(200, html);
}

function refuseMethod(exchange: Exchange): void {
  exchange.setHeader('allow', 'GET, POST');
  refuse(exchange, { status: 405, message: isPreflight(exchange) ? NOT_ADMITTED : 'Use GET or POST' });
}

/** Takes off what the size of a request costs, now that all of it is known. @returns whether there are as many points. */
const isPaid = (exchange: Exchange): boolean => exchange.api.account?.pay(pointsOf(exchange)) ?? true;
