import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { useCasebook } from '../support/casebook.ts';

/** A query and, below it, its answer. With UPDATE_ANSWERS=1 the answers are written anew. */
const example = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;
const casebook = useCasebook();

test.each([
  ['README.md', 1],
  ['docs/queries.md', 3],
])('the queries of %s answer as it says', async (path, count) => {
  const file = new URL(`../../${path}`, import.meta.url);
  const page = readFileSync(file, 'utf8');
  const examples = [...page.matchAll(example)];
  expect(examples).toHaveLength(count);
  let updated = page;
  for (const [whole, query = '', answer = ''] of examples) {
    const { data, errors } = await casebook.ask(query);
    expect(errors).toBeUndefined();
    const printed = `${JSON.stringify({ data }, null, 2)}\n`;
    updated = updated.replace(whole, () => whole.slice(0, whole.length - answer.length - 3) + printed + '```');
  }
  if (process.env.UPDATE_ANSWERS) writeFileSync(file, updated);
  else expect(updated).toBe(page);
});
