// Values without parts: what there is in the database, what there is not, and what no argument takes.
import { modelOf } from '../../../src/model/datamodel.ts';
import { datamodel } from '../../../src/model/generated/datamodel.ts';
import { type CursorColumn, cursorForm, writeCursor } from '../../../src/graphql/cursors.ts';
import type { OrderBy } from '../../../src/graphql/orders.ts';
import type { Choices } from './choices.ts';
import { globalId, type Known } from './known.ts';
import { scalar, type Value } from './value.ts';

/** Where a value stands: the name of its argument or of its input field. */
export interface Place {
  name: string;
  /** The model whose slugs are meant, where the value is one, or that of the records of a list. */
  model?: string;
}

const texts = [
  'e',
  'a',
  'of',
  'an',
  '1',
  'IRAN',
  ' ',
  '',
  '%',
  '_',
  '\\',
  '\\\\',
  '"',
  "'",
  '%_\\',
  'é',
  'É',
  'ß',
  'İ',
  '日',
  '𝒳',
];
const oddTexts = ['\u0007\n\t', '$1', '{}', 'a%a_a', '\ud800', 'x'.repeat(600), "'; select 1 --", '\u2028', 'null'];
/** In this order: a range never ends before it starts. */
const days: Record<string, string[]> = {
  from: ['2018-06-30', '1965-01-01', '1981-06-20', '0001-01-01', '2008-02-29'],
  to: ['2018-06-30', '2018-07-02', '2018-12-31', '9999-12-31', '2018-07-01'],
};
const noSlugs = ['no-such', '', 'FREE-IRAN', '%', "o'clock", 'é', '__proto__'];
const sizes = [1, 2, 3, 0, 5, 4, 20, 7, 100];
const noUuid = '00000000-0000-4000-8000-000000000000';

const wrongByType: Record<string, readonly Value[]> = {
  Int: [101, -1, 1.5, '3', 2 ** 31, true].map(scalar),
  String: ['\0', 'a\0b', 5, false].map(scalar),
  Date: ['2018-02-30', '2018', '', '0000-01-01', '2018-06-30T00:00:00Z', '10000-01-01', 5].map(scalar),
  ID: [
    '',
    'Event',
    'RXZlbnQ6',
    globalId('Event', 'x'),
    globalId('Actor', noUuid),
    globalId('event', noUuid),
    5,
    1.5,
  ].map(scalar),
  Boolean: ['true', 1].map(scalar),
};
const cursors = ['', 'x', globalId('Event', noUuid), 'RXZlbnQgREFURSBBU0M6', 'RXZlbnQgSUQgQVNDOgAA', '\0'].map(scalar);

/** @returns a value that no argument of this type takes. */
export function wrongLeaf(choices: Choices, type: string, { name }: Place): Value {
  if (name === 'after' || name === 'before') return choices.of(cursors);
  return choices.of(wrongByType[type] ?? [{ kind: 'enum', name: 'NO_SUCH' }, scalar('FACT'), scalar(1)]);
}

/** @returns a value of a scalar type. */
export function leaf(choices: Choices, known: Known, type: string, place: Place): Value {
  if (type === 'Boolean') return scalar(choices.chance(2));
  if (type === 'Int') return scalar(choices.of(sizes));
  if (type === 'Date') return scalar(choices.of(days[place.name] ?? ['2018-06-30']));
  if (type === 'ID') return scalar(idValue(choices, known));
  if (place.name === 'after' || place.name === 'before')
    return scalar(place.model === undefined || choices.chance(3) ? null : cursorValue(choices, known, place.model));
  if (place.model !== undefined) return scalar(slugValue(choices, known, place.model));
  return scalar(choices.chance(8) ? choices.of(oddTexts) : choices.of(texts));
}

function slugValue(choices: Choices, known: Known, model: string): string {
  if (choices.chance(8)) return choices.of(noSlugs);
  // Of another type once in a while.
  const slugs = known.slugs.get(choices.chance(10) ? choices.of([...known.slugs.keys()]) : model) ?? [];
  return slugs.length > 0 ? choices.of(slugs) : 'no-such';
}

/** The first that a model has the columns of is its default, mostly. */
const orders: OrderBy[] = [
  [{ dateSortAsc: 'asc' }, { id: 'asc' }],
  [{ dateSortDesc: 'asc' }, { id: 'asc' }],
  [{ name: 'asc' }, { id: 'asc' }],
  [{ slug: 'asc' }],
  [{ name: 'desc' }, { id: 'desc' }],
  [{ title: 'desc' }, { id: 'desc' }],
  [{ number: 'asc' }, { id: 'asc' }],
  [{ ordinal: 'asc' }, { id: 'asc' }],
  [{ id: 'asc' }],
];

/** A well-formed cursor of a type, mostly between two records, in an order that the list may have. */
function cursorValue(choices: Choices, known: Known, model: string): string {
  // Citations have a relation called `name`.
  const columns = modelOf(model).fields.filter(({ kind }) => kind !== 'object');
  const names = new Set(columns.map(({ name }) => name));
  const fit = orders.filter((order) => order.flatMap(Object.keys).every((name) => names.has(name)));
  const form = cursorForm(model, choices.chance(2) ? choices.of(fit) : (fit[0] as OrderBy));
  const value = (type: CursorColumn['type']) => {
    if (type === 'integer') return choices.of([6755, 1, 0, -12_784, 3, 2 ** 31 - 1, -(2 ** 31)]);
    if (type === 'text') return choices.chance(2) ? slugValue(choices, known, model) : choices.of(texts);
    const [id] = choices.of([...known.ids.values()]);
    return choices.chance(2)
      ? noUuid
      : Buffer.from(id ?? '', 'base64')
          .toString()
          .split(':')[1];
  };
  return writeCursor(form, Object.fromEntries(form.columns.map(({ name, type }) => [name, value(type)])));
}

function idValue(choices: Choices, known: Known): string {
  const type = choices.of([...known.ids.keys()]);
  const id = choices.of(known.ids.get(type) ?? []);
  if (!choices.chance(6)) return id;
  // A well-formed id that names nothing: an unknown record, or one of another type.
  const [, uuid = ''] = Buffer.from(id, 'base64').toString().split(':');
  return choices.chance(2) ? globalId(type, noUuid) : globalId(choices.of([...known.ids.keys()]), uuid);
}

/** The model whose slugs `slug`, or a relation of `model`, holds; undefined where no slug is meant. */
export function slugModel(model: string, field: string): string | undefined {
  const fields = datamodel.models.find(({ name }) => name === model)?.fields ?? [];
  const names = field === 'case' ? ['case', 'cases'] : [field];
  const type = field === 'slug' ? model : fields.find(({ name }) => names.includes(name))?.type;
  return datamodel.models.find(({ name }) => name === type)?.name;
}
