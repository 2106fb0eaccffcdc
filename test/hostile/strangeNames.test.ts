/** Case folders that are none, or have files with names that no one gives. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { fixtureFolder, silent } from '../cases/caseFolders.ts';
import { useFigures } from './figures.ts';
import { useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: strange, title: A, summary: B. }\n';

const fire = fixtureFolder('harbour-fire');

describe('a folder', () => {
  const load = (folder: string) =>
    loadCases('postgresql://nobody@127.0.0.1:1/none', { folders: [folder], progress: silent });
  test.each([
    ['that is not there', () => join(fire, 'nothing'), /nothing cannot be read as a case folder \(ENOENT\)$/],
    ['that is a file', () => join(fire, 'case.yaml'), /case\.yaml cannot be read as a case folder \(ENOTDIR\)$/],
    [
      'with a NUL in its name',
      () => `${fire}/a\0b`,
      /a\\u\{0\}b cannot be read as a case folder \(ERR_INVALID_ARG_VALUE\)$/,
    ],
    [
      'with a name that is too long',
      () => join(fire, 'a'.repeat(300)),
      /a cannot be read as a case folder \(ENAMETOOLONG\)$/,
    ],
  ])('%s is refused in one line', async (_, folder, message) => {
    await expect(load(folder())).rejects.toThrow(message);
  });

  test.each([
    ['without a file', {}, 'has no *.yaml file: a case folder needs at least one'],
    [
      'with hidden files alone',
      { '.a.yaml': good, '.yaml': good },
      'has no *.yaml file: a case folder needs at least one',
    ],
    [
      'with files of other kinds',
      { 'a.json': good, 'a.yaml.bak': good },
      'has no *.yaml file: a case folder needs at least one',
    ],
  ])('%s is refused', async (_, content, message) => {
    expect(await files.refusalOf(content)).toEqual([` ${message}`]);
  });

  test.each(['b.yml', 'b.YAML', 'b.Yml'])('with %s beside is refused, rather than read in part', async (name) => {
    expect(await files.refusalOf({ 'a.yaml': good, [name]: 'actors: []\n' })).toEqual([
      `${name} would not be read: rename it to end in .yaml`,
    ]);
  });

  test('is loaded with a word of what is not read in it', async () => {
    for (const name of ['more', 'texts', '.git']) mkdirSync(join(files.folder, name));
    writeFileSync(join(files.folder, 'more', 'd.yaml'), good);
    writeFileSync(join(files.folder, 'texts', 'source.txt'), 'A');
    const others = { '.b.yaml': good, 'c.yaml.bak': good, 'text.txt': 'A', '.c.yaml.swp': '' };
    const told = [
      `${join(files.folder, '.b.yaml')} is hidden, so it is not read: rename it without the dot, or remove it`,
      `${join(files.folder, 'c.yaml.bak')} does not end in .yaml, so it is not read: rename it, or remove it`,
      `${join(files.folder, 'more')} is a folder, so nothing in it is read: put its files beside the others`,
    ];
    expect(await files.warningsOf({ 'a.yaml': good, ...others }, 'strange')).toEqual([told, told]);
  });
});

describe('the name of a file', () => {
  const names = [
    ...['-rf.yaml', '$(id).yaml', '`id`.yaml', '%s%n.yaml', ' .yaml', '~.yaml', "a';--.yaml", 'a\\b.yaml'],
    ...['constructor.yaml', '__proto__.yaml', 'é.yaml', '𝔘.yaml', `${'a'.repeat(250)}.yaml`],
  ];
  test.each(names)('%s is one like any other', async (name) => {
    expect(await files.loadedRow({ [name]: good }, 'strange', 'select title from "Case"')).toEqual({ title: 'A' });
    expect(await files.refusalOf({ [name]: 'x' })).toContain(
      `${name}:1:1: must begin with one of case, defaults, documents, places, actors, events, statements, claims, legalActions`,
    );
  });

  test.each([
    ['a line break', 'a\nb.yaml', 'a\\u{a}b.yaml'],
    ['colours', 'a\u001b[31mb.yaml', 'a\\u{1b}[31mb.yaml'],
    ['an override of the direction', 'a\u202eb.yaml', 'a\\u{202e}b.yaml'],
  ])('with %s is shown as it is', async (_, name, shown) => {
    expect(await files.refusalOf({ [name]: good.replace('slug', 'slugs') })).toContain(
      `${shown}:1:9: unknown field 'slugs': did you mean 'slug'? (the fields here are slug, title, summary)`,
    );
    rmSync(join(files.folder, name));
    mkdirSync(join(files.folder, name));
    expect(await files.refusalOf({})).toEqual([
      `${shown} is a folder, not a file: put a YAML file there, or remove it`,
    ]);
  });
  afterAll(
    () =>
      void tried(
        'File names with line breaks, colours, SQL, shell commands',
        names.length + 3,
        'Read like any other, and shown without effect in messages',
      ),
  );
});
