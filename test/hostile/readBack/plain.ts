import type { Entry } from '../generate/draw.ts';

/** Lists of texts whose order the file gives; of all others the API has its own. */
const ordered = ['speakers', 'offences', 'legalBases'];

/**
 * Makes two descriptions of a record comparable: a page is its nodes, a record that is only named its slug, what is null or
 * empty is not there, and what has no order is sorted.
 */
export function plain(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item));
    const isOrdered =
      ordered.includes(name) || (!name.startsWith('seen') && !items.every((one) => typeof one === 'string'));
    return isOrdered
      ? items
      : items
          .map((item) => [JSON.stringify(item), item] as const)
          .sort(byText)
          .map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  const { __typename: _, ...fields } = value as Entry;
  if ('nodes' in fields) return plain(fields['nodes'], name);
  if ('slug' in fields && Object.keys(fields).length === 1) return fields['slug'];
  const kept = Object.entries(fields)
    .map(([field, inner]) => [field, plain(inner, field)] as const)
    .filter(([, inner]) => inner !== null && inner !== undefined && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(kept.sort(byText));
}

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
