// A column that was added to schema.prisma is told by its name when the API or the loader does not know it.
import { expect, test } from '@jest/globals';
import { isInterfaceType, isObjectType } from 'graphql';
import { recordFields } from '../../src/cases/reading/schema/recordFields.ts';
import { datamodel, type DatamodelModel } from '../../src/model/generated/datamodel.ts';
import { computedModels } from '../../src/model/recordTypes.ts';
import { schema } from '../../src/graphql/schema.ts';
import { modelOfType, nodeTypes } from './records.ts';

const records = datamodel.models.filter(({ name }) => !['StatementSpeaker', 'Revision'].includes(name));

/** What a record says in columns of its own, each date once: not ids, keys, places in a list. */
function columns({ fields }: DatamodelModel): string[] {
  const keys = fields.flatMap(({ relationFromFields }) => relationFromFields ?? []);
  const dates = fields.flatMap(({ name }) => /^(\w+)Edtf$/.exec(name)?.[1] ?? []);
  const ofDate = (name: string) =>
    dates.some((date) => name.startsWith(date) && /^[A-Z]/.test(name.slice(date.length)));
  const values = fields.filter(({ kind, name }) => kind !== 'object' && !keys.includes(name) && !ofDate(name));
  return [...values.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'ordinal'), ...dates];
}

const all = records.flatMap((model) => columns(model).map((column) => `${model.name}.${column}`));

test('every column has a field of its name in the API', () => {
  const known = nodeTypes().flatMap((typeName) => {
    const type = schema.getType(typeName);
    const names = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
    return names.map((name) => `${modelOfType(typeName)}.${name}`);
  });
  // The loader's own.
  const hidden = ['Case.declarations', 'Case.extents', 'Place.depth'];
  const missing = all.filter((column) => !known.includes(column) && !hidden.includes(column));
  expect(missing.map((column) => `${column} has no GraphQL field: give it a /// comment in schema.prisma`)).toEqual([]);
});

test('every column and every reference has a place in the case file', () => {
  // What the loader concludes, and the text, which a user loads beside the case file.
  const concluded = [
    'Actor.named',
    'Place.named',
    'LegalAction.date',
    'LegalAction.dateOf',
    'Place.depth',
    'Passage.text',
  ];
  const ofCase = ['Case.revision', 'Case.loadedAt', 'Case.declarations', 'Case.extents'];
  const known = Object.entries(recordFields).flatMap(([type, fields]) =>
    Object.keys(fields).map((name) => `${type}.${name}`),
  );
  const isComputed = (column: string) => computedModels.includes(column.split('.')[0] ?? '');
  const missing = all.filter((column) => ![...known, ...concluded, ...ofCase].includes(column) && !isComputed(column));
  expect(missing.map((column) => `${column} is not read: add it in src/cases/reading/schema/recordFields.ts`)).toEqual(
    [],
  );
});
