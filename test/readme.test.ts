import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { useCasebook } from './support/casebook.ts';

const file = new URL('../README.md', import.meta.url);
/** A query and, below it, its answer. With UPDATE_README=1 the answers are written anew. */
const example = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;
const casebook = useCasebook();

test('the queries of the README answer as it says', async () => {
  const readme = readFileSync(file, 'utf8');
  const examples = [...readme.matchAll(example)];
  expect(examples).toHaveLength(3);
  let updated = readme;
  for (const [whole, query = '', answer = ''] of examples) {
    const { data, errors } = await casebook.ask(query);
    expect(errors).toBeUndefined();
    const printed = `${JSON.stringify({ data }, null, 2)}\n`;
    updated = updated.replace(whole, () => whole.slice(0, whole.length - answer.length - 3) + printed + '```');
  }
  if (process.env.UPDATE_README) writeFileSync(file, updated);
  else expect(updated).toBe(readme);
});
