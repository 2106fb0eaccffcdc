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
 * @returns what tells the value of a metric, all as they were at one moment; without labels it is summed over all of them, and
 *   0 where none was counted yet. Throws for a name that no metric has.
 */
export async function readMetrics(
  url: string,
  headers: Record<string, string> = {},
): Promise<(name: string) => number> {
  const lines = (await (await fetch(new URL('/metrics', url), { headers })).text()).split('\n');
  return (name) => {
    const family = name.replace(/\{.*/, '').replace(/_(bucket|count|sum)$/, '');
    if (!lines.some((line) => line.startsWith(`# TYPE ${family} `))) throw new Error(`there is no metric ${family}`);
    const samples = lines.filter((line) => line.startsWith(name) && ' {'.includes(line.charAt(name.length)));
    return samples.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  };
}

/** @returns the value of one metric, as `readMetrics` tells it */
export const metricOf = async (url: string, name: string, headers: Record<string, string> = {}): Promise<number> =>
  (await readMetrics(url, headers))(name);
