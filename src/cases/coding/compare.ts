/** Two case folders of one document, coded by two people: where they agree, record by record. */
import { type Standing } from '../../domain/standing.ts';
import { foldSpelling } from '../../domain/spelling.ts';
import { asserts } from '../../model/recordTypes.ts';
import { citedBy, standingOf } from '../checking/evidence.ts';
import { placeOf } from '../checking/context.ts';
import { type CaseContent, type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';
import { recordFields } from '../reading/schema/recordFields.ts';
import { attributes, unsettled, type CodedAttribute } from './agreement.ts';
import { apart, recordName, type Renames } from './recordName.ts';

/** One attribute of one record as both coded it, with the passages that the record cites and its places in the files. */
export interface ComparedAttribute extends CodedAttribute {
  passages: readonly number[];
  places: readonly string[];
}

/** A record of one coder alone. */
export interface LoneRecord {
  name: string;
  record: CaseRecord;
  passages: readonly number[];
  place: string;
}

export interface ComparedCodings {
  attributes: readonly ComparedAttribute[];
  first: readonly LoneRecord[];
  second: readonly LoneRecord[];
  /** Records of the first and of the second alone that a person may find to be the same. */
  candidates: readonly (readonly [first: LoneRecord, second: LoneRecord])[];
}

/** Compares what two coders have. @param same the slugs of the second that a person says are those of the first */
export function compareCodings(first: CaseContent, second: CaseContent, same: Renames): ComparedCodings {
  const plain = [namesOf(first, new Map()), namesOf(second, same)] as const;
  // Siblings of one name are told apart in both, or none would find its counterpart.
  const repeated = new Set(
    plain
      .flatMap((names) => names.filter(([name], i) => names.findIndex(([n]) => n === name) !== i))
      .map(([name]) => name),
  );
  const [ours, theirs] = plain.map((names) => toldApart(names, repeated)) as [NamedRecords, NamedRecords];
  const compared: ComparedAttribute[] = [];
  for (const name of new Set([...ours.keys(), ...theirs.keys()]))
    compared.push(...attributesOf(name, [first, ours.get(name)], [second, theirs.get(name)]));
  const alone = (content: CaseContent, records: NamedRecords, others: NamedRecords): LoneRecord[] =>
    [...records]
      .filter(([name]) => !others.has(name))
      .map(([name, record]) => ({ name, record, passages: passagesOf(record), place: placeOf(content, record) }));
  const [onlyFirst, onlySecond] = [alone(first, ours, theirs), alone(second, theirs, ours)];
  return {
    attributes: compared,
    first: onlyFirst,
    second: onlySecond,
    candidates: onlyFirst.flatMap((one) =>
      onlySecond.filter((other) => mayBeSame(one, other)).map((other) => [one, other] as const),
    ),
  };
}

type NamedRecords = ReadonlyMap<string, CaseRecord>;

const namesOf = ({ records }: CaseContent, renames: Renames) =>
  records.map((record) => [recordName(record, renames), record] as const);

function toldApart(names: readonly (readonly [string, CaseRecord])[], repeated: ReadonlySet<string>): NamedRecords {
  const found = new Map<string, CaseRecord>();
  for (const [name, record] of names) {
    const more = repeated.has(name) ? apart(record) : '';
    const whole = more ? `${name}/${more}` : name;
    let number = 1;
    while (found.has(number === 1 ? whole : `${whole}/${number}`)) number += 1;
    found.set(number === 1 ? whole : `${whole}/${number}`, record);
  }
  return found;
}

type Coded = readonly [content: CaseContent, record: CaseRecord | undefined];

function attributesOf(name: string, ...coders: [Coded, Coded]): ComparedAttribute[] {
  const records = coders.flatMap(([, record]) => (record ? [record] : []));
  const type = records[0]?.type ?? '';
  const passages = [...new Set(records.flatMap(passagesOf))].sort((a, b) => a - b);
  const places = coders.flatMap(([content, record]) => (record ? [placeOf(content, record)] : []));
  return attributes
    .filter((attribute) => (attribute === 'standing' ? asserts(type) : attribute in (recordFields[type] ?? {})))
    .flatMap((attribute) => {
      const values = coders.map(([, record]) => (record ? valueOf(record, attribute) : ''));
      const [first = '', second = ''] = values;
      if (values.every((value) => value === '' || value === none)) return [];
      return [
        { record: name, attribute, first, second, settled: first === second ? first : unsettled, passages, places },
      ];
    });
}

/** What stands for a field that a coder who has the record left out. */
const none = 'none';

function valueOf(record: CaseRecord, attribute: string): string {
  if (attribute === 'standing') {
    const result = standingOf(record.type, record.fields['standing'] as Standing | undefined, citedBy(record));
    return 'standing' in result ? result.standing : 'unclear';
  }
  const value = record.fields[attribute];
  if (value === undefined) return none;
  return typeof value === 'object' && value !== null ? (value as CodedDate).edtf : String(value as string);
}

function passagesOf({ type, fields, citations }: CaseRecord): number[] {
  if (type === 'Passage') return [fields['number'] as number];
  return [...new Set(citations.flatMap((one) => (one.fields['passage'] as number | undefined) ?? []))].sort(
    (a, b) => a - b,
  );
}

/** Records with slugs of their own that share a name, or cite the same passage: a person decides. */
function mayBeSame({ record: one, passages }: LoneRecord, { record: other, passages: others }: LoneRecord): boolean {
  if (one.type !== other.type || one.owner) return false;
  if (one.type !== 'Actor' && one.type !== 'Place') return passages.some((number) => others.includes(number));
  const names = ({ parts, fields }: CaseRecord) =>
    [fields['name'], ...parts.filter(({ type }) => type === 'Name').map((part) => part.fields['value'])].flatMap(
      (value) => (typeof value === 'string' ? [foldSpelling(value)] : []),
    );
  const shared = new Set(names(one));
  return names(other).some((name) => shared.has(name));
}
