/** The PostgreSQL under all of them: the embedded one, on data that are kept between runs. */
import { withClient } from '../src/db/client.ts';
import { readPostmaster } from '../src/db/embedded/postmaster.ts';
import { dataFolderIn, startEmbedded } from '../src/db/embedded/server.ts';
import { type Progress } from '../src/progress.ts';

export interface Database extends AsyncDisposable {
  url: string;
  /** Of the process that all the others of PostgreSQL are children of. */
  pid: number;
  /** How many statements `run` makes PostgreSQL execute, whoever sends them. */
  countStatements(run: () => Promise<void>): Promise<number>;
  /** Counting costs time: from here on nothing is counted. */
  stopCounting(): Promise<void>;
}

const counting = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.max=10000'];

export async function openDatabase(folder: string, progress: Progress): Promise<Database> {
  const server = await startEmbedded(folder, { progress, settings: counting });
  const postmaster = await readPostmaster(dataFolderIn(folder));
  if (postmaster === undefined) throw new Error(`PostgreSQL in ${folder} has no postmaster.pid`);
  // Statements are counted in another database: nothing is added to the one that is measured.
  const admin = new URL(server.url);
  admin.pathname = '/template1';
  const sql = (text: string) => withClient(admin.href, (client) => client.query<{ calls: string }>(text));
  await sql('create extension if not exists pg_stat_statements');
  const setTracking = async (value: string) => {
    await sql(`alter system set pg_stat_statements.track = ${value}`);
    await sql('select pg_reload_conf()');
  };
  await setTracking('top');
  return {
    url: server.url,
    pid: postmaster.pid,
    async countStatements(run) {
      await sql('select pg_stat_statements_reset()');
      await run();
      const { rows } = await sql(
        `select coalesce(sum(calls), 0) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
         where d.datname = '${decodeURIComponent(new URL(server.url).pathname.slice(1))}'`,
      );
      return Number(rows[0]?.calls);
    },
    stopCounting: () => setTracking('none'),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
