/** Citations in the short form: the number of a passage, then words: `9 QUOTED ALLEGED date`. */
import { CitationRelation, Fidelity, Standing } from '../../db/generated/enums.ts';
import { shorten } from '../../domain/text.ts';
import { didYouMean } from '../nearest.ts';

/** In this order: a word that is in two vocabularies counts for the first of them that has no word yet. */
const vocabularies: readonly (readonly [field: string, values: readonly string[]])[] = [
  ['fidelity', Object.values(Fidelity)],
  ['standing', Object.values(Standing)],
  ['relation', Object.values(CitationRelation)],
];
const words = [...new Set(vocabularies.flatMap(([, values]) => values))];

/** How a short citation is written, for editors: what the words are is told when it is read. */
export const shortCitationPattern = /^[1-9][0-9]{0,8}( [A-Za-z]+)*(: .+)?$/;

/** The fields that a short citation gives, or what is wrong with it. */
export type ShortCitation = { fields: Readonly<Record<string, unknown>> } | { wrong: string };

/**
 * Reads a short citation: a number, then words of fidelity, standing and relation in any order, and the name of the field
 * that the passage bears on. A note after a colon stands here only where both are in quotes; else YAML takes it for a value.
 */
export function readShortCitation(text: string): ShortCitation {
  const [, cited = '', note] = /^([^:]*)(?::\s+(.+))?$/s.exec(text.trim()) ?? [undefined, text];
  const [number = '', ...rest] = cited.trim().split(/\s+/);
  if (/^[1-9]\d{0,8},$/.test(number)) return { wrong: `write several as a list, as in [${number} ${rest.join(' ')}]` };
  if (!/^[1-9]\d{0,8}$/.test(number))
    return {
      wrong: `'${shorten(text)}' is not a citation: begin with the number of a passage, as in \`12 QUOTED ALLEGED\``,
    };
  const fields: Record<string, unknown> = { passage: Number(number) };
  for (const word of rest) {
    const field = fieldOf(word, fields);
    if ('wrong' in field) return field;
    fields[field.name] = word;
  }
  return { fields: note === undefined ? fields : { ...fields, note } };
}

function fieldOf(word: string, given: Readonly<Record<string, unknown>>): { name: string } | { wrong: string } {
  const fitting = vocabularies.filter(([, values]) => values.includes(word)).map(([name]) => name);
  const name = fitting.find((one) => given[one] === undefined);
  if (name !== undefined) return { name };
  if (fitting.length > 0)
    return { wrong: `${fitting.join(' and ')} stand${fitting.length > 1 ? '' : 's'} here twice: keep one` };
  if (words.includes(word.toUpperCase()))
    return { wrong: `'${word}' is not known: did you mean '${word.toUpperCase()}'?` };
  if (!/^[a-z][A-Za-z]*$/.test(word))
    return {
      wrong: `'${shorten(word)}' is not known${didYouMean(word, words) || ': write another word'} (one of ${words.join(', ')}, or the name of a field)`,
    };
  if (given['field'] === undefined) return { name: 'field' };
  return {
    wrong: `'${shorten(word)}' is a second name of a field: write one citation for each, or quotes round a text`,
  };
}
