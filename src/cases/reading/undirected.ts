/** Links that have no direction: each is kept at the end whose slug comes first, whichever end the case file has it at. */
import { recordId } from '../../domain/ids.ts';
import { type KeySlugs } from './formerSlugs.ts';
import { keyOf } from './keys.ts';
import { type CaseRecord } from './record.ts';

/** Whether the record is a link that says the same of both its ends. */
export const isUndirected = ({ type, fields }: CaseRecord): boolean =>
  type === 'EventLink' && fields['kind'] === 'RELATED_TO';

/**
 * Turns undirected links round whose other end comes first: that end is their owner then, and two that say the same have one
 * key. Where they stand in the file stays.
 * @param records all records of a case, owners before their parts
 * @param keySlugs of the case
 * @returns the records, owners before their parts
 */
export function turnUndirected(records: readonly CaseRecord[], keySlugs: KeySlugs): CaseRecord[] {
  const turned = records.filter((record) => isUndirected(record) && isTurned(record));
  if (turned.length === 0) return [...records];
  const events = new Map(
    records.toReversed().flatMap((record) => (record.type === 'Event' ? [[record.fields['slug'], record]] : [])),
  );
  const moved = new Set(turned.filter((link) => move(link, events.get(otherEnd(link)), keySlugs)));
  return behindOwners(records, moved);
}

/** Puts those of the records that now stand before their owners right behind them. */
function behindOwners(records: readonly CaseRecord[], moved: ReadonlySet<CaseRecord>): CaseRecord[] {
  const seen = new Set<CaseRecord | null>();
  const waiting = new Map<CaseRecord | null, CaseRecord[]>();
  return records.flatMap((record) => {
    if (moved.has(record) && !seen.has(record.owner)) {
      waiting.set(record.owner, [...(waiting.get(record.owner) ?? []), record]);
      return [];
    }
    seen.add(record);
    return [record, ...(waiting.get(record) ?? [])];
  });
}

const otherEnd = ({ fields }: CaseRecord) => fields['to'];

/** Whether both ends are known, and the other one comes first. */
function isTurned(link: CaseRecord): boolean {
  const [own, other] = [link.owner?.fields['slug'], otherEnd(link)];
  return typeof own === 'string' && typeof other === 'string' && other < own;
}

/** Returns whether it could be moved: a link to an event that is not there is told where it stands. */
function move(link: CaseRecord, owner: CaseRecord | undefined, keySlugs: KeySlugs): boolean {
  const from = link.owner;
  if (!owner || !from) return false;
  const siblings = owner.parts.filter(({ type }) => type === link.type);
  from.parts = from.parts.filter((part) => part !== link);
  owner.parts = [...owner.parts, link];
  link.owner = owner;
  link.ordinal = 1 + Math.max(-1, ...siblings.map(({ ordinal }) => ordinal));
  link.fields = { ...link.fields, to: from.fields['slug'] };
  link.key = keyOf(link.type, link.fields, owner, keySlugs);
  link.id = recordId(link.type, link.key);
  return true;
}
