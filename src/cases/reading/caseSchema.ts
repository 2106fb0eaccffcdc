/** The schema of a whole case file, for editors: made of the same fields that the loader reads. */
import { z } from 'zod';
import { enumOf, findField, lowerFirst, modelOf } from '../../model/datamodel.ts';
import { dateColumn } from '../../model/dates.ts';
import { asserts, citationColumn, recordType, topLevelLists } from '../../model/recordTypes.ts';
import { listOf } from './schema/values.ts';
import { recordFields } from './schema/recordFields.ts';

/** Lists that a record cannot do without. */
const requiredLists: Readonly<Record<string, readonly string[]>> = { LegalAction: ['statuses'] };

const nodes = new Map<string, z.ZodType>();

function node(type: string): z.ZodType {
  const known = nodes.get(type);
  if (known) return known;
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(recordFields[type] ?? {})) shape[name] = explained(type, name, field);
  for (const [list, part] of Object.entries(type === 'Case' ? {} : recordType(type).parts)) {
    const parts = listOf(node(part)).describe(documentationOf(type, list));
    shape[list] = requiredLists[type]?.includes(list) ? parts.min(1) : parts.optional();
  }
  if (citationColumn(type) !== undefined) {
    const citations = listOf(node('Citation')).describe(documentationOf(type, 'citations'));
    shape['citations'] = asserts(type) ? citations.min(1) : citations.optional();
  }
  const made = z.strictObject(shape).meta({ id: lowerFirst(type), description: modelOf(type).documentation ?? type });
  nodes.set(type, made);
  return made;
}

/** The field with the description that the datamodel gives it, and what each value of its vocabulary means. */
function explained(type: string, name: string, field: z.ZodType): z.ZodType {
  if (field.description !== undefined) return field;
  const column = findField(type, name);
  const values = column?.kind === 'enum' ? enumOf(column.type).values : [];
  const meanings = values.map((value) => `${value.name}: ${value.documentation ?? ''}`);
  return field.describe([documentationOf(type, name), ...meanings].join('\n'));
}

function documentationOf(type: string, name: string): string {
  const field = findField(type, name) ?? findField(type, dateColumn(name, 'edtf'));
  return field?.documentation ?? name;
}

/** Returns the JSON Schema (draft 2020-12) of a case file: what editors complete and check while one types. */
export function caseJsonSchema(): object {
  const lists = Object.entries(topLevelLists).map(([list, type]) => [list, listOf(node(type)).optional()]);
  const file = z.strictObject({ case: node('Case').optional(), ...Object.fromEntries(lists) });
  return { title: 'Casebook case file', ...z.toJSONSchema(file, { io: 'input' }) };
}
