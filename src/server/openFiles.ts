/** Each connection is an open file, and of these a process may have only so many. */
import process from 'node:process';
import { MAX_CONNECTIONS } from './sockets.ts';

/** Files that Node, its libraries, the log and what starts beside them have open: some 30, and as many to spare. */
const OTHER_FILES = 64;
/** The least number of connections of clients, where even fewer files are left. */
const FEWEST = 10;

/** @returns how many files the process may open (`ulimit -n`); undefined where the system tells no number */
export function openFileLimit(): number | undefined {
  const report = process.report as typeof process.report & { excludeNetwork: boolean };
  // Without this the report would look up the names of all connected hosts.
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as { userLimits?: { open_files?: { soft: number | 'unlimited' } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : undefined;
}

/**
 * @param limit files that the process may open; undefined for no number
 * @param databaseConnections those that it keeps to PostgreSQL at most
 * @returns how many connections of clients there may be, so that a file is left for all else
 */
export function connectionsWithin(limit: number | undefined, databaseConnections: number): number {
  if (limit === undefined) return MAX_CONNECTIONS;
  return Math.min(MAX_CONNECTIONS, Math.max(FEWEST, limit - databaseConnections - OTHER_FILES));
}
