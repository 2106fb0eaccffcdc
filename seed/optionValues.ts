/** Values of options that several programs take. */
import { InvalidArgumentError } from 'commander';
import { slug as slugSchema } from '../src/cases/reading/schema/values.ts';
import { printable } from '../src/domain/text.ts';

/** @throws InvalidArgumentError when it is no slug. */
export function readSlug(value: string): string {
  const { success, data, error } = slugSchema.safeParse(value);
  if (!success) throw new InvalidArgumentError(printable(error.issues.map(({ message }) => message).join('; ')));
  return data;
}

/** Returns the tag in its usual form. @throws InvalidArgumentError when it is none of BCP 47. */
export function readLanguage(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    throw new InvalidArgumentError('Expected a language tag (BCP 47), as in en, de-CH or zh-Hant.');
  }
}
