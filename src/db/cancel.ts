/** Cancels what runs on a connection, as PostgreSQL's protocol has it ("Canceling Requests in Progress"). */
import { once } from 'node:events';
import pg from 'pg';

/** Milliseconds. */
const timeout = 2000;

/** What pg has and its types do not tell. */
type Cancelable = pg.Client & { processID: number; secretKey: number; sslNegotiation: 'postgres' | 'direct' };
type Connection = pg.Connection & {
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
};

/** Who waits for what runs on a connection. */
export interface Cancelling {
  /** What runs for it now. */
  running?: Running | undefined;
}

/** What runs on a connection for somebody who may go away. */
export class Running {
  readonly #client: pg.Client;
  #cancelled: Promise<void> | undefined;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  /** To be called when nobody waits for it any more. */
  cancel(): void {
    this.#cancelled ??= cancelStatement(this.#client);
    // It is waited for at the end. Until then its failure is nobody's, and would end the process.
    this.#cancelled.catch(() => {});
  }

  /**
   * Where it returns a promise, a cancel request is on its way, which would meet whatever runs next on the connection: that
   * has to wait. It is rejected where nobody knows whether the request has arrived.
   */
  end(requester: Cancelling): Promise<void> | undefined {
    requester.running = undefined;
    return this.#cancelled;
  }
}

/** Has `requester.running` stand for what runs on `client` from now on, until it ends. */
export function cancellable(client: pg.Client, requester: Cancelling): Running {
  const running = new Running(client);
  requester.running = running;
  return running;
}

/**
 * Asks the server, on a connection of its own, to cancel the statement under way on `client`, which ends with an error
 * then, or with its result where it was quicker. Nothing else may run on `client` before both have come back:
 * PostgreSQL cancels whatever runs when the request arrives.
 * @returns when the server has passed the request on
 * @throws Error when it is not known whether it has
 */
async function cancelStatement(client: pg.ClientBase): Promise<void> {
  const { host, port, ssl, sslNegotiation, processID, secretKey } = client as Cancelable;
  const options = { host, port, ssl, sslnegotiation: sslNegotiation };
  const connection = new pg.Client(options).connection as Connection;
  const tooLate = () => connection.stream.destroy(new Error('the server does not take the cancel request'));
  const timer = setTimeout(tooLate, timeout);
  if (ssl && sslNegotiation !== 'direct') connection.once('connect', () => connection.requestSsl());
  connection.once(ssl ? 'sslconnect' : 'connect', () => connection.cancel(processID, secretKey));
  try {
    // The server closes the connection when it has signalled the process.
    const closed = once(connection, 'end');
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(port, host);
    await closed;
  } finally {
    clearTimeout(timer);
    connection.on('error', () => {});
    connection.stream.destroy();
  }
}
