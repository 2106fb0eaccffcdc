import { rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Account } from './account.ts';
import { superuser } from './create.ts';
import { writeSecret } from './ownership.ts';

/** Writes the password file that psql reads, for the port of this start. */
export async function writePgpass(folder: string, port: number, password: string, account: Account): Promise<void> {
  const path = join(folder, 'pgpass');
  const fresh = `${path}.new-${process.pid}`;
  try {
    await writeSecret(fresh, `127.0.0.1:${port}:*:${superuser}:${password}\n`, account);
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** The shell command that opens psql on the server at `port`; it names the password file, never the password. */
export function psqlCommand(folder: string, port: number): string {
  const path = join(relative(process.cwd(), folder), 'pgpass');
  const quoted = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
  return `PGPASSFILE=${quoted} psql -h 127.0.0.1 -p ${port} -U ${superuser} ${superuser}`;
}
