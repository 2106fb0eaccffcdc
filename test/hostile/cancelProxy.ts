/** Stands between a server and PostgreSQL, and keeps cancel requests back until a test lets them through. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CancelProxy extends AsyncDisposable {
  /** Of the database, through the proxy. */
  url: string;
  /** How many cancel requests have come. */
  cancels: number;
  /** Lets those that have come through, and all that come. */
  pass(): void;
}

/** The code in the place of a protocol version (PostgreSQL's documentation, "Message Formats"). */
const cancelRequest = 80_877_102;

export async function startCancelProxy(url: string): Promise<CancelProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let pass = () => {};
  const passed = new Promise<void>((resolve) => (pass = resolve));
  const server = createServer(async (client) => {
    sockets.add(client);
    client.on('error', () => {});
    const [first] = (await once(client, 'data')) as [Buffer];
    client.pause();
    if (first.readInt32BE(4) === cancelRequest) {
      proxy.cancels += 1;
      await passed;
    }
    const upstream = connect(Number(target.port), target.hostname);
    sockets.add(upstream);
    upstream.on('error', () => {});
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.write(first);
    client.pipe(upstream).pipe(client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const through = new URL(url);
  Object.assign(through, { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) });
  const proxy: CancelProxy = {
    url: through.href,
    cancels: 0,
    pass,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
