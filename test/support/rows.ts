// Rows for every table of a migrated, empty database, the same on every run: whoever asks about relations, pages or statement
// counts needs all of them filled. The facts in them mean nothing.
import type pg from 'pg';
import { measureExtents } from '../../src/cases/storing/extents.ts';
import { withClient } from '../../src/db/client.ts';
import { datamodel, type DatamodelField, type DatamodelModel } from '../../src/model/generated/datamodel.ts';
import { recordId } from '../../src/domain/ids.ts';
import { deciding, rowValues } from './rowValues.ts';

/** How many rows: of each model that points to no other, and how many more of each that points to it. */
export interface Amount {
  records: number;
  related: number;
}

/** Every relation of every record leads somewhere, and every list holds all that it can lead to. */
export const few: Amount = { records: 5, related: 1 };
/** More rows in every table and in every list than `few`. */
export const many: Amount = { records: 6, related: 2 };
/** Every list has several records, though not every type of actor has one: for those who walk through all lists. */
export const several: Amount = { records: 4, related: 2 };
/** More rows in every table than `few`, in lists that are no longer: for answers that go deep, which would grow without bound. */
export const more: Amount = { records: 7, related: 1 };

type Row = Record<string, unknown>;

/** The models with a subject: of their foreign keys that may be null, exactly one is set. */
const withSubject = ['Citation', 'Name', 'Measure', 'Claim'];
const joinModel = 'StatementSpeaker';

const modelOf = (name: string) => datamodel.models.find((model) => model.name === name) as DatamodelModel;
const pointers = (model: DatamodelModel) => model.fields.filter((field) => field.relationFromFields);
/** The relations of which exactly one is set. */
const arcOf = (model: DatamodelModel) =>
  withSubject.includes(model.name) ? pointers(model).filter((field) => !field.isRequired) : [];

/** How many rows of a model there are. */
export function rowCount(name: string, amount: Amount): number {
  const model = modelOf(name);
  const targets = pointers(model).map(({ type }) => type);
  const counts = targets.filter((target) => target !== name).map((target) => rowCount(target, amount));
  if (counts.length === 0) return amount.records;
  // One citation of each record is many already.
  const related = name === 'Citation' ? 1 : amount.related;
  return Math.max(...counts) * related * (arcOf(model).length || 1);
}

/** The id of the row `index` of a model. */
export const rowId = (model: string, index: number) => recordId(model, [index]);

/** The row that row `index` points to by `field`; undefined when another relation is its subject. */
function target(model: DatamodelModel, field: DatamodelField, index: number, amount: Amount): number | undefined {
  const arc = arcOf(model);
  const count = rowCount(field.type, amount);
  if (arc.includes(field)) {
    // Each in turn, so that any few rows in sequence have all of them.
    return arc[index % arc.length] === field ? Math.floor(index / arc.length) % count : undefined;
  }
  if (field.type === model.name) return index === 0 ? count - 1 : Math.floor((index - 1) / amount.related);
  const inSequence = Math.floor((index * count) / rowCount(model.name, amount));
  const others = pointers(model).filter((other) => !arc.includes(other) && other.type !== model.name);
  const [first] = others.filter(({ type }) => type !== 'Case');
  if (field.type === 'Case' || field === first) return inSequence;
  // Not the row of the same number: else two relations to one type could not be told apart.
  if (field.type !== first?.type) return (index + pointers(model).indexOf(field)) % count;
  // Both ends of a link are of one type: not of the same record, and with the same sort of subject.
  const step = arcOf(modelOf(field.type)).length || 1;
  return (inSequence + step * (1 + (index % amount.related))) % count;
}

function rowOf(model: DatamodelModel, index: number, amount: Amount): Row {
  const row: Row = { ...rowValues(model, index), id: rowId(model.name, index) };
  for (const field of pointers(model)) {
    const to = target(model, field, index, amount);
    row[field.relationFromFields?.[0] as string] = to === undefined ? null : rowId(field.type, to);
    // Only what decides ends somehow for a party.
    if (field.type !== 'LegalAction' || !('disposition' in row) || to === undefined) continue;
    const action = rowValues(modelOf('LegalAction'), to);
    if (!deciding.includes(String(action['kind'])) || action['standing'] !== 'REPORTED') row['disposition'] = null;
  }
  return row;
}

interface Pair {
  a: number;
  b: number;
  ordinal: number;
}

/** The pairs of a many-to-many relation: each row of the more numerous side has `related` of the other, from `shift` on. */
function pairs(sideA: string, sideB: string, shift: number, amount: Amount): Pair[] {
  const [countA, countB] = [rowCount(sideA, amount), rowCount(sideB, amount)];
  const [less, more] = [Math.min(countA, countB), Math.max(countA, countB)];
  return Array.from({ length: more * amount.related }, (_, n) => {
    const [index, ordinal] = [Math.floor(n / amount.related), n % amount.related];
    const other = (Math.floor((index * less) / more) + ordinal + shift) % less;
    return countA < countB ? { a: other, b: index, ordinal } : { a: index, b: other, ordinal };
  });
}

/** The rows of the tables of many-to-many relations: Prisma's own, and the one that keeps the order of speakers. */
function joinTables(amount: Amount): Map<string, Row[]> {
  const relations = datamodel.models.flatMap((model) =>
    model.fields.flatMap((one) => {
      const { type, isList, relationName, name } = one;
      const back = modelOf(type)?.fields.find(
        (field) => field.relationName === relationName && field.type === model.name && field !== one,
      );
      const isFirst = model.name === type ? name < (back?.name ?? '') : model.name < type;
      return isList && back?.isList && isFirst ? [{ name: relationName, a: model.name, b: type }] : [];
    }),
  );
  const tables = new Map<string, Row[]>();
  for (const [shift, { name, a: modelA, b: modelB }] of relations.entries()) {
    const all = pairs(modelA, modelB, shift, amount);
    tables.set(
      `_${name}`,
      all.map(({ a, b }) => ({ A: rowId(modelA, a), B: rowId(modelB, b) })),
    );
    if (name !== 'StatementSpeakers') continue;
    tables.set(
      joinModel,
      all.map(({ a, b, ordinal }) => ({ actorId: rowId(modelA, a), statementId: rowId(modelB, b), ordinal })),
    );
  }
  return tables;
}

async function insert(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] as Row)
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1)`,
    // Last to first: what has no order comes as it lies in the table.
    [JSON.stringify(rows.toReversed())],
  );
}

/** Fills every table of the database at `url`. */
export async function fillTables(url: string, amount: Amount): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin');
    await client.query('set constraints all deferred');
    for (const model of datamodel.models.filter(({ name }) => name !== joinModel)) {
      const indexes = Array.from({ length: rowCount(model.name, amount) }, (_, index) => index);
      await insert(
        client,
        model.name,
        indexes.map((index) => rowOf(model, index, amount)),
      );
    }
    for (const [table, rows] of joinTables(amount)) await insert(client, table, rows);
    const { rows } = await client.query<{ id: string }>('select id from "Case"');
    await measureExtents(
      client,
      rows.map(({ id }) => id),
    );
    await client.query('commit');
    await client.query('analyze');
  });
}
