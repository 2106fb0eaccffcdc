/** The actors and places of cases whose names occur in a text. */
import { holdsWords } from '../../domain/quotation.ts';
import { foldTypography } from '../../domain/spelling.ts';
import { countWords, maximumWords } from '../../domain/words.ts';
import { type CaseContent } from '../reading/record.ts';

/** An actor or place of a case. */
export interface Bearer {
  type: string;
  slug: string;
  kind: string | undefined;
  /** The source's own word for a place of the kind OTHER. */
  label: string | undefined;
  /** The kind of the name; undefined where it is the coder's own description. */
  nameKind: string | undefined;
  /** Whether it is the name that the record is shown by. */
  isPrimary?: boolean;
  /** The case that gives the name. */
  caseSlug: string;
}

/** A name in a text, and all who have it: which of them is meant, only a reader can tell. */
export interface FoundName {
  value: string;
  bearers: readonly Bearer[];
}

export class KnownNames {
  readonly #names = new Map<string, { value: string; bearers: Bearer[] }>();

  constructor(contents: readonly CaseContent[]) {
    for (const { slug: caseSlug, records } of contents)
      for (const { type, fields, parts } of records) {
        if (type !== 'Actor' && type !== 'Place') continue;
        const [kind, label] = [fields['kind'], fields['label']] as (string | undefined)[];
        const bearer = { type, slug: String(fields['slug']), kind, label, caseSlug };
        this.#add(fields['name'], { ...bearer, nameKind: undefined });
        for (const part of parts)
          if (part.type === 'Name')
            this.#add(part.fields['value'], {
              ...bearer,
              nameKind: part.fields['kind'] as string | undefined,
              isPrimary: part.fields['isPrimary'] === true,
            });
      }
  }

  /** Returns the names that occur in a text, letter for letter and as whole words; in one of capitals only, in capitals. */
  in(text: string): FoundName[] {
    const folded = foldTypography(text);
    const inCapitals = folded === folded.toUpperCase() && folded !== folded.toLowerCase();
    return [...this.#names]
      .filter(([name]) => holdsWords(folded, inCapitals ? name.toUpperCase() : name))
      .map(([, found]) => found);
  }

  #add(value: unknown, bearer: Bearer): void {
    // What is longer than may be taken is no name.
    if (typeof value !== 'string' || countWords(value) > maximumWords) return;
    const key = foldTypography(value);
    const known = this.#names.get(key) ?? { value, bearers: [] };
    this.#names.set(key, known);
    if (!known.bearers.some(({ type, slug }) => type === bearer.type && slug === bearer.slug))
      known.bearers.push(bearer);
  }
}
