import { describe, expect, test } from '@jest/globals';
import { parseDate } from '../../src/domain/dates.ts';

describe('a date has the days that bound it', () => {
  test.each([
    ['2018-07-02', '2018-07-02', '2018-07-02', 'DAY'],
    ['2018-07', '2018-07-01', '2018-07-31', 'MONTH'],
    ['2016-02', '2016-02-01', '2016-02-29', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['1992', '1992-01-01', '1992-12-31', 'YEAR'],
    ['197X', '1970-01-01', '1979-12-31', 'DECADE'],
    ['19XX', '1900-01-01', '1999-12-31', 'CENTURY'],
    ['2018-XX', '2018-01-01', '2018-12-31', 'YEAR'],
    ['2018-XX-XX', '2018-01-01', '2018-12-31', 'YEAR'],
    ['2018-06-XX', '2018-06-01', '2018-06-30', 'MONTH'],
    ['2018-21', '2018-03-01', '2018-05-31', 'SEASON'],
    ['2018-22', '2018-06-01', '2018-08-31', 'SEASON'],
    ['2018-23', '2018-09-01', '2018-11-30', 'SEASON'],
    ['2018-24', '2018-12-01', '2019-02-28', 'SEASON'],
    ['2015-24', '2015-12-01', '2016-02-29', 'SEASON'],
    ['9998-24', '9998-12-01', '9999-02-28', 'SEASON'],
    ['9999-23', '9999-09-01', '9999-11-30', 'SEASON'],
    ['2018-06-30/2018-07-02', '2018-06-30', '2018-07-02', 'INTERVAL'],
    ['1970/1979', '1970-01-01', '1979-12-31', 'INTERVAL'],
    ['2008-09/2008-09', '2008-09-01', '2008-09-30', 'INTERVAL'],
    ['2018-07/..', '2018-07-01', null, 'INTERVAL'],
    ['2018-07/', '2018-07-01', null, 'INTERVAL'],
    ['../2018-07', null, '2018-07-31', 'INTERVAL'],
    ['/2018-07', null, '2018-07-31', 'INTERVAL'],
    ['[..2018-07-02]', null, '2018-07-02', 'ONE_OF'],
    ['[2018-07-02..]', '2018-07-02', null, 'ONE_OF'],
    ['[2008-09..2008-12]', '2008-09-01', '2008-12-31', 'ONE_OF'],
    ['2000-02-29', '2000-02-29', '2000-02-29', 'DAY'],
    ['2016-02-29', '2016-02-29', '2016-02-29', 'DAY'],
    ['[2018..2018]', '2018-01-01', '2018-12-31', 'ONE_OF'],
    ['2018-07-02/2018-07-02', '2018-07-02', '2018-07-02', 'INTERVAL'],
    ['0001', '0001-01-01', '0001-12-31', 'YEAR'],
    ['0001-01-01', '0001-01-01', '0001-01-01', 'DAY'],
    ['0010', '0010-01-01', '0010-12-31', 'YEAR'],
    ['999X', '9990-01-01', '9999-12-31', 'DECADE'],
    ['99XX', '9900-01-01', '9999-12-31', 'CENTURY'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'DAY'],
  ])('%s: %s to %s, %s', (edtf, earliest, latest, precision) => {
    expect(parseDate(edtf)).toEqual({ edtf, earliest, latest, precision, qualified: false });
  });

  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  test.each(lengths.map((days, index) => [`2018-${String(index + 1).padStart(2, '0')}`, days] as const))(
    '%s has %i days',
    (month, days) => {
      expect(parseDate(month).latest).toBe(`${month}-${days}`);
      expect(parseDate(`${month}-${days}`).precision).toBe('DAY');
      expect(() => parseDate(`${month}-${days + 1}`)).toThrow(/no such day|not an EDTF date/);
    },
  );

  test.each(['2018-06-30?', '2018-06-30~', '2018-06-30%'])('%s is qualified, which widens nothing', (edtf) => {
    expect(parseDate(edtf)).toEqual({
      edtf,
      earliest: '2018-06-30',
      latest: '2018-06-30',
      precision: 'DAY',
      qualified: true,
    });
  });
});

describe('what is no date of ours is refused', () => {
  test.each([
    ['June 30', /not an EDTF date of level 1: write for instance/],
    ['', /not an EDTF date/],
    ['2018-7-2', /not an EDTF date/],
    ['2018-02-30', /no such day/],
    ['2018-02-29', /no such day/],
    ['1900-02-29', /no such day/],
    ['2100-02-29', /no such day/],
    ['2018-06-31', /no such day/],
    ['2018-13', /not an EDTF date/],
    ['2018-07-02T10:00:00Z', /times of day/],
    ['Y17E7', /years from '0001' to '9999'/],
    ['Y20180', /years from '0001' to '9999'/],
    ['0000', /years from '0001' to '9999'/],
    ['-0043', /years from '0001' to '9999'/],
    ['9999-24', /years from '0001' to '9999'/],
    ['2018S2', /years from '0001' to '9999'/],
    ['XXXX', /without even its century/],
    ['19', /write a century or decade with X/],
    ['195', /write a century or decade with X/],
    ['{1992,1993}', /a set of several dates/],
    ['{1992..1993}', /a set of several dates/],
    ['[1992,1993]', /list with commas/],
    ['[1992]', /leave out the brackets/],
    ['../..', /open at both ends/],
    ['/', /open at both ends/],
    ['2019/2018', /ends before it starts/],
    ['[2019..2018]', /ends before it starts/],
    ['1XXX', /level 2/],
    ['2018?-07', /level 2/],
    ['2018-25', /level 2/],
    ['197X/198X', /level 2/],
    ['2018'.repeat(1000), /not an EDTF date/],
  ])('%s', (edtf, message) => {
    expect(() => parseDate(edtf)).toThrow(message);
  });
});
