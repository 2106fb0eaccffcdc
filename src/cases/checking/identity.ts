/** No record twice: slugs, keys, entries of a list. */
import { revealInvisible } from '../../domain/spelling.ts';
import { labelOf } from './declarations.ts';
import { findField } from '../../model/datamodel.ts';
import { isShownInFull, LONGEST_FULL_LIST } from '../../model/lists.ts';
import { recordType } from '../../model/recordTypes.ts';
import { type CaseRecord } from '../reading/record.ts';
import { isUndirected } from '../reading/undirected.ts';
import { placeOf, type CheckContext } from './context.ts';
import { formerSlugsOf } from './formerSlugs.ts';

export function checkIdentity(context: CheckContext): void {
  const seen = new Map<string, CaseRecord>();
  const twice = new Set<CaseRecord>();
  for (const record of context.content.records) {
    // What is in a record that stands twice has the keys of what is in the first.
    if (record.owner !== null && twice.has(record.owner)) twice.add(record);
    else {
      if (!checkKey(context, record, seen)) twice.add(record);
      else for (const citation of record.citations) checkKey(context, citation, seen);
    }
    checkSlugLists(context, record);
    checkLengths(context, record);
    checkOwner(context, record);
  }
}

/** Returns whether the record is the first with its key. */
function checkKey({ content, report }: CheckContext, record: CaseRecord, seen: Map<string, CaseRecord>): boolean {
  const { type, id, fields, owner } = record;
  if (isUnidentified(record)) return true;
  const first = seen.get(id);
  if (!first) {
    seen.set(id, record);
    return true;
  }
  // One of the two has the slug that the other had before, which is told at `formerSlugs`.
  if (owner === null && fields['slug'] !== first.fields['slug']) return false;
  const there = `(first at ${placeOf(content, first)})`;
  const apart = 'remove one, or if they are really two, tell them apart with `key: any-word`';
  if (owner === null)
    report(
      record,
      ['slug'],
      `${labelOf(record)} stands here twice ${there}: make one of the two, or give one another slug`,
    );
  else if (type === 'Passage')
    report(
      record,
      ['number'],
      `passage ${String(fields['number'])} stands here twice ${there}: number the passages anew`,
    );
  else if (type === 'Participation' || type === 'LegalParty')
    report(
      record,
      ['actor'],
      `'${String(fields['actor'])}' is a party twice as ${String(fields['role'])} ${there}: ${apart}`,
    );
  else if (isUndirected(record))
    report(
      record,
      [],
      `'${String(owner.fields['slug'])}' and '${String(fields['to'])}' are ${String(fields['kind'])} each other twice ${there}, for that has no direction: ${apart}`,
    );
  else if (type === 'Citation')
    report(record, ['passage'], `passage ${String(fields['passage'])} is cited twice for the same ${there}: ${apart}`);
  else if (type === 'Name' && fields['value'] !== first.fields['value'])
    report(
      record,
      ['value'],
      `'${revealInvisible(String(fields['value']))}' is the name '${revealInvisible(String(first.fields['value']))}' ${there}, but for width, white space or what nobody sees: remove one`,
    );
  else report(record, [], `${labelOf(record)} stands here twice ${there}: ${apart}`);
  return false;
}

/** Whether what would tell a record, or one that it is a part of, from its siblings was wrong. */
function isUnidentified({ type, fields, damaged, owner }: CaseRecord): boolean {
  const keyed = type === 'Citation' ? ['passage'] : recordType(type).keyFields;
  if (damaged && keyed.some((name) => fields[name] === undefined)) return true;
  return owner !== null && isUnidentified(owner);
}

function checkSlugLists({ report }: CheckContext, record: CaseRecord): void {
  for (const list of [...recordType(record.type).slugLists.keys(), 'offences', 'legalBases']) {
    const entries = record.fields[list];
    if (!Array.isArray(entries)) continue;
    const seen = new Set<unknown>();
    for (const [index, entry] of entries.entries()) {
      if (seen.has(entry)) report(record, [list, index], `'${String(entry)}' is listed twice in ${list}: remove one`);
      seen.add(entry);
    }
    if (entries.length > LONGEST_FULL_LIST && !mayGrow(record.type, list))
      report(record, [list], tooMany(list, entries.length));
  }
}

function checkLengths({ report }: CheckContext, record: CaseRecord): void {
  if (record.citations.length > LONGEST_FULL_LIST)
    report(record, ['citations'], tooMany('citations', record.citations.length));
  for (const [list, type] of Object.entries(recordType(record.type).parts)) {
    const count = record.parts.filter((part) => part.type === type).length;
    if (count > LONGEST_FULL_LIST && !mayGrow(record.type, list)) report(record, [list], tooMany(list, count));
  }
}

/** Whether the API pages through the list. */
function mayGrow(type: string, list: string): boolean {
  const relation = findField(type, list);
  return relation?.kind === 'object' && !isShownInFull(recordType(type).model, relation);
}

const tooMany = (list: string, count: number) =>
  `${list} has ${count} entries, at most ${LONGEST_FULL_LIST} are allowed: divide the record`;

function checkOwner({ known, report }: CheckContext, record: CaseRecord): void {
  const { slug } = record.fields;
  if (record.owner !== null || typeof slug !== 'string') return;
  const other =
    known.ownerElsewhere(record.type, slug) ??
    (formerSlugsOf(record).length === 0 && !record.shared ? known.ownerOfId(record.id) : undefined);
  if (other !== undefined)
    report(
      record,
      ['slug'],
      `${labelOf(record)} belongs to case '${other}' already: give this one another slug, or remove that case`,
    );
}
