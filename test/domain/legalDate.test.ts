import { expect, test } from '@jest/globals';
import { parseDate } from '../../src/domain/dates.ts';
import { legalDate } from '../../src/domain/legalDate.ts';

const dated = (...statuses: [status: string, edtf: string | null][]) => {
  const found = legalDate(statuses.map(([status, edtf]) => ({ status, date: edtf === null ? null : parseDate(edtf) })));
  return found && [found.status, found.date.edtf];
};

test('an action is dated by the first that has happened, whatever was announced before', () => {
  expect(dated(['ANNOUNCED', '2018-07-01'], ['CARRIED_OUT', '2018-10-10'], ['ORDERED', '2018-10-09'])).toEqual([
    'ORDERED',
    '2018-10-09',
  ]);
});

test('an action that has not happened is dated by what was announced or asked for', () => {
  expect(dated(['ANNOUNCED', '2018-10-09'], ['REQUESTED', '2018-08'], ['CARRIED_OUT', null])).toEqual([
    'REQUESTED',
    '2018-08',
  ]);
});

test('what ended an action does not date it', () => {
  expect(dated(['ORDERED', null], ['REVOKED', '2012'])).toBeNull();
  expect(dated()).toBeNull();
});

test('a date without a start goes by its end', () => {
  expect(dated(['FILED', '[..2018-07-02]'], ['ORDERED', '2018-07-01'])).toEqual(['ORDERED', '2018-07-01']);
});
