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
const every = [...asserting, ...retracting, 'INFERRED'] as const;
const mild = ['REPORTED', 'ALLEGED', 'INFERRED'] as const;

/** The standings that a record of the type may have. */
function standingsOf(type: string): readonly string[] {
  if (['Participation', 'LegalParty', 'Claim'].includes(type)) return every;
  return type === 'Event' || type === 'Item' ? [...mild, 'ADJUDICATED'] : mild;
}

/** All but these standings. */
export const standingsBut = (...left: string[]) => every.filter((one) => !left.includes(one));

/** Draws the evidence of the records of a case. */
export class Evidences {
  readonly #draw: Draw;
  readonly #sources: readonly Source[];

  constructor(draw: Draw, sources: readonly Source[]) {
    this.#draw = draw;
    this.#sources = sources;
  }

  /**
   * @param fields names of fields that a citation may bear on
   * @param allowed the standings that the record may have
   */
  of(type: string, fields: readonly string[], allowed: readonly string[] = standingsOf(type)): Evidence {
    const draw = this.#draw;
    const standing = draw.of(asserting.filter((one) => allowed.includes(one)));
    const retractions = retracting.filter((one) => allowed.includes(one));
    const aside = draw.list(0, 2, () => this.#aside(fields));
    switch (
      draw.of([
        ...['derived', 'derived', 'written', 'divided', 'contradicted'],
        ...(retractions.length > 0 ? ['retracted'] : []),
        ...(allowed.includes('INFERRED') ? ['concluded'] : []),
      ])
    ) {
      case 'derived':
      case 'written': {
        const citations = [...draw.list(1, 3, () => this.#cite('SUPPORTS', standing, fields, 'lends')), ...aside];
        return { ...draw.maybe('standing', () => standing), citations: this.#apart(citations) };
      }
      case 'divided': {
        const others = draw.list(1, 2, () => this.#cite('SUPPORTS', draw.of(asserting), fields));
        return {
          standing,
          citations: this.#apart([this.#cite('SUPPORTS', standing, fields, 'lends'), ...others, ...aside]),
        };
      }
      case 'contradicted': {
        const against = this.#cite('CONTRADICTS', draw.of([...asserting, ...retracting]), fields);
        return {
          standing,
          citations: this.#apart([against, this.#cite('SUPPORTS', standing, fields, 'lends'), ...aside]),
        };
      }
      case 'concluded': {
        const said = draw.list(1, 2, () =>
          this.#cite('SUPPORTS', draw.of([...asserting, 'INFERRED']), fields, 'concludes'),
        );
        return { standing: 'INFERRED', citations: this.#apart([...said, ...aside]) };
      }
      default: {
        const retracted = draw.of(retractions);
        const before = this.#cite('SUPPORTS', draw.of(asserting), fields, 'lends');
        return {
          standing: retracted,
          citations: this.#apart([before, this.#cite('CONTRADICTS', retracted, fields, 'lends'), ...aside]),
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

  /** A citation of a passage that lends the record its standing, from which a coder concludes it, or that may be anything. */
  #cite(relation: string, standing: string, fields: readonly string[], as?: 'lends' | 'concludes'): Entry {
    const draw = this.#draw;
    const { document, passages } = draw.of(this.#sources);
    const fidelity = draw.of(fidelities(as));
    const needsNote = relation === 'CONTRADICTS' || fidelity === 'INFERRED';
    return {
      passage: draw.of(passages),
      ...((this.#sources.length > 1 || draw.once(2)) && { document }),
      ...((relation !== 'SUPPORTS' || draw.once(2)) && { relation }),
      fidelity,
      standing,
      ...(as === undefined && draw.once(3) && { field: draw.of(fields) }),
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

function fidelities(as?: 'lends' | 'concludes'): string[] {
  if (as === 'lends') return ['QUOTED', 'PARAPHRASED'];
  return as === 'concludes' ? ['INFERRED'] : Object.values(vocabulary.Fidelity);
}

/** The standing that an evidence gives its record. */
export const standingOf = ({ standing, citations }: Evidence): unknown =>
  standing ?? citations.find(({ relation = 'SUPPORTS' }) => relation === 'SUPPORTS')?.['standing'];

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
