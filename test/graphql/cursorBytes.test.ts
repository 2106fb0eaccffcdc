// A cursor byte by byte: what is written is read again, and nothing else is read.
import { describe, expect, test } from '@jest/globals';
import { beyond, cursorForm, readCursor, writeCursor } from '../../src/graphql/cursors.ts';

const id = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const byTitle = cursorForm('Event', [{ title: 'asc' }, { id: 'asc' }]);
const byDate = cursorForm('Event', [{ dateSortDesc: 'asc' }, { id: 'asc' }]);
const byNumber = cursorForm('Passage', [{ number: 'asc' }, { id: 'asc' }]);

test.each([
  [byTitle, { title: 'A', id }],
  [byTitle, { title: '', id }],
  [byTitle, { title: 'Où? — 🔥 "x"\\ \n', id }],
  [byDate, { dateSortDesc: -719_163, id }],
  [byDate, { dateSortDesc: 2_147_483_647, id }],
  [byNumber, { number: -2_147_483_648, id }],
])('%j is read as it was written: %j', (form, position) => {
  const cursor = writeCursor(form, { ...position, other: 1 });
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(form, cursor, 'after')).toEqual(position);
});

describe('what is not a cursor of the API', () => {
  const cursor = writeCursor(byTitle, { title: 'A', id });
  const bytes = Buffer.from(cursor, 'base64url');
  const written = (content: Buffer) => content.toString('base64url');
  const withText = (text: Buffer) =>
    written(Buffer.concat([Buffer.from(byTitle.head), text, bytes.subarray(bytes.length - 16)]));
  test.each([
    ['nothing', ''],
    ['its beginning', cursor.slice(0, 8)],
    ['padded', `${cursor}=`],
    ['in quotation marks', `"${cursor}"`],
    ['with a space', ` ${cursor}`],
    ['in another alphabet', cursor.replace(/.$/, '+')],
    ['a byte short of an id', written(bytes.subarray(0, byTitle.head.length + 15))],
    ['a text that is not UTF-8', withText(Buffer.from([0xc3]))],
    ['a text with NUL', withText(Buffer.from('a\0b'))],
    ['of a type that there is not', written(Buffer.from('Evint TITLE ASC:x'))],
  ])('%s', (_, wrong) => {
    expect(() => readCursor(byTitle, wrong, 'after')).toThrow('is not a cursor of this API');
  });

  test('of numbers, one byte too many or too few', () => {
    const right = Buffer.from(writeCursor(byDate, { dateSortDesc: 1, id }), 'base64url');
    for (const content of [right.subarray(0, -1), Buffer.concat([right, Buffer.alloc(1)])])
      expect(() => readCursor(byDate, written(content), 'before')).toThrow('`before` is not a cursor of this API');
  });

  test('of another type, or another order, is told as that', () => {
    expect(() => readCursor(byNumber, cursor, 'after')).toThrow(
      'is a cursor of Event records, this list has Passage records',
    );
    expect(() => readCursor(byDate, cursor, 'after')).toThrow(
      'is a cursor of the order TITLE ASC, this list is in the order DATE DESC',
    );
  });
});

test('what is beyond a cursor is behind it in the order, or before it', () => {
  const position = { title: 'A', id };
  const condition = (operator: string) => ({
    OR: [{ title: { [operator]: 'A' } }, { title: 'A', id: { [operator]: id } }],
  });
  const descending = cursorForm('Event', [{ title: 'desc' }, { id: 'desc' }]);
  expect(beyond(byTitle, position, false)).toEqual(condition('gt'));
  expect(beyond(byTitle, position, true)).toEqual(condition('lt'));
  expect(beyond(descending, position, false)).toEqual(condition('lt'));
  expect(beyond(descending, position, true)).toEqual(condition('gt'));
});
