/** Writes the documents, formatted as the project's checks want them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../../src/config.ts';
import { type Results, sizesOf } from '../results.ts';
import { chart } from './chart.ts';
import { markdown } from './markdown.ts';

const resultsFile = join(projectFolder, 'bench', 'results.json');
const documentFile = join(projectFolder, 'docs', 'performance.md');

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

/** Results of earlier runs. */
export async function readResults(): Promise<Results> {
  return JSON.parse(await readFile(resultsFile, 'utf8').catch(() => '{}')) as Results;
}

/** Keeps the results, with figures cut to what they can tell. */
export async function writeResults(results: Results): Promise<void> {
  const cut = (_key: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  await write(resultsFile, JSON.stringify(results, cut));
}

/** @returns the files written */
export async function writeReport(results: Results): Promise<string[]> {
  await write(documentFile, markdown(results));
  const charts = sizesOf(results).map(async ([size, result]) => {
    const path = join(projectFolder, 'docs', `performance-${size}.svg`);
    const clients = Object.keys(Object.values(result.operations)[0]?.clients ?? {}).at(-1) ?? '1';
    const title = `Requests per second as a share of the floor’s, data: ${size}, clients: ${clients}`;
    await writeFile(path, chart(title, result, clients));
    return path;
  });
  return [documentFile, ...(await Promise.all(charts))];
}
