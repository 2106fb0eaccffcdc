/** npm start: the database, its migrations, the cases, the server; and back in the opposite order. */
import { loadProjectCases } from './cases/storing/load.ts';
import { CaseProblems } from './cases/problems.ts';
import { readConfig } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { checkReaderUrl } from './db/reader.ts';
import { createReaderLogin } from './db/readerLogin.ts';
import { warnOfSuperuser } from './db/superuser.ts';
import { Failure } from './failure.ts';
import { keepHeapSmall } from './heap.ts';
import { createProgress } from './progress.ts';
import { asFailure } from './shortage.ts';
import { listenForStop } from './stop.ts';

keepHeapSmall();
// Whoever reads what is printed may go away, and a disk may be full: no reason to end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
const progress = createProgress(process.stderr);

async function run(): Promise<void> {
  const stop = listenForStop();
  const config = readConfig();
  const opening = openDatabase(config, { progress });
  // Its libraries are read while PostgreSQL starts.
  const api = import('./api.ts');
  await using database = await opening;
  const warnings: string[] = [];
  await migrate(database.url, { progress, warn: (message) => warnings.push(message) });
  const { casesFolders } = config;
  warnings.push(...(await loadProjectCases(database.url, { casesFolders, progress, keepStored: true })).warnings);
  // The API never logs in as the user of DATABASE_URL.
  const readerUrl = database.readerUrl ?? (await createReaderLogin(database.url));
  await checkReaderUrl(readerUrl);
  // The embedded PostgreSQL is Casebook's alone.
  const { databaseUrl, readerDatabaseUrl } = config;
  if (databaseUrl !== undefined)
    warnings.push(...(await warnOfSuperuser(databaseUrl, readerDatabaseUrl !== undefined)));
  const { startApi } = await api;
  await using server = await startApi(config, readerUrl);

  progress.done();
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  console.log(welcome(server.url, database.psql));
  stop.stopInOrder();
  const died = await Promise.race([stop.requested, database.exited]);
  if (died !== undefined) throw new Failure(died);
  console.log('Stopping …');
}

function welcome(url: string, psql: string | undefined): string {
  const query = JSON.stringify({ query: '{ cases { nodes { slug title } } }' });
  return [
    `Casebook listens at ${url} (in a browser: Apollo Sandbox). A query to try:`,
    `  curl -s ${url} -H 'content-type: application/json' -d '${query}'`,
    ...(psql === undefined ? [] : ['Its tables, in psql:', `  ${psql}`]),
    'Ctrl-C stops it.',
  ].join('\n');
}

try {
  await run();
  process.exit(0);
} catch (error) {
  progress.done();
  // These say all there is to say; of anything else the stack is wanted.
  if (error instanceof CaseProblems) console.error(`npm start: the case files have problems:\n${error.message}`);
  else {
    const failure = asFailure(error);
    console.error(failure ? `npm start: ${failure.message}` : error);
  }
  process.exit(1);
}
