/** A client that says exactly what a test tells it to, where fetch is too polite. */
import { once } from 'node:events';
import http from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Whose connections it goes over. */
  agent?: http.Agent;
}

export interface Received {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export const json = { 'content-type': 'application/json' };

/** Sends one request, on a connection of its own unless it has an agent, with no header that is not given but Host and the length. */
export async function send(
  url: string,
  { method = 'POST', path = '/graphql', headers = {}, body, agent }: Sent,
): Promise<Received> {
  const { hostname, port } = new URL(url);
  const request = http.request({ hostname, port, method, path, headers, agent: agent ?? false });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await textOf(response) };
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

/** A connection on which a test writes bytes as it likes. */
export interface Line {
  socket: Socket;
  /** What has come back so far. */
  heard(): string;
  /** Resolves with all that has come back when the server has closed the connection. */
  closed: Promise<string>;
  /** Resolves when what has come back matches. */
  hears(pattern: RegExp): Promise<void>;
}

/** Opens a connection to the server at `url`; `localAddress` makes it another client on the same computer. */
export async function openLine(url: string, localAddress?: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), ...(localAddress && { localAddress }) });
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  // A server that closes while something is sent resets the connection: that is its right.
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await Promise.race([once(socket, 'connect'), closed]);
  return {
    socket,
    closed,
    heard: () => text,
    hears: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(text)) return;
          socket.off('data', look);
          resolve();
        };
        socket.on('data', look);
        void closed.then(() => reject(new Error(`closed before ${String(pattern)}: ${text}`)));
        look();
      }),
  };
}

/** A request as it goes over the line. */
export function requestText(query: string, headers: Record<string, string> = {}): string {
  const body = JSON.stringify({ query });
  const all = { host: 'localhost', ...json, 'content-length': String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return ['POST /graphql HTTP/1.1', ...lines, '', body].join('\r\n');
}
