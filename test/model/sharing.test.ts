// Which records cases share follows from schema.prisma: one that is left out would be overwritten by each case that loads it.
import { describe, expect, test } from '@jest/globals';
import { tables } from '../../src/cases/storing/tables.ts';
import { findField, recordModels } from '../../src/model/datamodel.ts';
import { computedModels, recordType, recordTypes } from '../../src/model/recordTypes.ts';
import { isShared, memberships } from '../../src/model/sharing.ts';

const shared = { shared: true };
const own = { shared: false };
const models = recordModels.map(({ name }) => name).filter((name) => name !== 'Case');

test.each(models)('%s: cases share its records where it has `cases`, else each belongs to one', (model) => {
  expect(memberships.has(model)).toBe(findField(model, 'cases')?.isList === true);
  expect(isShared(model, null)).toBe(memberships.has(model));
  expect(findField(model, 'caseId') === undefined).toBe(memberships.has(model));
});

test('a part is shared where its owner is', () => {
  expect([isShared('Name', shared), isShared('Name', own)]).toEqual([true, false]);
  expect([isShared('Measure', shared), isShared('Measure', own)]).toEqual([true, false]);
  expect([isShared('Passage', shared), isShared('Relationship', shared)]).toEqual([true, true]);
  expect([isShared('Participation', own), isShared('LegalStatus', own)]).toEqual([false, false]);
});

test('a part of a record that cases share is of a type that they can share', () => {
  const parts = [...memberships.keys()].flatMap((owner) => Object.values(recordType(owner).parts));
  expect(parts.filter((part) => !memberships.has(part))).toEqual([]);
});

describe('the loader writes the rows that say which cases declare a record', () => {
  test.each([...memberships])('%s', (_model, { name }) => {
    expect(tables.map((table) => table.name)).toContain(name);
  });
});

test('every record stands at the top level of a case file, in a list of its owner, is a citation, or is computed', () => {
  const listed = [...recordTypes.values()].flatMap(({ parts }) => Object.values(parts));
  const top = [...recordTypes.values()].filter(({ keyFields }) => keyFields.join() === 'slug').map(({ name }) => name);
  expect(new Set([...listed, ...top, ...computedModels, 'Citation'])).toEqual(new Set(models));
});
