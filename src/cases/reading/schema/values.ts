/**
 * The fields that records are made of. The messages complete a sentence that begins with the field's name, as in
 * `kind 'ATACK' is not known: did you mean 'ATTACK'?`.
 */
import { z } from 'zod';
import { DateError, parseDate, type FuzzyDate } from '../../../domain/dates.ts';
import { isVisible, revealInvisible, slugFor, turningCharacter } from '../../../domain/spelling.ts';
import { hasControls, isStorable, shorten } from '../../../domain/text.ts';
import { countWords, maximumNoteWords, maximumTitleWords, maximumWords } from '../../../domain/words.ts';
import { didYouMean } from '../../nearest.ts';

/** A date as a record holds it. */
export interface CodedDate extends FuzzyDate {
  verbatim: string | null;
}

const longest = { line: 500, prose: 10_000 };

const notText = ({ input }: { input: unknown }) =>
  Array.isArray(input) || typeof input === 'object' ? 'must be a text' : 'must be a text: put it in quotes';

/** A text as it is stored: in Unicode's normal form C, without white space around it. */
const text = (most: number) =>
  z
    .string({ error: notText })
    .refine(isStorable, 'contains a NUL character or half of a surrogate pair: remove it')
    .refine((value) => !hasControls(value) || !isStorable(value), 'holds a control character: remove it')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '', 'is empty: write it, or leave the field out')
    .refine((value) => value === '' || isVisible(value), 'has nothing that a reader sees: write it, or leave it out')
    .refine((value) => value.length <= most, `is longer than ${most} characters: shorten it`);

/** Text in whole sentences. */
export const prose = text(longest.prose);

/** A text of one line: short enough for an index. */
export const line = text(longest.line)
  .refine((value) => !/[\r\n]/.test(value), 'has a line break: write it on one line')
  .refine((value) => turningCharacter(value) === undefined, {
    error: ({ input }) =>
      `holds ${turningCharacter(String(input)) ?? ''}, which turns the direction of what follows: remove it`,
  });

/** Whether a text has at most so many words; one that is too long anyway is not counted. */
const hasAtMost = (most: number) => (value: string) => value.length > longest.prose || countWords(value) <= most;

const tooManyWords = (most: number) => ({
  error: ({ input }: { input?: unknown }) =>
    `has ${countWords(String(input))} words: at most ${most} are allowed, shorten it`,
});

/** A title, a name: no sentence of a source. */
export const title = line.refine(hasAtMost(maximumTitleWords), tooManyWords(maximumTitleWords));

/** What a coder has to say of a citation, in own words. */
export const note = prose.refine(hasAtMost(maximumNoteWords), tooManyWords(maximumNoteWords));

/** The source's own words, few enough to be taken. */
export const fragment = line.refine(hasAtMost(maximumWords), {
  error: ({ input }) =>
    `has ${countWords(String(input))} words: at most ${maximumWords} of a source's words in a row are allowed, take a shorter fragment`,
});

/** A record's short name. */
export const slug = z
  .string({ error: notText })
  .max(100, 'is longer than 100 characters: shorten it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: ({ input }) => notSlug(String(input)) });

function notSlug(given: string): string {
  // Of what is no word at all nothing was meant.
  const meant = /^[\p{L}\p{M}\p{N}\p{P}\p{Cf} _]*$/u.test(given) ? slugFor(given) : undefined;
  const instead =
    meant === undefined || meant.length > 100
      ? 'use lower-case letters a to z and digits, in words joined by hyphens'
      : `did you mean '${meant}'? (lower-case letters a to z and digits, in words joined by hyphens)`;
  return `'${revealInvisible(shorten(given))}' is not a slug: ${instead}`;
}

/** One of the values of a vocabulary. */
export function oneOf<Values extends Readonly<Record<string, string>>>(vocabulary: Values) {
  const values = Object.values(vocabulary) as [string, ...string[]];
  return z.enum(values, {
    error: ({ input }) =>
      typeof input === 'string'
        ? `'${shorten(input)}' is not known${oneOfThese(didYouMean(input, values), values)}`
        : `must be one of ${values.join(', ')}`,
  });
}

const oneOfThese = (meant: string, values: readonly string[]) =>
  meant ? `${meant} (one of ${values.join(', ')})` : `: write one of ${values.join(', ')}`;

/** The end of a message where the value is right and only its quotes are not. */
function withoutQuotes(input: unknown, form: RegExp): string {
  return typeof input === 'string' && form.test(input) ? `: write ${input} without quotes` : '';
}

export const flag = z.boolean({
  error: ({ input }) => `must be true or false${withoutQuotes(input, /^(true|false)$/)}`,
});

export const wholeNumber = (least: number) => {
  const wanted = `must be a whole number from ${least} to 2147483647`;
  const error = ({ input }: { input?: unknown }) => `${wanted}${withoutQuotes(input, /^[1-9]\d{0,8}$/)}`;
  return z.int({ error }).min(least, wanted).max(2_147_483_647, wanted);
};

/** Beyond 2^53 not every number has a place in a double, and another one would be stored in silence. */
export const quantity = z
  .number({ error: ({ input }) => `must be a number${withoutQuotes(input, /^\d{1,9}(\.\d{1,9})?$/)}` })
  .min(0, 'must not be negative')
  .max(Number.MAX_SAFE_INTEGER, `must be at most ${Number.MAX_SAFE_INTEGER}: write it in a larger unit`);

export const digest = z
  .string({ error: notText })
  .regex(/^[0-9a-f]{64}$/, 'is no sha256: 64 digits 0 to 9 and a to f, as `npm run passages` prints them');

/** A language by its tag of BCP 47, in the form in which it is usually written (RFC 5646, section 4.5). */
export const languageTag = z
  .string({ error: notText })
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: ({ input }) => notLanguage(String(input)) })
  .transform((tag, context) => {
    const canonical = canonicalTag(tag);
    if (canonical !== undefined) return canonical;
    context.addIssue({ code: 'custom', message: notLanguage(tag) });
    return z.NEVER;
  });

function notLanguage(tag: string): string {
  const meant = canonicalTag(tag.trim().replaceAll('_', '-'));
  const instead = meant === undefined ? 'write for instance en, fa or zh-Hant' : `did you mean '${meant}'?`;
  return `'${shorten(tag)}' is not a language code of BCP 47: ${instead}`;
}

/** ISO 639 has no language of more than three letters; BCP 47 keeps longer ones for what may come. */
function canonicalTag(tag: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(-|$)/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

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

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item, {
    error: ({ input }) =>
      `must be a list: ${typeof input === 'string' && input.length <= 100 ? `write [${input}]` : '[a, b]'}`,
  });

/** A list of values, which says nothing when it has none. */
export const filledList = <Item extends z.ZodType>(item: Item) =>
  listOf(item).min(1, 'is an empty list: write what belongs in it, or leave the field out');

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
