import type { Amount } from '../support/rows.ts';
import { few, fillTables, many } from '../support/rows.ts';
import type { Content } from '../support/databases.ts';
import { readKnown } from './generate/known.ts';
import type { Dataset } from './property.ts';
import { openServers } from './servers.ts';

/** The databases that operations are compared on: synthetic rows, and the cases of the project. */
export const contents: { name: string; content: Content; amount?: Amount }[] = [
  { name: 'few synthetic rows', content: 'tables', amount: few },
  { name: 'the cases', content: 'cases' },
  { name: 'many synthetic rows', content: 'tables', amount: many },
];

/** Fills the databases at `urls`, in the order of `contents`, and starts the servers on them. */
export async function openDatasets(urls: readonly string[]): Promise<Dataset[]> {
  const datasets: Dataset[] = [];
  for (const [index, { name, amount }] of contents.entries()) {
    const url = urls[index] as string;
    if (amount) await fillTables(url, amount);
    datasets.push({ name, known: await readKnown(url), servers: await openServers(url) });
  }
  return datasets;
}
