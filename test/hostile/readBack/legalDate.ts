// When a legal action was, by rules that are not the loader's.
import type { Entry, Told } from '../generate/draw.ts';

/** Of the dated statuses, the first that tells what happened, else the first that tells what was announced or asked for. */
export function legalDate(statuses: readonly Entry[]): Entry {
  const moment = ({ date }: Entry) => {
    const { earliest, latest } = date as Told;
    return earliest ?? latest ?? '';
  };
  for (const kinds of [
    ['FILED', 'ORDERED', 'IN_FORCE', 'CARRIED_OUT'],
    ['ANNOUNCED', 'REQUESTED'],
  ]) {
    const dated = statuses.filter(({ status, date }) => date !== undefined && kinds.includes(String(status)));
    const [first] = dated.toSorted((a, b) => moment(a).localeCompare(moment(b), 'en'));
    if (first) return { date: first['date'], dateOf: first['status'] };
  }
  return {};
}
