/**
 * The Unix socket of the embedded server, which answers sooner than TCP does: in the data folder, which nobody else may
 * enter. The programs of the project use it; psql and all others have 127.0.0.1.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a path that the system takes for a socket, without the NUL at its end: sockaddr_un. */
const longestPath = process.platform === 'darwin' ? 103 : 107;

export const noSocket = 'unix_socket_directories=';

const name = (port: number) => `.s.PGSQL.${port}`;

/** Lines for postgresql.conf that give the server of `data` a socket, if it can have one. */
export function socketSettings(data: string): string[] {
  const fits = Buffer.byteLength(join(data, name(65_535))) <= longestPath;
  if (process.platform === 'win32' || !fits) return [noSocket];
  // The server works in its data folder: so named, the folder may have any name.
  return ['unix_socket_directories=.', 'unix_socket_permissions=0700'];
}

/** Whether there is a socket of the server at `port` in `data`. */
export async function hasSocket(data: string, port: number): Promise<boolean> {
  return stat(join(data, name(port))).then(
    (found) => found.isSocket(),
    () => false,
  );
}

/** Removes the sockets of servers that were killed from `data`, which no server uses: each had a port of its own. */
export async function removeSockets(data: string): Promise<void> {
  const names = await readdir(data).catch(() => []);
  for (const left of names.filter((one) => /^\.s\.PGSQL\.\d+(\.lock)?$/.test(one)))
    await rm(join(data, left), { force: true });
}
