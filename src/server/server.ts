import { createApollo, type ApolloOptions } from './apollo.ts';
import { type AppOptions, createApp } from './app.ts';
import { listen } from './listen.ts';
import { graphqlPath } from './route.ts';

/** Milliseconds that requests under way are given when the server closes. */
const DRAIN_TIMEOUT = 10_000;

export interface ServerOptions<TContext extends object> extends ApolloOptions, AppOptions<TContext> {
  /** 0 for any free one. */
  port: number;
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
 * Starts the API on HTTP. What it is given (schema, context, metrics, logger) stays the caller's; signals are too.
 * @throws Failure with one line that says what to do, when it cannot listen
 */
export async function startServer<TContext extends object>(options: ServerOptions<TContext>): Promise<RunningServer> {
  const apollo = createApollo<TContext>(options);
  await apollo.start();
  const { app, requests } = await createApp(apollo, options);
  const close = async () => {
    await requests.drain(options.drainTimeout ?? DRAIN_TIMEOUT);
    await apollo.stop();
  };
  try {
    const { port, origin } = await listen(app, options.host, options.port);
    return { url: origin + graphqlPath, port, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}
