/** The data that are measured on: made once, kept below .data. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProjectCases } from '../seed/load.ts';
import { projectFolder } from '../src/config.ts';
import { withClient } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { Failure } from '../src/failure.ts';
import { type Progress } from '../src/progress.ts';
import { type Size } from './results.ts';

/** Events of a synthetic corpus; the article's case alone has a few. */
const events: Record<Size, number> = { case: 0, small: 10_000, large: 100_000 };

export const folderOf = (size: Size) => join(projectFolder, '.data', `bench-${size}`);

/** Loads what is missing into the database at `url`. */
export async function prepare(url: string, size: Size, progress: Progress): Promise<void> {
  await migrate(url, { progress });
  await loadProjectCases(url, { progress });
  const { rows } = await withClient(url, (client) => client.query<{ count: string }>('select count(*) from "Event"'));
  if (Number(rows[0]?.count) >= events[size]) return;
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object };
  if (!('corpus' in scripts)) throw new Failure('there is no npm run corpus yet: measure with --size case, or --data');
  progress.update(`Making the ${size} corpus (npm run corpus) …`);
  const args = ['run', '--silent', 'corpus', '--', '--events', String(events[size]), '--database', url];
  const { status } = spawnSync('npm', args, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Failure('npm run corpus failed: see above');
}
