/** docs/clients.md shows the files that `npm run clients` runs: each block of code below a link to a file is that file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line such as [`urql/client.ts`](../test/clients/urql/client.ts), and the block of code that follows it. */
const block = /^(\[[^\]]+\]\(\.\.\/(test\/clients\/[^)\s]+)\)[^\n]*\n\n```\w+\n)[\s\S]*?^```$/gm;

/** @returns the page with each block made anew from its file, found below the folder `root`. */
export function withFiles(page: string, root: string): string {
  return page.replace(
    block,
    (_, head: string, path: string) => `${head}${readFileSync(join(root, path), 'utf8')}\`\`\``,
  );
}
