/** The pages for people: what they name is there. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder, readConfig } from '../../src/config.ts';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(projectFolder, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(join(projectFolder, page), 'utf8');

/** GitHub's anchor of each heading. */
const anchorsIn = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(pages)('the links of %s lead to files and headings that are there', (page) => {
  const text = read(page);
  for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    expect([link, existsSync(join(projectFolder, target))]).toEqual([link, true]);
    if (anchor !== undefined) expect(anchorsIn(read(target))).toContain(anchor);
  }
});

describe.each(['CONTRIBUTING.md', 'docs/architecture.md', 'docs/testing.md'])('%s', (page) => {
  test('names files and folders that are there', () => {
    const paths = [
      ...read(page).matchAll(/(?<![\w./*@-])((?:\.ci|bench|docker|docs|operations|prisma|seed|src|test)\/[\w./-]*)/g),
    ].map(([, path = '']) => path.replace(/\.$/, ''));
    expect(paths.length).toBeGreaterThan(10);
    // Jest takes the path of a test without its ending.
    const isThere = (path: string) =>
      ['', '.test.ts', '.slow.ts'].some((end) => existsSync(join(projectFolder, path + end)));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});

test('docs/settings.md has every setting of src/config.ts', () => {
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  expect(settings).toContain('DATABASE_URL');
  const rows = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(settings.sort());
});

test('docs/settings.md names defaults that the settings have', () => {
  const rows = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)` +\| (\S+) +\|/gm)];
  expect(rows.length).toBeGreaterThan(10);
  const given = Object.fromEntries(rows.map(([, name = '', value = '']) => [name, value]));
  // RATE_LIMIT_POINTS has its default where others are listened to.
  const { HOST, RATE_LIMIT_POINTS, ...others } = given;
  expect([HOST, RATE_LIMIT_POINTS]).toEqual(['localhost', String(readConfig({ HOST: '0.0.0.0' }).rateLimit?.points)]);
  expect(readConfig(others)).toEqual(readConfig({}));
});
