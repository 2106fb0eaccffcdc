/** `npm run seed`: loads cases, or says what loading them would change. */
import { readConfig } from '../src/config.ts';
import { type Progress } from '../src/progress.ts';
import { type Difference, type Differences } from '../src/cases/storing/differences/differences.ts';
import { loadCases, loadProjectCases, type LoadReport } from '../src/cases/storing/load.ts';
import { type StoredCases } from '../src/cases/storing/stored.ts';

export interface LoadCommand {
  progress: Progress;
  /** The folders that are named; all where none is. */
  case: readonly string[];
  force?: boolean;
  accept: ReadonlySet<string>;
  /** Only say what would change. */
  diff?: boolean;
  stored?: StoredCases;
}

/** Loads, and prints what changed. */
export async function loadAndPrint(url: string, command: LoadCommand): Promise<void> {
  const { progress, force = false, accept: accepted, diff: compareOnly = false, stored } = command;
  const options = { force, accepted, progress, compareOnly, ...(stored && { stored }) };
  const report =
    command.case.length > 0
      ? await loadCases(url, { ...options, folders: command.case })
      : await loadProjectCases(url, { ...options, casesFolders: readConfig().casesFolders });
  progress.done();
  for (const line of compareOnly ? describeAll(report) : describeShortly(report)) console.log(line);
  for (const warning of report.warnings) console.warn(`warning: ${warning}`);
}

/** A load names no more differences than a person reads in passing. */
const named = 5;

function describeShortly({ differences, unchanged }: LoadReport): string[] {
  return [
    ...differences.flatMap(({ slugs, counts: { added, changed, removed }, list }) => {
      const [renamed, others] = [list.filter(isRenamed), list.filter((one) => !isRenamed(one))];
      const shown = [...renamed, ...others.slice(0, named)];
      const more = list.length > shown.length ? [`  and ${list.length - shown.length} more`] : [];
      const counts = `${count(added)} added, ${changed} changed, ${removed} removed`;
      return [`loaded ${slugs.join(', ')}: ${counts}`, ...shown.map(describe), ...more];
    }),
    ...told(unchanged),
  ];
}

function describeAll({ differences, unchanged }: LoadReport): string[] {
  return [...differences.flatMap(describeOne), ...told(unchanged)];
}

function describeOne({ slugs, counts, list }: Differences & { slugs: readonly string[] }): string[] {
  const { added, changed, removed } = counts;
  if (list.length === 0) return [`${slugs.join(', ')}: no record would change`];
  return [
    `${slugs.join(', ')}: ${count(added)} would be added, ${changed} changed, ${removed} removed; nothing was written`,
    ...list.map(describe),
  ];
}

const isRenamed = ({ kind }: Difference) => kind === 'renamed';
const describe = ({ kind, label, details }: Difference) =>
  `  ${kind}${kind === 'renamed' ? '?' : ''}: ${label}${details.length > 0 ? `: ${details.join('; ')}` : ''}`;
const count = (records: number) => (records === 1 ? '1 record' : `${records} records`);
const told = (unchanged: number) =>
  unchanged > 0 ? [`${unchanged} ${unchanged === 1 ? 'case is' : 'cases are'} unchanged`] : [];
