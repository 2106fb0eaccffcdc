// Citations, and standings that they bear out: each by another of the ways that docs/case-files.md allows.
import * as vocabulary from '../../../src/db/generated/enums.ts';
import type { Draw, Entry } from './draw.ts';
import { line, note } from './text.ts';

/** A document that may be cited, and the numbers of its passages. */
export interface Source {
  document: string;
  passages: readonly number[];
}

export interface Evidence {
  standing?: string;
  citations: Entry[];
}

const asserting = ['REPORTED', 'ALLEGED', 'CHARGED', 'ADMITTED', 'ADJUDICATED'] as const;
const retracting = ['WITHDRAWN', 'DISPROVEN'] as const;
const mild = ['REPORTED', 'ALLEGED'] as const;

/** Draws the evidence of the records of a case. */
export class Evidences {
  readonly #draw: Draw;
  readonly #sources: readonly Source[];

  constructor(draw: Draw, sources: readonly Source[]) {
    this.#draw = draw;
    this.#sources = sources;
  }

  /**
   * @param type `Participation`, `LegalParty` and `Claim` may go beyond ALLEGED.
   * @param fields names of fields that a citation may bear on
   * @param allowed the standings that the record may have, where they are fewer
   */
  of(type: string, fields: readonly string[], allowed?: readonly string[]): Evidence {
    const draw = this.#draw;
    const mayRetract = allowed === undefined && ['Participation', 'LegalParty', 'Claim'].includes(type);
    const standings = allowed ?? (mayRetract ? asserting : mild);
    const standing = draw.of(standings);
    const aside = draw.list(0, 2, () => this.#aside(fields));
    switch (
      draw.of(['derived', 'derived', 'written', 'divided', 'contradicted', ...(mayRetract ? ['retracted'] : [])])
    ) {
      case 'derived':
      case 'written': {
        const citations = [...draw.list(1, 3, () => this.#cite('SUPPORTS', standing, fields, true)), ...aside];
        return { ...draw.maybe('standing', () => standing), citations: this.#apart(citations) };
      }
      case 'divided': {
        const others = draw.list(1, 2, () => this.#cite('SUPPORTS', draw.of(asserting), fields));
        return {
          standing,
          citations: this.#apart([this.#cite('SUPPORTS', standing, fields, true), ...others, ...aside]),
        };
      }
      case 'contradicted': {
        const against = this.#cite('CONTRADICTS', draw.of([...asserting, ...retracting]), fields);
        return {
          standing,
          citations: this.#apart([against, this.#cite('SUPPORTS', standing, fields, true), ...aside]),
        };
      }
      default: {
        const retracted = draw.of(retracting);
        const before = this.#cite('SUPPORTS', draw.of(asserting), fields, true);
        return {
          standing: retracted,
          citations: this.#apart([before, this.#cite('CONTRADICTS', retracted, fields, true), ...aside]),
        };
      }
    }
  }

  /** Citations of a document: they give it no standing. */
  ofDocument(fields: readonly string[]): Entry[] {
    return this.#apart(this.#draw.list(0, 2, () => this.#cite('SUPPORTS', this.#draw.of(asserting), fields)));
  }

  #aside(fields: readonly string[]): Entry {
    const draw = this.#draw;
    const relation = draw.of(['CONTEXT', 'CONTRADICTS']);
    return this.#cite(relation, draw.of(relation === 'CONTEXT' ? [...asserting, ...retracting] : asserting), fields);
  }

  #cite(relation: string, standing: string, fields: readonly string[], lends = false): Entry {
    const draw = this.#draw;
    const { document, passages } = draw.of(this.#sources);
    const fidelity = draw.of(lends ? ['QUOTED', 'PARAPHRASED'] : Object.values(vocabulary.Fidelity));
    const needsNote = relation === 'CONTRADICTS' || fidelity === 'INFERRED';
    return {
      passage: draw.of(passages),
      ...((this.#sources.length > 1 || draw.once(2)) && { document }),
      ...((relation !== 'SUPPORTS' || draw.once(2)) && { relation }),
      fidelity,
      standing,
      ...(!lends && draw.once(3) && { field: draw.of(fields) }),
      ...((needsNote || draw.once(3)) && { note: draw.once(2) ? line(draw) : note(draw) }),
    };
  }

  /** Two of one passage, relation and field are told apart by a key. */
  #apart(citations: Entry[]): Entry[] {
    const [{ document: only } = { document: '' }] = this.#sources;
    return withKeys(citations, ({ passage, document = only, relation = 'SUPPORTS', field }) => [
      ...[passage, document, relation, field],
    ]);
  }
}

/** The records, each that has the identity of one before with a `key` of its own. */
export function withKeys(records: Entry[], identity: (record: Entry) => readonly unknown[]): Entry[] {
  const seen = new Set<string>();
  return records.map((record, index) => {
    const same = JSON.stringify(identity(record).map((part) => part ?? null));
    if (seen.has(same)) return { ...record, key: `k${index}` };
    seen.add(same);
    return record;
  });
}
