// Values that have the right type and are wrong all the same.
import type { Entry } from '../generate/draw.ts';
import { given, inField, inRecord, type Mistakes } from './mistake.ts';

const vocabularies = [
  ...['kind', 'role', 'outcome', 'medium', 'stance', 'state', 'status', 'harm', 'disposition'],
  ...['fidelity', 'relation', 'standing'],
];
const dates = ['date', 'published', 'reportedAgeDate', 'since', 'until', 'asOf', 'by'];
const lines = ['title', 'name', 'value', 'capacity', 'publisher', 'reference', 'unit'];
const prose = ['summary', 'text', 'description', 'note', 'reason', 'then', 'condition'];
const fragments = ['label', 'quote', 'verbatim'];

/** What is no date, what is one that EDTF does not know, and what EDTF knows and a case file does not take. */
const noDates = [
  ...[
    '2018-02-30',
    '2018-13',
    '2018-00',
    '2018-1',
    '2018-06-31',
    '1900-02-29',
    '30.06.2018',
    'yesterday',
    '0',
    ' 2018',
  ],
  ...['0000', '-0001', '-9999', '10000', 'Y17E7', 'Y-170000002', '17E7', '2018-06-30T10:00:00', '2018-06-30T24:00Z'],
  ...[
    '{2018}',
    '{2018,2019}',
    '{2018..2019}',
    '[2018,2019]',
    '[2018]',
    '2018-07/2018-06',
    '[2019..2018]',
    '../..',
    '/',
  ],
  ...[
    'XXXX',
    'XXXX-12-XX',
    '201',
    '19',
    '2018-X5',
    '1560-06-1X',
    '?2018-06',
    '2018-~06',
    '2018-25',
    '2018-41',
    '2018S3',
  ],
  ...['2018-07//2018-08', '2018-W05', '2018-366', '٢٠١٨', '2018–06', "2018'", '9'.repeat(400)],
];

const notWhole = [0.5, -1, 2 ** 31, 1e300, Infinity, -Infinity, NaN];

export const wrongValues: Mistakes = {
  'a value that the vocabulary has not': inField(/is not known/, vocabularies, (draw, value) =>
    draw.of([`${String(value)}S`, String(value).toLowerCase(), ` ${String(value)}`, '', 'constructor', '__proto__']),
  ),
  'what is no date, or one that is not taken': inRecord(
    /^(date|published|reportedAgeDate|since|until|asOf|by)(\.edtf)? /,
    ({ entry }) => given(entry, dates).length > 0,
    ({ entry }, draw) => {
      const name = draw.of(given(entry, dates));
      const wrong = draw.of<unknown>([...noDates, draw.of<unknown>([true, -5, 20180630, Infinity, ['2018']])]);
      const inside = typeof entry[name] === 'object' && draw.once(2);
      entry[name] = inside ? { ...(entry[name] as Entry), edtf: wrong } : wrong;
      return inside ? [name, 'edtf'] : [name];
    },
  ),
  'a whole number that is none, or out of range': inField(
    /must be a whole number|must be an age/,
    ['passage', 'number', 'paragraph', 'start', 'end', 'codePoints', 'size', 'reportedAge'],
    (draw) => draw.of(notWhole),
  ),
  'a quantity out of range': inField(/must/, ['lower', 'upper', 'quantity'], (draw) =>
    draw.of([-1, -1e-9, 2 ** 53, 1e300, Infinity, NaN]),
  ),
  'a measure from more to less': inRecord(
    /^lower \d+ is more than upper/,
    ({ type }) => type === 'Measure',
    ({ entry }) => {
      Object.assign(entry, { lower: 2, upper: 1 });
      return ['lower'];
    },
  ),
  'a measure of nothing': inRecord(
    /has neither lower nor upper/,
    ({ type }) => type === 'Measure',
    ({ entry }) => {
      delete entry['lower'];
      delete entry['upper'];
      return ['lower'];
    },
  ),
  'what is no sha256': inField(/is no sha256/, ['sha256'], (draw, value) =>
    draw.of([String(value).slice(1), `${String(value)}0`, `${String(value).slice(1)}G`, 'F'.repeat(64), '']),
  ),
  'what is no slug': inField(/not a slug|longer than 100/, ['slug', 'key', 'place', 'parent', 'actor', 'to'], (draw) =>
    draw.of([
      '',
      'Upper',
      'two words',
      '../x',
      '/etc/passwd',
      'a--b',
      '-a',
      'a_b',
      'é',
      'a\n',
      'a'.repeat(101),
      "a';--",
    ]),
  ),
  'what is no country, language or address': inRecord(
    /is not a country|is not a language|is not a web address/,
    ({ entry }) => wrongCodes(entry).length > 0,
    ({ entry }, draw) => {
      const [name, wrong] = draw.of(wrongCodes(entry));
      entry[name] = wrong;
      return [name];
    },
  ),
  'a text that PostgreSQL or a terminal can not take': inField(
    /NUL character|control character/,
    [...lines, ...prose, ...fragments],
    (draw, value) => `${String(value)}${draw.of(['\0', '\ud800', '\udfffx', '\u001b[31m', '\b', '\u0007'])}`,
  ),
  'a text that is empty': inField(/is empty/, [...lines, ...prose, ...fragments], (draw) =>
    draw.of(['', ' ', '\t', '\n', '\u00a0']),
  ),
  'a line that is too long': inField(/longer than 500/, lines, () => 'a'.repeat(501)),
  'a text that is too long': inField(/longer than 10000/, prose, (draw) => 'a'.repeat(draw.of([10_001, 100_000]))),
  'a line with a line break': inField(/has a line break/, lines, (draw) => draw.of(['a\nb', 'a\r\nb', 'a\rb'])),
  'more than 12 words of a source': inField(/has 1[3-9] words/, fragments, (draw) =>
    Array(draw.integer(13, 19))
      .fill('a')
      .join(draw.of([' ', '\t', '\u00a0', '  '])),
  ),
};

const wrongCodes = (entry: Entry) =>
  Object.entries({
    country: ['fr', 'FRA', 'SU', 'XX', ''],
    language: ['english language', '', 'e', 'en_US'],
    lang: ['فارسی', 'en-', 'x-klingon', 'EN_us'],
    url: [
      'http://[::1',
      'https://me:word@example.org/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '//example.org',
      'https://a b',
      '',
    ],
  }).flatMap(([name, wrong]) => (entry[name] === undefined ? [] : wrong.map((one) => [name, one] as const)));
