import type { FastifyInstance } from 'fastify';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, isIPv6 } from 'node:net';
import { Failure } from '../failure.ts';

/**
 * Listens on `host` and `port`; on `localhost` that is 127.0.0.1 and ::1, where the computer has them.
 * @returns the port, and the address for a person to open
 * @throws Failure with one line that says what to do
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<{ port: number; origin: string }> {
  try {
    await app.listen({ host, port });
    if (host === 'localhost' && port !== 0) await assertNotShared(app, port);
  } catch (error) {
    throw explainListenError(error, host, port);
  }
  const bound = addressesOf(app)[0]?.port ?? port;
  return { port: bound, origin: `http://${openable(host)}:${bound}` };
}

function addressesOf(app: FastifyInstance): AddressInfo[] {
  return app.addresses().filter((address) => typeof address === 'object');
}

/**
 * Fastify passes over an address of localhost that it cannot have. When another program has it, half of the clients
 * would reach that program.
 */
async function assertNotShared(app: FastifyInstance, port: number): Promise<void> {
  const bound = addressesOf(app).map(({ address }) => address);
  for (const { address } of await lookup('localhost', { all: true })) {
    if (bound.includes(address)) continue;
    const probe = createServer();
    try {
      await once(probe.listen({ host: address, port }), 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw error;
    } finally {
      probe.close();
    }
  }
}

function explainListenError(error: unknown, host: string, port: number): unknown {
  const explain = (message: string) => new Failure(message, { cause: error });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return explain(`port ${port} of ${host} is in use: stop the program that has it, or set PORT to another`);
    case 'EACCES':
      return explain(`port ${port} needs rights that this user does not have: set PORT to one above 1023`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
      return explain(
        `${host} is not an address of this computer: set HOST to localhost, or to 0.0.0.0 for all of them`,
      );
    default:
      return error;
  }
}

/** A host that a browser on this computer can open. */
function openable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
