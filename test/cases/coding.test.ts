import { describe, expect, test } from '@jest/globals';
import { describeCoding, readCoding } from '../../src/cases/coding/agreement.ts';
import { agreementOf, type Rating } from '../../src/cases/coding/kappa.ts';

const times = (count: number, first: string, second: string): Rating[] => Array<Rating>(count).fill([first, second]);

describe("Cohen's kappa", () => {
  test('is the agreement beyond chance', () => {
    // The usual example: 50 applications, of which two readers accept 20 and refuse 15 alike.
    const ratings = [
      ...times(20, 'yes', 'yes'),
      ...times(5, 'yes', 'no'),
      ...times(10, 'no', 'yes'),
      ...times(15, 'no', 'no'),
    ];
    const { n, observed, kappa } = agreementOf(ratings);
    expect([n, observed]).toEqual([50, 0.7]);
    expect(kappa).toBeCloseTo(0.4, 10);
  });

  test('is 1 when they agree on all, and below 0 when they agree on less than chance would', () => {
    expect(agreementOf([...times(3, 'a', 'a'), ...times(2, 'b', 'b')]).kappa).toBe(1);
    expect(agreementOf([...times(2, 'a', 'b'), ...times(2, 'b', 'a')]).kappa).toBe(-1);
  });

  test('has no meaning where only one value is ever used, or there is nothing to compare', () => {
    expect(agreementOf(times(4, 'a', 'a'))).toEqual({ n: 4, observed: 1, kappa: null });
    expect(agreementOf([])).toEqual({ n: 0, observed: 0, kappa: null });
  });
});

describe('a case that was coded twice', () => {
  const header = 'record,attribute,first,second,settled\n';

  test('is described by attribute; records of one coder alone are counted apart', () => {
    const csv = `${header}event a,kind,ATTACK,ATTACK,ATTACK\nevent b,kind,STOP,NAMING,STOP\nevent b,standing,ALLEGED,ALLEGED,ALLEGED\nevent c,kind,VISIT,,VISIT\n"event d, e",kind,,VISIT,\nevent f,kind,,,VISIT\n`;
    expect(describeCoding('harbour-fire', readCoding('x.csv', csv))).toBe(
      `**harbour-fire**

| attribute | records | agreement | Cohen's kappa |
| --------- | ------- | --------- | ------------- |
| role      | 0       | –         | –             |
| standing  | 1       | 100.0 %   | –             |
| stance    | 0       | –         | –             |
| kind      | 2       | 50.0 %    | 0.33          |

2 records were coded by both; 1 by the first coder only and 1 by the second only, which are in no line of the table. 4 records stayed when the differences were settled, 1 of them new.`,
    );
  });

  test('has records that both coders missed; a record that one of them had is not new', () => {
    const csv = `${header}a,kind,,,VISIT\nb,kind,VISIT,,VISIT\nc,kind,,VISIT,VISIT\n`;
    expect(describeCoding('x', readCoding('x.csv', csv))).toContain(
      '3 records stayed when the differences were settled, 1 of',
    );
  });

  test('may have spaces around what stands between the commas', () => {
    expect(readCoding('x.csv', `${header} a , kind , A , B ,A \n`)).toEqual([
      { record: 'a', attribute: 'kind', first: 'A', second: 'B', settled: 'A' },
    ]);
  });

  test.each([
    [`${header},kind,A,A,A\n`, 'x.csv:2:1: record is empty: name it'],
    ['record,first,second\n', 'x.csv:1:1: the columns must be record,attribute,first,second,settled'],
    [
      `${header}a,colour,x,y,x\n`,
      "x.csv:2:1: attribute 'colour' is not one of role, standing, stance, kind, outcome, medium, disposition, date: correct it",
    ],
    [
      `${header}a,kind,A,B,?\n`,
      'x.csv:2:1: kind of a is not settled: write what the text says, or nothing if it says none',
    ],
    [`${header}a,kind,,,\n`, 'x.csv:2:1: the line says nothing: remove it'],
    [`${header}a,kind,A,A,A\na,kind,B,B,B\n`, 'x.csv:3:1: kind of a stands here twice: keep one'],
    [`${header}a,kind,A\n`, 'x.csv:2:1: not valid CSV'],
  ])('with a mistake is refused: %j', (csv, message) => {
    expect(() => readCoding('x.csv', csv)).toThrow(message);
  });
});
