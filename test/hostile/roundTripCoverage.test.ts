// What the round trip of generated cases covers: every field of every record that a case file may have is generated and read back.
import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { recordFields } from '../../src/cases/reading/schema/recordFields.ts';
import { citationColumn, recordType, topLevelLists } from '../../src/model/recordTypes.ts';
import { schema } from '../../src/graphql/schema.ts';
import { modelOfType, nodeTypes } from '../graphql/records.ts';
import { validCases } from './generate/case.ts';
import { operations } from './readBack/operations.ts';

type Entry = Record<string, unknown>;

const partsOf = (type: string) => ({
  ...(type !== 'Case' && type !== 'Citation' && recordType(type).parts),
  ...(citationColumn(type) !== undefined && { citations: 'Citation' }),
});

/**
 * Every field and list of a record of a case file: `Event.date`, `Event.items`. What a file has in common is that of its citations,
 * and a former slug shows in ids alone (test/cases/formerSlugs.test.ts).
 */
const all = Object.entries(recordFields)
  .filter(([type]) => type !== 'Defaults')
  .flatMap(([type, fields]) => [...Object.keys(fields), ...Object.keys(partsOf(type))].map((name) => `${type}.${name}`))
  .filter((name) => !name.endsWith('.formerSlugs'));

test('every field is read back', () => {
  const read = new Set<string>();
  const info = new TypeInfo(schema);
  for (const operation of Object.values(operations)) {
    const enter = { Field: () => void read.add(`${parentModel(info)}.${info.getFieldDef()?.name}`) };
    visit(parse(operation), visitWithTypeInfo(info, enter));
  }
  // A key only tells records apart; the document of a citation is that of its passage.
  const missing = all.filter((name) => !read.has(name) && !/\.key$|^Citation\.document$/.test(name));
  expect(missing.map((name) => `${name} is not read back: add it in test/hostile/readBack/operations.ts`)).toEqual([]);
});

function parentModel(info: TypeInfo): string {
  const name = getNamedType(info.getParentType())?.name ?? '';
  return nodeTypes().includes(name) ? modelOfType(name) : name;
}

test('every field is generated', () => {
  const generated = new Set<string>();
  const walk = (type: string, entry: Entry) => {
    const parts: Record<string, string> = partsOf(type);
    for (const [name, value] of Object.entries(entry)) {
      generated.add(`${type}.${name}`);
      const part = parts[name];
      if (part) for (const one of value as Entry[]) walk(part, one);
    }
  };
  for (const { content } of fc.sample(validCases, { numRuns: 80, seed: 1 })) {
    walk('Case', content['case'] as Entry);
    for (const [list, type] of Object.entries(topLevelLists))
      for (const entry of (content[list] ?? []) as Entry[]) walk(type, entry);
  }
  const missing = all.filter((name) => !generated.has(name) && !name.endsWith('.key'));
  expect(missing.map((name) => `${name} is not generated: add it in test/hostile/generate`)).toEqual([]);
});
