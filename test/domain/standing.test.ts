import { describe, expect, test } from '@jest/globals';
import { recordTypes } from '../../src/model/recordTypes.ts';
import { deriveStanding, standingFits, standingIsCited, type CitedStanding } from '../../src/domain/standing.ts';

const supports = (standing: CitedStanding['standing']): CitedStanding => ({ relation: 'SUPPORTS', standing });
const contradicts = (standing: CitedStanding['standing']): CitedStanding => ({ relation: 'CONTRADICTS', standing });

describe('a record that writes no standing', () => {
  test('has that on which its supporting citations agree', () => {
    expect(deriveStanding([supports('ALLEGED'), supports('ALLEGED'), contradicts('REPORTED')])).toBe('ALLEGED');
  });

  test('has none where they disagree: nothing is smoothed', () => {
    expect(deriveStanding([supports('ALLEGED'), supports('REPORTED')])).toBeNull();
  });

  test('has none where a passage takes it back or disproves it: a person decides', () => {
    expect(deriveStanding([supports('ALLEGED'), contradicts('WITHDRAWN')])).toBeNull();
    expect(deriveStanding([supports('ALLEGED'), contradicts('DISPROVEN')])).toBeNull();
  });

  test('has none from a passage that bears on a field, or that the coder concluded it from', () => {
    expect(deriveStanding([supports('ALLEGED'), { ...supports('REPORTED'), field: 'date' }])).toBe('ALLEGED');
    expect(deriveStanding([supports('ALLEGED'), { ...supports('CHARGED'), fidelity: 'INFERRED' }])).toBe('ALLEGED');
    expect(deriveStanding([{ ...supports('REPORTED'), field: 'date' }])).toBeNull();
  });

  test('is INFERRED where no passage says it', () => {
    expect(deriveStanding([{ ...supports('REPORTED'), fidelity: 'INFERRED' }])).toBe('INFERRED');
    expect(standingIsCited('REPORTED', [{ ...supports('REPORTED'), fidelity: 'INFERRED' }])).toBe(false);
  });

  test('has none where nothing supports it', () => {
    expect(deriveStanding([{ relation: 'CONTEXT', standing: 'REPORTED' }])).toBeNull();
  });
});

test('a charge is of a part, a party or a claim, never of an event', () => {
  expect(['Participation', 'LegalParty', 'Claim'].every((type) => standingFits(type, 'CHARGED'))).toBe(true);
  expect(
    ['Event', 'Statement', 'LegalAction', 'Name', 'Relationship'].some((type) => standingFits(type, 'CHARGED')),
  ).toBe(false);
  expect(standingFits('Event', 'ALLEGED')).toBe(true);
});

test('of all types of records, a part, a party and a claim alone go beyond what is reported or alleged', () => {
  const types = [...recordTypes.keys()];
  expect(types.filter((type) => standingFits(type, 'CHARGED')).sort()).toEqual([
    'Claim',
    'LegalParty',
    'Participation',
  ]);
  for (const standing of ['REPORTED', 'ALLEGED'] as const)
    expect(types.filter((type) => !standingFits(type, standing))).toEqual([]);
});

test('context neither gives a standing nor takes one back', () => {
  expect(deriveStanding([supports('ALLEGED'), { relation: 'CONTEXT', standing: 'WITHDRAWN' }])).toBe('ALLEGED');
  expect(standingIsCited('REPORTED', [{ relation: 'CONTEXT', standing: 'REPORTED' }])).toBe(false);
});

test('a party may be found guilty, a part taken back, a citation has no standing of a record', () => {
  for (const standing of ['CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN'] as const)
    expect([standing, standingFits('LegalParty', standing), standingFits('Statement', standing)]).toEqual([
      standing,
      true,
      false,
    ]);
});

test('only what contradicts a record disproves it', () => {
  expect(standingIsCited('DISPROVEN', [supports('ALLEGED'), contradicts('DISPROVEN')])).toBe(true);
  expect(standingIsCited('DISPROVEN', [supports('ALLEGED')])).toBe(false);
  expect(standingIsCited('DISPROVEN', [supports('DISPROVEN')])).toBe(false);
  expect(standingIsCited('WITHDRAWN', [contradicts('WITHDRAWN')])).toBe(true);
  expect(standingIsCited('REPORTED', [contradicts('REPORTED'), supports('ALLEGED')])).toBe(false);
});
