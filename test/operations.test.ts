import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { useCasebook } from './support/casebook.ts';

const folder = new URL('../operations/', import.meta.url);
const casebook = useCasebook();

test.each(readdirSync(folder).sort())('%s answers with records, without errors', async (name) => {
  const query = readFileSync(new URL(name, folder), 'utf8');
  const { data, errors } = await casebook.ask(query);
  expect(errors).toBeUndefined();
  const [first] = Object.values(data ?? {}) as { id?: string; nodes?: { id: string }[] }[];
  expect(first?.id ?? first?.nodes?.[0]?.id).toEqual(expect.any(String));
});
