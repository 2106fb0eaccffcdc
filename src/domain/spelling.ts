/** Spellings that look the same to a reader, and characters that nobody sees. */

/** What is drawn as nothing (Unicode's Default_Ignorable_Code_Point), and the blank pattern of Braille. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Full-width and half-width forms of characters that have a usual one. */
const otherWidth = /[\uff00-\uffef]+/gu;

/** What turns the order of the characters after it (UAX #9), unlike the marks, which only say where something belongs. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u;

/** Returns what spellings have in common that differ in normal form, width, invisible characters or white space only. */
export function foldSpelling(text: string): string {
  return text
    .replace(otherWidth, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Quotation marks, apostrophes and dashes of all kinds, by the usual one, and the ligatures that a PDF has for letters. */
const typography: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»″]/gu, '"'],
  [/[‘’‚‛‹›′\u00b4\u0060\u02bc]/gu, "'"],
  [/[\u2010-\u2015\u2212]/gu, '-'],
];
const ligature = /[\ufb00-\ufb06]/gu;

/** As `foldSpelling`, and what typesetters and keyboards write in several ways too. */
export function foldTypography(text: string): string {
  const folded = foldSpelling(text).replace(ligature, (letters) => letters.normalize('NFKC'));
  return typography.reduce((result, [signs, usual]) => result.replace(signs, usual), folded);
}

/** Whether a reader sees anything of the text. */
export function isVisible(text: string): boolean {
  return /[^\s\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** Returns the first character that turns the direction of writing, as `U+202E`. */
export function turningCharacter(text: string): string | undefined {
  const found = turning.exec(text)?.[0];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Returns the text with what nobody sees as \u{…}. */
export function revealInvisible(text: string): string {
  return text.replace(invisible, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** Returns the slug that someone may have meant who wrote `text`; undefined where nothing of it could be in one. */
export function slugFor(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-');
}
