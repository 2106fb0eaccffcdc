/** Starts PostgreSQL on data that another one may be using, may have used until a moment ago, or may have left behind. */
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../failure.ts';
import { explainOutput } from './explain.ts';
import { type Kept } from './keep.ts';
import { readPostmaster } from './postmaster.ts';
import { removeSockets } from './socket.ts';

interface LaunchOptions {
  /** Beside the usual environment. */
  variables: Record<string, string>;
  /** False where the file system has no sockets. */
  hasSocket: boolean;
}

/** Starts a postgres on a port. */
type Launch = (port: number, options: LaunchOptions) => Kept;

/**
 * Starts PostgreSQL with `run` on a free port, once nothing else uses the data.
 * @throws Failure when something keeps using them, or PostgreSQL gives up.
 */
export async function launch(data: string, run: Launch): Promise<{ port: number; kept: Kept }> {
  const options: LaunchOptions = { variables: {}, hasSocket: true };
  for (let attempt = 1; ; attempt++) {
    await waitWhileInUse(data);
    await removeSockets(data);
    const port = await freePort();
    const kept = run(port, options);
    if (await kept.ready) return { port, kept };
    const log = kept.log();
    const locked = /lock file "postmaster\.pid"|shared memory block/.test(log);
    const portTaken = /could not create any TCP/.test(log);
    const noSocket = options.hasSocket && /could not create any Unix/.test(log);
    if (noSocket) options.hasSocket = false;
    if (attempt === 20 || !(locked || portTaken || noSocket)) throw explainOutput('PostgreSQL', log, data);
    if (!locked) continue;
    const owner = await readPostmaster(data);
    // The number of a killed server may belong to another program now. PostgreSQL takes its grandparent's number for
    // no rival: told so, it still makes sure that no process of the killed server is left.
    if (owner !== undefined && !owner.running) options.variables = { PG_GRANDPARENT_PID: String(owner.pid) };
    // A crash on a full disk leaves the file empty.
    if (owner === undefined && attempt > 3) await rm(join(data, 'postmaster.pid'), { force: true });
    await sleep(250);
  }
}

/**
 * Waits for a server that is on its way out, whose starter was killed a moment ago.
 * @throws Failure when it stays.
 */
async function waitWhileInUse(data: string): Promise<void> {
  const patience = { stopping: 60_000, otherwise: 2000 };
  for (let waited = 0; ; waited += 100) {
    const owner = await readPostmaster(data);
    if (!owner?.running) return;
    if (waited >= (owner.status === 'stopping' ? patience.stopping : patience.otherwise))
      throw new Failure(
        `${data} is in use by PostgreSQL process ${owner.pid}: another npm start or npm run seed is running here; stop it first (or, if none is, kill -INT ${owner.pid})`,
      );
    await sleep(100);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
