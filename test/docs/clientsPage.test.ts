import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFiles } from '../../prisma/clientsPage.ts';
import { projectFolder } from '../../src/config.ts';

const page = readFileSync(join(projectFolder, 'docs', 'clients.md'), 'utf8');

test('the code of docs/clients.md is that of the files that `npm run clients` runs', () => {
  expect(withFiles(page, projectFolder)).toBe(page);
  // Emptied, only what is no code of a client is left.
  const emptied = page.replace(/^(\[`([^`]+)`\]\(\.\.\/\2\)\n\n```(?:ts|json|python)\n)[\s\S]*?^```$/gm, '');
  expect([...emptied.matchAll(/^```(\w+)$/gm)].map(([, language]) => language)).toEqual(['sh']);
});

test('a block that differs from its file is made anew', () => {
  const block = '[`a`](../test/clients/urql/client.ts)\n\n```ts\n// Old.\n```\n';
  const client = readFileSync(join(projectFolder, 'test', 'clients', 'urql', 'client.ts'), 'utf8');
  expect(withFiles(`# Page\n\n${block}\nText.\n`, projectFolder)).toBe(
    `# Page\n\n[\`a\`](../test/clients/urql/client.ts)\n\n\`\`\`ts\n${client}\`\`\`\n\nText.\n`,
  );
});
