/** What a run leaves behind, in results.json: enough to write the report anew. */
import { type OperationName } from './operations.ts';
import { type Profile } from './profile.ts';
import { type ServerName } from './servers.ts';

export const sizes = ['case', 'small', 'large'] as const;
export type Size = (typeof sizes)[number];

/** One server, asked one operation for a second or two. */
export interface Round {
  requests: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Seconds of processor time, of the server and of all of PostgreSQL. */
  serverCpu: number;
  postgresCpu: number;
}

export interface OperationResult {
  /** Of an answer of Casebook's, on average. */
  bytes: number;
  /** SQL statements per request. */
  statements: Partial<Record<ServerName, number>>;
  /** By the number of clients; the rounds of all servers took turns. */
  clients: Record<string, Partial<Record<ServerName, Round[]>>>;
  /** Casebook with its answer cache on, asked what it has answered before. */
  hits?: Record<string, Round[] | undefined>;
}

/** What a client that asks for little meets: milliseconds, and requests that were not answered. */
interface Latency {
  median: number;
  most: number;
  failed: number;
}

/** A client that asks for a record, again and again: alone, and beside one that asks for as much as the limits admit. */
export interface Neighbours {
  /** Of the client that asks for much. */
  connections: number;
  sent: number;
  quiet: Latency;
  busy: Latency;
}

export interface SizeResult {
  /** ISO 8601. */
  date: string;
  command: string;
  machine: string;
  versions: Record<string, string>;
  /** How many records of some types there are. */
  records: Record<string, number>;
  operations: Partial<Record<OperationName, OperationResult>>;
  /** MiB of the server's process at the end of the run, and the most it ever took. */
  memory: Partial<Record<ServerName, { now: number; peak: number }>>;
  /** Of `point` with 16 clients. */
  profile?: Profile;
  neighbours?: Neighbours;
  /** Seconds from `npm start`'s command to the first answer, on data that are there. */
  startup?: number[];
}

/** How the work grows with the data for one kind of filter. */
export interface Growth {
  name: string;
  /** Of relations. */
  paths: number;
  statements: number;
  /** The most, and for which path. */
  worst: number;
  of: string;
}

export interface JoinsResult {
  /** ISO 8601. */
  date: string;
  /** The version of PostgreSQL. */
  postgres: string;
  /** Rows of each kind. */
  sizes: [number, number];
  growths: Growth[];
}

export type Results = Partial<Record<Size, SizeResult>> & { joins?: JoinsResult };

/** @returns the results of each size that has been measured */
export const sizesOf = (results: Results) =>
  sizes.flatMap((size): [Size, SizeResult][] => (results[size] ? [[size, results[size]]] : []));
