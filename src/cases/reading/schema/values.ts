/**
 * The fields that records are made of. The messages complete a sentence that begins with the field's name, as in
 * `kind 'ATACK' is not known: did you mean 'ATTACK'?`.
 */
import { z } from 'zod';
import { DateError, parseDate, type FuzzyDate } from '../../../domain/dates.ts';
import { countWords, hasControls, isStorable, maximumWords, shorten } from '../../../domain/text.ts';
import { didYouMean } from '../../nearest.ts';

/** A date as a record holds it. */
export interface CodedDate extends FuzzyDate {
  verbatim: string | null;
}

const notText = ({ input }: { input: unknown }) =>
  Array.isArray(input) || typeof input === 'object' ? 'must be a text' : 'must be a text: put it in quotes';

const text = (most: number) =>
  z
    .string({ error: notText })
    .refine(isStorable, 'contains a NUL character or half of a surrogate pair: remove it')
    .refine((value) => !hasControls(value) || !isStorable(value), 'holds a control character: remove it')
    .transform((value) => value.trim())
    .refine((value) => value !== '', 'is empty: write it, or leave the field out')
    .refine((value) => value.length <= most, `is longer than ${most} characters: shorten it`);

/** Text in whole sentences. */
export const prose = text(10_000);

/** A title, a name: short enough for an index. */
export const line = text(500).refine((value) => !/[\r\n]/.test(value), 'has a line break: write it on one line');

/** The source's own words, few enough to be taken. */
export const fragment = line.refine((value) => countWords(value) <= maximumWords, {
  error: ({ input }) =>
    `has ${countWords(String(input))} words: at most ${maximumWords} of a source's words in a row are allowed, take a shorter fragment`,
});

/** A record's short name. */
export const slug = z
  .string({ error: notText })
  .max(100, 'is longer than 100 characters: shorten it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: ({ input }) =>
      `'${shorten(String(input))}' is not a slug: use lower-case letters a to z and digits, in words joined by hyphens`,
  });

/** One of the values of a vocabulary. */
export function oneOf<Values extends Readonly<Record<string, string>>>(vocabulary: Values) {
  const values = Object.values(vocabulary) as [string, ...string[]];
  return z.enum(values, {
    error: ({ input }) =>
      typeof input === 'string'
        ? `'${shorten(input)}' is not known${didYouMean(input, values) || ': write'} (one of ${values.join(', ')})`
        : `must be one of ${values.join(', ')}`,
  });
}

export const flag = z.boolean({ error: 'must be true or false' });

export const wholeNumber = (least: number) => {
  const wanted = `must be a whole number from ${least} to 2147483647`;
  return z.int({ error: wanted }).min(least, wanted).max(2_147_483_647, wanted);
};

/** Beyond 2^53 not every number has a place in a double, and another one would be stored in silence. */
export const quantity = z
  .number({ error: 'must be a number' })
  .min(0, 'must not be negative')
  .max(Number.MAX_SAFE_INTEGER, `must be at most ${Number.MAX_SAFE_INTEGER}: write it in a larger unit`);

export const digest = z
  .string({ error: notText })
  .regex(/^[0-9a-f]{64}$/, 'is no sha256: 64 digits 0 to 9 and a to f, as `npm run passages` prints them');

export const languageTag = z
  .string({ error: notText })
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language code of BCP 47: write for instance en');

const web = /^https?:\/\/[^\s\0]{1,2000}$/;
/** Up to where a browser takes the host to end. */
const beforePath = /^https?:\/\/([^/\\?#]*)/;

/** The address of a page. What it names is put before readers, who open it: it has to lead where it seems to. */
export const webAddress = z
  .string({ error: notText })
  .regex(web, 'is not a web address: it begins with https://')
  .refine((value) => !web.test(value) || (URL.canParse(value) && beforePath.exec(value)?.[1] !== ''), {
    error: 'is not a valid URL: copy it from the address bar of a browser',
  })
  .refine((value) => !beforePath.exec(value)?.[1]?.includes('@'), {
    error: 'holds a user name or password: leave out what is before the @',
  })
  .refine((value) => isStorable(value) && !hasControls(value), {
    error: 'holds a control character or half of a surrogate pair: remove it',
  });

export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'must be a list: [a, b]' });

/** The officially assigned codes of ISO 3166-1 alpha-2. */
const countryCodes = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY ' +
    'BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK ' +
    'FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR ' +
    'IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ' +
    'ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
    'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF ' +
    'TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** A country by its code. */
export const country = z.string({ error: notText }).refine((code) => countryCodes.has(code), {
  error: ({ input }) =>
    `'${shorten(String(input))}' is not a country code of ISO 3166-1 alpha-2: write for instance FR`,
});

const edtf = z.union([z.string(), z.number()]).transform((value, context): FuzzyDate => {
  try {
    return parseDate(String(value));
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    context.addIssue({ code: 'custom', message: `'${shorten(String(value))}': ${error.message}` });
    return z.NEVER;
  }
});

/** An uncertain date, alone or with the source's own words for it. */
export const date = z.union([
  edtf.transform((value): CodedDate => ({ ...value, verbatim: null })),
  z
    .strictObject({ edtf, verbatim: fragment.optional() })
    .transform((value): CodedDate => ({ ...value.edtf, verbatim: value.verbatim ?? null })),
]);
