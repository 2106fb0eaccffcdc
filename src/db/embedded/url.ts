import { readPassword, superuser } from './create.ts';
import { hasSocket } from './socket.ts';

/** The URL of the server at `port` whose data is in `data`: over its socket, where it has one. */
export async function embeddedUrl(data: string, port: number): Promise<string> {
  // sslmode: a PGSSLMODE in the caller's environment is not meant for this server.
  const url = new URL(
    `postgresql://${superuser}:${await readPassword(data)}@127.0.0.1:${port}/${superuser}?sslmode=disable`,
  );
  if (await hasSocket(data, port)) url.searchParams.set('host', data);
  return url.href;
}
