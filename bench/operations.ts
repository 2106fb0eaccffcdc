/** What is measured: operations as clients send them, and what each is to reach. */
import { readFileSync } from 'node:fs';

export type OperationName = 'point' | 'page' | 'traversal' | 'filter' | 'contract' | 'dispute' | 'count' | 'nodes';

export interface Operation {
  /** In the words of the report. */
  title: string;
  /** The text of operations/<name>.graphql. */
  document: string;
  /** The share of the floor's requests per second that Casebook is to reach. */
  floorGoal?: number;
}

const read = (name: OperationName) => readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8');

export const operations: Record<OperationName, Operation> = {
  point: { title: 'a record by slug', document: read('point'), floorGoal: 0.65 },
  page: { title: 'page of 20, two levels', document: read('page'), floorGoal: 1 },
  traversal: { title: 'five relations deep', document: read('traversal'), floorGoal: 1 },
  filter: { title: 'filter and order', document: read('filter'), floorGoal: 0.65 },
  contract: { title: 'event to sentences', document: read('contract') },
  dispute: { title: 'claims in dispute', document: read('dispute') },
  count: { title: 'totalCount of a filter', document: read('count') },
  nodes: { title: '100 records by id', document: read('nodes') },
};

export const operationNames = Object.keys(operations) as OperationName[];

/** How many times PostGraphile's requests per second Casebook is to answer, whatever the operation. */
export const postgraphileGoal = 2.5;
