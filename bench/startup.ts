/** How long a user waits: from the command of `npm start` to the first answer, on data that are there. */
import { resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { type Progress } from '../src/progress.ts';
import { openDatabase } from './database.ts';
import { startCasebook } from './servers.ts';
import { type Variables } from './variables.ts';

const runs = 5;

/** @returns seconds, one for each run. With the embedded PostgreSQL's own start where a setting names the data folder. */
export async function measureStartup(folder: string, variables: Variables, progress: Progress): Promise<number[]> {
  progress.update('Measuring how long the start takes …');
  const settings = { DATA_FOLDER: folder };
  if (resolve(readConfig(settings).dataFolder) === resolve(folder)) return repeat(settings, variables);
  await using database = await openDatabase(folder, progress);
  return await repeat({ DATABASE_URL: database.url }, variables);
}

async function repeat(settings: Record<string, string>, variables: Variables): Promise<number[]> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await using server = await startCasebook(settings);
    const { url, body } = server.ask('point', variables);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.text();
    seconds.push((performance.now() - started) / 1000);
  }
  return seconds;
}
