import { type AnswerOptions, createAnswer } from '../answer/answer.ts';
import { printSorted } from '../graphql/print.ts';
import { type AppOptions, createApp } from './app.ts';
import { createLandingPage } from './landingPage.ts';
import { listen } from './listen.ts';
import { graphqlPath } from './route.ts';

/** Milliseconds that requests under way are given when the server closes. */
const DRAIN_TIMEOUT = 10_000;

export interface ServerOptions extends AnswerOptions, Omit<AppOptions, 'answer' | 'page' | 'schemaText'> {
  /** 0 for any free one. */
  port: number;
  /** The operation that Sandbox, the landing page, opens with. */
  landingDocument: string;
  /** Milliseconds that requests under way are given when the server closes; ten seconds when undefined. */
  drainTimeout?: number;
}

/** A server that listens. Disposing of it lets the requests under way finish, in bounded time. */
export interface RunningServer extends AsyncDisposable {
  /** Of the GraphQL endpoint. */
  url: string;
  port: number;
}

/**
 * Starts the API on HTTP. What it is given (schema, engine, metrics, logger) stays the caller's; signals are too.
 * @throws Failure with one line that says what to do, when it cannot listen
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const road = await createAnswer(options);
  const page = await createLandingPage(options.landingDocument);
  let printed: string | undefined;
  const schemaText = options.introspection ? () => (printed ??= printSorted(options.schema)) : undefined;
  const { server, requests } = createApp({ ...options, answer: road.answer, page, schemaText });
  try {
    const { port, origin, stop } = await listen(server, options.host, options.port);
    const close = async () => {
      await requests.drain(options.drainTimeout ?? DRAIN_TIMEOUT, stop);
      await road[Symbol.asyncDispose]();
    };
    return { url: origin + graphqlPath, port, [Symbol.asyncDispose]: close };
  } catch (error) {
    await road[Symbol.asyncDispose]();
    throw error;
  }
}
