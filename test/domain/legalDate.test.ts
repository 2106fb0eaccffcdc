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

test.each(['FILED', 'ORDERED', 'IN_FORCE', 'CARRIED_OUT'])('%s comes before what was only asked for', (status) => {
  expect(dated(['REQUESTED', '2017'], ['ANNOUNCED', '2017'], [status, '2018'])).toEqual([status, '2018']);
});

test.each(['REFUSED', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'DISMISSED'])('%s dates no action', (status) => {
  expect(dated([status, '2018'], ['FILED', null])).toBeNull();
});

test.each(['ANNOUNCED', 'REQUESTED'])('%s dates an action of which nothing else is known', (status) => {
  expect(dated([status, '2018'])).toEqual([status, '2018']);
});

test.each(['REFUSED', 'SUSPENDED', 'REVOKED', 'EXPIRED'])('%s does not date an action', (status) => {
  expect(dated([status, '2012'])).toBeNull();
});

test('of two with the same date, the first in the list dates the action', () => {
  expect(dated(['ORDERED', '2018-10-09'], ['FILED', '2018-10-09'])).toEqual(['ORDERED', '2018-10-09']);
  expect(dated(['FILED', '2018-10-09'], ['ORDERED', '2018-10-09'])).toEqual(['FILED', '2018-10-09']);
  // The same first day: the year is not later than the day.
  expect(dated(['FILED', '2018'], ['ORDERED', '2018-01-01'])).toEqual(['FILED', '2018']);
});

test('of two, the earlier, wherever it stands in the list', () => {
  expect(dated(['FILED', '2018-10-09'], ['ORDERED', '2018-10-10'])).toEqual(['FILED', '2018-10-09']);
  expect(dated(['FILED', '2018-10-10'], ['ORDERED', '2018-10-09'])).toEqual(['ORDERED', '2018-10-09']);
});

test('what ended an action does not date it', () => {
  expect(dated(['ORDERED', null], ['REVOKED', '2012'])).toBeNull();
  expect(dated()).toBeNull();
});

test('a date without a start goes by its end', () => {
  expect(dated(['FILED', '[..2018-07-02]'], ['ORDERED', '2018-07-01'])).toEqual(['ORDERED', '2018-07-01']);
});
