/** The API as `npm start` starts it, in this process: the one place where tests start it. It knows nothing of jest: `npm run fuzz` uses it too. */
import { startApi } from '../../src/api.ts';
import { readConfig } from '../../src/config.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { asReader } from './databases.ts';

/**
 * Starts the API on a free port, without a log.
 * @param url of a database of the test run, which is read as the reader of the run
 * @param env settings other than those of `npm start`
 */
export const startTestApi = (url: string, env: Record<string, string> = {}): Promise<RunningServer> =>
  startApi(readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }), asReader(url));

/**
 * @param url of the API
 * @param name of a metric; without labels it is summed over all of them
 * @returns the value that the server tells; 0 where there is none
 */
export async function metricOf(url: string, name: string, headers: Record<string, string> = {}): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url), { headers })).text();
  const samples = text.split('\n').filter((line) => line.startsWith(name) && ' {'.includes(line.charAt(name.length)));
  return samples.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
