import { loadProjectCases } from '../../src/cases/storing/load.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { createTemplate, markAlive, newRunName, runVariable, type TestRun } from './databases.ts';
import { checkMigrationsMake } from './migrationsMake.ts';
import { noProgress, openTestServer } from './postgres.ts';

declare global {
  /** Ends what the global setup started; globalTeardown.ts calls it. */
  var endTestRun: (() => Promise<void>) | undefined;
}

/** One server per run, with a template per kind of content; the test files copy them. */
export default async function globalSetup(): Promise<void> {
  const server = await openTestServer(noProgress);
  globalThis.endTestRun = async () => server[Symbol.asyncDispose]();
  const reader = { user: '', password: '' };
  const run: TestRun = { url: server.url, name: newRunName(), throwAway: server.throwAway, reader };
  const marker = await markAlive(run);
  globalThis.endTestRun = async () => {
    await marker[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  };
  await createTemplate(run, 'tables', 'nothing', async (url) => {
    await migrate(url, { progress: noProgress });
    await checkMigrationsMake(url);
    const { searchParams } = new URL(await createReaderLogin(url));
    Object.assign(reader, { user: searchParams.get('user'), password: searchParams.get('password') ?? '' });
  });
  await createTemplate(run, 'cases', 'tables', async (url) => {
    await loadProjectCases(url, { progress: noProgress });
  });
  // The workers inherit the environment.
  process.env[runVariable] = JSON.stringify(run);
}
