/** A name that a source gives stands among `names`, with its citation: `name` is for a description in own words. */
import { shorten } from '../../domain/text.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CheckContext } from './context.ts';

/** Words that begin small within names, in the languages that write names with capitals. */
const particles = new Set(
  'abu al and bin bint da dal das de del della den der des di do dos du e el et i ibn la le los of ou ul und van von y zu'.split(
    ' ',
  ),
);

/** A description begins with one of these; a noun after it has a capital in German. */
const article = /^(an?|the|das|der|die|eine?|des|la|les?|une?|el|las|los|il|gli|o|os|as|uma?)\s/iu;

/** Whether a text looks like a name: each of its words begins with a capital, but for those within names. */
export function looksLikeName(text: string): boolean {
  if (article.test(text)) return false;
  const words = text.split(/[\s/-]+/u).filter((word) => /\p{L}/u.test(word) && !particles.has(word));
  return words.length > 0 && words.every((word) => /^[^\p{L}\p{N}]*\p{Lu}/u.test(word));
}

export function checkNameOf({ warn }: CheckContext, record: CaseRecord): void {
  const { name } = record.fields;
  if (record.type !== 'Actor' || typeof name !== 'string' || !looksLikeName(name)) return;
  warn(
    record,
    ['name'],
    `'${shorten(name)}' looks like a name: if a source gives it, write it under \`names:\` with \`isPrimary: true\` and its citation; a description in your own words begins with a small letter`,
  );
}
