/** Stands between a server and PostgreSQL, and treats connections, above all the one for announcements, as a test wants. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Proxy extends AsyncDisposable {
  /** Of the database, through the proxy. */
  url: string;
  /** Milliseconds by which what PostgreSQL says there is late. */
  delay: number;
  /** Lets nothing pass there, in silence. */
  stalled: boolean;
  /** Takes no new connection of that sort. */
  refusing: boolean;
  /** Gives clients another number for the process that serves them, as poolers do. */
  pooling: boolean;
  /** How many of that sort there have been. */
  connections: number;
  /** How many results are still to be cut in the middle, with their connections. */
  cuts: number;
  /** Lets nothing pass any more, in silence, on all connections that are open now. */
  mute(): void;
  /** Forgets all connections that are open now: what a client sends on one of them next is answered with a reset. */
  forget(): void;
}

/** Bytes that arrive together only in a result. */
const half = 1000;

const listening = Buffer.from('casebook answers');

export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let mutings = 0;
  let forgettings = 0;
  const server = createServer((client) => void relay(client).catch(() => client.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const through = new URL(url);
  Object.assign(through, { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) });
  const proxy: Proxy = {
    url: through.href,
    delay: 0,
    stalled: false,
    refusing: false,
    pooling: false,
    connections: 0,
    cuts: 0,
    mute: () => void (mutings += 1),
    forget: () => void (forgettings += 1),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function relay(client: Socket) {
    const [first] = (await once(client, 'data')) as [Buffer];
    client.pause();
    const special = first.includes(listening);
    if (special) proxy.connections += 1;
    if (special && proxy.refusing) return client.destroy();
    const opened = mutings;
    const known = forgettings;
    const isSilent = () => mutings > opened || (special && proxy.stalled);
    const upstream = connect(Number(target.port), target.hostname);
    upstream.write(first);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      let last = Promise.resolve();
      from.on('error', () => {});
      from.on('data', (chunk) => {
        if (isSilent()) return;
        if (from === client && forgettings > known) return client.resetAndDestroy();
        if (from === upstream && proxy.cuts > 0 && chunk.length > 2 * half) {
          proxy.cuts -= 1;
          to.end(chunk.subarray(0, half));
          return;
        }
        if (special && proxy.pooling) renumber(chunk);
        const late = special && from === upstream ? proxy.delay : 0;
        last = late
          ? last.then(() => setTimeout(late)).then(() => void to.write(chunk))
          : last.then(() => void to.write(chunk));
      });
      from.on('close', () => {
        sockets.delete(from);
        if (!isSilent()) to.destroy();
      });
    }
    client.resume();
  }
  return proxy;
}

/** Changes the process number in BackendKeyData (PostgreSQL's documentation, "Message Formats"), if it is there. */
function renumber(chunk: Buffer): void {
  const start = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (start >= 0) chunk.writeInt32BE(1_000_000_007, start + 5);
}
