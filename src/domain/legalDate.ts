/** When a legal action was: the date of one of its statuses. */
import { type FuzzyDate } from './dates.ts';

interface DatedStatus<Date> {
  status: string;
  date: Date | null;
}

/** What has happened counts before what was only announced or asked for. */
const precedence = [
  ['FILED', 'ORDERED', 'IN_FORCE', 'CARRIED_OUT'],
  ['ANNOUNCED', 'REQUESTED'],
];

/**
 * Returns the first dated status, in date order, among FILED, ORDERED, IN_FORCE and CARRIED_OUT; if none is dated, among
 * ANNOUNCED and REQUESTED; else null. Of two with the same date, the one that comes first in the list.
 */
export function legalDate<Date extends Pick<FuzzyDate, 'earliest' | 'latest'>>(
  statuses: readonly DatedStatus<Date>[],
): { status: string; date: Date } | null {
  for (const kinds of precedence) {
    const dated = statuses.flatMap(({ status, date }) => (date && kinds.includes(status) ? [{ status, date }] : []));
    const [first] = dated.sort((a, b) => compare(moment(a.date), moment(b.date)));
    if (first) return first;
  }
  return null;
}

/** Date order is by the earliest day, or by the latest where the start is open. */
const moment = ({ earliest, latest }: Pick<FuzzyDate, 'earliest' | 'latest'>) => earliest ?? latest ?? '';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
