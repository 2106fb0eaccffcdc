/** The schema of a whole case file, for editors: made of the same fields that the loader reads. */
import { z } from 'zod';
import { enumOf, findField, lowerFirst, modelOf } from '../../model/datamodel.ts';
import { dateColumn } from '../../model/dates.ts';
import { asserts, citationColumn, recordType, topLevelLists } from '../../model/recordTypes.ts';
import { listOf, wholeNumber } from './schema/values.ts';
import { recordFields } from './schema/recordFields.ts';
import { shortCitationPattern } from './shortCitation.ts';

/** Lists that a record cannot do without. */
const requiredLists: Readonly<Record<string, readonly string[]>> = { LegalAction: ['statuses'] };

const nodes = new Map<string, z.ZodType>();
const defaulted = new Set(Object.keys(recordFields['Defaults'] ?? {}));

function node(type: string): z.ZodType {
  const known = nodes.get(type);
  if (known) return known;
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(recordFields[type] ?? {}))
    // What all citations of a file have in common stands in its `defaults`.
    shape[name] = explained(type, name, type === 'Citation' && defaulted.has(name) ? field.optional() : field);
  for (const [list, part] of Object.entries(type === 'Case' ? {} : recordType(type).parts)) {
    const parts = listOf(node(part)).min(1).describe(documentationOf(type, list));
    shape[list] = requiredLists[type]?.includes(list) ? parts : parts.optional();
  }
  if (citationColumn(type) !== undefined) {
    shape['citations'] = listOf(node('Citation')).min(1).optional().describe(documentationOf(type, 'citations'));
    shape['cite'] = cite().optional();
  }
  const made = z.strictObject(shape).meta({
    ...{ id: lowerFirst(type), description: modelOf(type).documentation ?? type },
    ...(asserts(type) && { anyOf: [{ required: ['cite'] }, { required: ['citations'] }] }),
  });
  nodes.set(type, made);
  return made;
}

/** One citation or several, short or in full. */
function cite(): z.ZodType {
  const known = nodes.get('cite');
  if (known) return known;
  const text = z.string().regex(shortCitationPattern);
  const withNote = z.record(z.string().regex(/^[1-9]/), z.string()).meta({ minProperties: 1, maxProperties: 1 });
  const one = z.union([wholeNumber(1), text, withNote, node('Citation')]).meta({
    id: 'citationOrShort',
    description:
      'A passage, and how it bears on the record: 9, or 9 QUOTED ALLEGED, with words of fidelity, standing and relation in any order, ' +
      'and the name of the field that it bears on; a note after a colon. Or a record with all of it by name.',
  });
  const made = z
    .union([one, listOf(one).min(1)])
    .meta({ id: 'cite', description: 'The passages that the record rests on, in short.' });
  nodes.set('cite', made);
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
  const defaults = z.strictObject(
    Object.fromEntries(
      Object.entries(recordFields['Defaults'] ?? {}).map(([name, field]) => [name, explained('Citation', name, field)]),
    ),
  );
  const file = z.strictObject({
    case: node('Case').optional(),
    defaults: defaults.optional().describe('What the citations of this file have where they do not say it.'),
    ...Object.fromEntries(lists),
  });
  return { title: 'Casebook case file', ...z.toJSONSchema(file, { io: 'input' }) };
}
