/** What Linux tells of processes: processor time and memory. */
import { readdirSync, readFileSync } from 'node:fs';

/** A hundredth of a second on every Linux that there is: USER_HZ. */
const ticksPerSecond = 100;

/** Fields of /proc/<pid>/stat from the third on, which follows the name in parentheses (proc(5)). */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ticks = (stat: readonly string[], ...fields: number[]) => sum(fields.map((field) => Number(stat[field - 3])));
const [parent, utime, stime, cutime, cstime] = [4, 14, 15, 16, 17];

/** Seconds of processor time of a process so far, with that of its children, living or waited for. */
export function cpuSeconds(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== undefined && Number(stat[parent - 3]) === pid);
  const own = ticks(statOf(pid), utime, stime, cutime, cstime);
  return (own + sum(children.map((stat) => ticks(stat as string[], utime, stime)))) / ticksPerSecond;
}

/** Undefined for a process that has ended meanwhile. */
function readStat(pid: number): string[] | undefined {
  try {
    return statOf(pid);
  } catch {
    return undefined;
  }
}

/** The memory of a process, in MiB: VmRSS, and VmHWM, the most it ever was. */
export function memory(pid: number): { now: number; peak: number } {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
