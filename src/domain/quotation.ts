/** Whether a text holds the words that are quoted from it. */
import { foldTypography } from './spelling.ts';

/** From the best on: the words themselves; with other capital letters; a part of a longer word only; not at all. */
export const quotationGrades = ['whole', 'otherCase', 'withinWord', 'missing'] as const;
export type QuotationGrade = (typeof quotationGrades)[number];

const letter = /[\p{L}\p{N}]/u;
/** Of scripts that do not part words by white space. */
const unparted =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

/** Returns how a text holds words, whatever white space, invisible characters, quotation marks and dashes there are. */
export function gradeQuotation(text: string, words: string): QuotationGrade {
  const [folded, wanted] = [foldTypography(text), foldTypography(words)];
  if (holdsWords(folded, wanted)) return 'whole';
  const [small, wantedSmall] = [folded.toLowerCase(), wanted.toLowerCase()];
  if (holdsWords(small, wantedSmall)) return 'otherCase';
  return small.includes(wantedSmall) ? 'withinWord' : 'missing';
}

/** Whether a text holds words, not as a part of others; both as `foldTypography` returns them. */
export function holdsWords(text: string, words: string): boolean {
  const isJoining = (sign: string | undefined) => sign !== undefined && letter.test(sign) && !unparted.test(sign);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const goesOn = isJoining(words.at(-1)) && isJoining(text[end]);
    if (!goesOn && !(isJoining(text[at - 1]) && isJoining(words[0]))) return true;
  }
  return false;
}
