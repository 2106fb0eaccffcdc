import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'sql-formatter';
import { compileOperation } from '../../src/compiler/operation.ts';
import { readDocument } from './readDocument.ts';

const operations = new URL('../../operations/', import.meta.url);
/** The statement of each ready operation, to be read in a diff. UPDATE_SQL=1 writes them anew. */
const statements = new URL('sql/', import.meta.url);
const names = readdirSync(operations).map((file) => file.replace('.graphql', ''));

test.each(names)('%s is answered by this one statement', (name) => {
  const document = parse(readFileSync(new URL(`${name}.graphql`, operations), 'utf8'));
  const printed = `${format(compileOperation(readDocument(document)).sql, { language: 'postgresql' })}\n`;
  const file = new URL(`${name}.sql`, statements);
  if (process.env.UPDATE_SQL) writeFileSync(file, printed);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(printed);
});

test('there is no statement of an operation that is gone', () => {
  expect(readdirSync(statements).sort()).toEqual(names.map((name) => `${name}.sql`).sort());
});
