import { clientLimits } from '../clientLimits.ts';
import { isStorable } from '../domain/text.ts';
import { badUserInput } from './badInput.ts';

/** The most UTF-16 units of a text that is looked for: longer than any slug, and than what anybody types. */
const MAX_TEXT_LENGTH = clientLimits.text.most;

/**
 * @returns a text that a client looks for, as texts are stored: in Unicode's normal form C, whichever its keyboard makes
 * @throws GraphQLError BAD_USER_INPUT with the argument's name, for a text that none can equal or contain, and for one that is
 *   too long to be looked for
 */
export function readText(value: string, argumentName: string): string {
  const refuse = (why: string) => badUserInput(argumentName, `\`${argumentName}\` ${why}`);
  if (value.length > MAX_TEXT_LENGTH)
    throw refuse(`is at most ${MAX_TEXT_LENGTH} characters long, not ${value.length}`);
  // PostgreSQL would be sent another character in the place of half a pair.
  if (!isStorable(value)) throw refuse('contains a NUL character or half of a surrogate pair: remove it');
  return value.normalize('NFC');
}
