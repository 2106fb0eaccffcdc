/** Gives the programs their database: the one of DATABASE_URL, or an embedded PostgreSQL. */
import { type Config } from '../config.ts';
import { type Progress } from '../progress.ts';
import { psqlCommand } from './embedded/pgpass.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { dataFolderIn, startEmbedded } from './embedded/server.ts';
import { embeddedUrl } from './embedded/url.ts';

/** An open database; disposing of it stops what was started for it. */
export interface Database extends AsyncDisposable {
  /** For migrations and loading. */
  url: string;
  /** For the API: READER_DATABASE_URL, where it is set. */
  readerUrl?: string;
  /** The shell command that opens psql on an embedded server. */
  psql?: string;
  /** One line, when the embedded server that was started for it has died. Never resolves otherwise. */
  exited: Promise<string>;
}

export interface OpenOptions {
  progress: Progress;
  /** Use the embedded server that another program is running on the same data, if there is one. */
  join?: boolean;
}

const never = new Promise<never>(() => {});

/**
 * Opens the database that `config` names; without DATABASE_URL this starts a PostgreSQL of its own.
 * @throws Failure with one line that says what to do.
 */
export async function openDatabase(config: Config, { progress, join = false }: OpenOptions): Promise<Database> {
  const { databaseUrl, readerDatabaseUrl, dataFolder } = config;
  const nothingToStop = { exited: never, [Symbol.asyncDispose]: async () => {} };
  if (databaseUrl !== undefined) return { url: databaseUrl, readerUrl: readerDatabaseUrl, ...nothingToStop };
  const data = dataFolderIn(dataFolder);
  const running = join ? await readPostmaster(data) : undefined;
  if (running?.running && running.status === 'ready')
    return {
      url: await embeddedUrl(data, running.port),
      psql: psqlCommand(dataFolder, running.port),
      ...nothingToStop,
    };
  const server = await startEmbedded(dataFolder, { progress });
  return { ...server, psql: psqlCommand(dataFolder, server.port) };
}
