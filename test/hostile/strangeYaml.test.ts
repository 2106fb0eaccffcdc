/** Case files that use all that YAML has: aliases, tags, directives, keys of every form. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { useFigures } from './figures.ts';
import { marked, useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: strange, title: A, summary: B. }\n';
const lists = 'case, defaults, documents, places, actors, events, statements, claims, legalActions';

describe('what YAML has and a case file has not', () => {
  const wrong: [what: string, content: string, message: string][] = [
    ['a date as an object', 'case: { slug: ▸!!timestamp 2018-01-01 }', unknownTag('tag:yaml.org,2002:timestamp')],
    ['bytes', 'case: { slug: ▸!!binary aGk= }', unknownTag('tag:yaml.org,2002:binary')],
    ['a set', 'case: ▸!!set { a, b }', unknownTag('tag:yaml.org,2002:set')],
    ['a function', 'case: { slug: ▸!!js/function "x" }', unknownTag('tag:yaml.org,2002:js/function')],
    ['an object of a program', 'case: ▸!ruby/object:Gem { a: b }', unknownTag('!ruby/object:Gem')],
    ['a tag in full', 'case: ▸!<tag:x> { a: b }', unknownTag('tag:x')],
    [
      'an old version',
      `%YAML 1.1\n▸---\n${good}`,
      'this file is read as YAML 1.2: remove the line that begins with %YAML',
    ],
    [
      'a version to come',
      `%YAML ▸3.0\n---\n${good}`,
      'this file is read as YAML 1.2: remove the line that begins with %YAML',
    ],
    ['a directive', `▸%FOO\n---\n${good}`, 'a line can begin with % only where a directive is meant: remove it'],
    [
      'a key that is a list',
      '? ▸[a, b]\n: c',
      'the name of a field must be a plain word: write it without brackets, & or *',
    ],
    [
      'a key that is an alias',
      'case: { &a slug: a, ▸*a : b }',
      'the name of a field must be a plain word: write it without brackets, & or *',
    ],
    [
      'a merge key',
      'case: { slug: a, title: A, summary: B., ▸<<: { title: C } }',
      unknownField('<<', 'slug, title, summary'),
    ],
    ['an alias of itself', 'case: &a ▸[*a]', 'nested more than 40 deep'],
    [
      'an alias of what follows',
      'case: { slug: ▸*a, title: &a b }',
      'the alias *a has no anchor above it: put a text that begins with * in quotes',
    ],
    [
      'a long alias',
      `case: ▸*${'a'.repeat(1_000_000)}`,
      `the alias *${'a'.repeat(60)}… has no anchor above it: put a text that begins with * in quotes`,
    ],
    ['a long tag', `case: ▸!${'a'.repeat(1_000_000)} b`, unknownTag(`!${'a'.repeat(59)}…`)],
    ['a long key', `${good}▸${'a'.repeat(1000)}: b`, unknownField(`${'a'.repeat(60)}…`, lists)],
    ['a tab before a key', 'case:\n▸\tslug: a', 'a tab is used to indent: use spaces'],
    [
      'a second document without a beginning',
      `${good}...\n▸actors: []\n`,
      'a second YAML document: put it into a file of its own',
    ],
    ['a prototype', `${good}▸__proto__: { polluted: true }`, unknownField('__proto__', lists)],
    ['a constructor', `${good}▸constructor: []`, unknownField('constructor', lists)],
    ['a method', `${good}▸toString: []`, unknownField('toString', lists)],
    ['two prototypes', '__proto__: []\n▸__proto__: []', 'this key stands here twice: keep one of the two'],
  ];
  test.each(wrong)('%s', async (_, content, message) => {
    const { text, place } = marked('a.yaml', content);
    expect(await files.refusalOf({ 'a.yaml': text })).toContain(`${place}: ${message}`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
  afterAll(
    () =>
      void tried(
        'Tags, directives, merge keys, aliases, keys such as __proto__ that no case file has',
        wrong.length,
        'Refused with line and column',
      ),
  );
});

function unknownTag(tag: string): string {
  return `the tag ${tag} is not known: remove it, or put a text that begins with ! in quotes`;
}

function unknownField(field: string, known: string): string {
  return `unknown field '${field}': the fields here are ${known}`;
}
