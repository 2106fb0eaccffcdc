import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, isIPv6, type Server } from 'node:net';
import { Failure } from '../failure.ts';

/**
 * Listens on `host` and `port`; on `localhost` that is 127.0.0.1 and ::1, where the computer has them.
 * @returns the port, the address for a person to open, and what lets nobody else in
 * @throws Failure with one line that says what to do
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
): Promise<{ port: number; origin: string; stop(): void }> {
  try {
    const [first = host, ...others] = host === 'localhost' ? await addressesOf(host) : [host];
    await once(server.listen({ host: first, port }), 'listening');
    const doors = [server];
    const stop = () => doors.forEach((door) => door.close());
    const bound = (server.address() as AddressInfo).port;
    try {
      for (const address of others) doors.push(...(await openDoor(server, address, bound, port === 0)));
    } catch (error) {
      stop();
      throw error;
    }
    return { port: bound, origin: `http://${openable(host)}:${bound}`, stop };
  } catch (error) {
    throw explainListenError(error, host, port);
  }
}

const addressesOf = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Lets clients in by another address: one server has all connections, with its timeouts and limits. When another program
 * has the address, half of the clients would reach that program.
 */
async function openDoor(server: Server, host: string, port: number, isAnyPort: boolean): Promise<Server[]> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket));
  try {
    await once(door.listen({ host, port }), 'listening');
    return [door];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && !isAnyPort) throw error;
    return [];
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
