/** The records that a case's references may reach: all of its own, and what other cases declare of the shared ones. */
import { idOf, passageId } from '../keys.ts';
import { type CaseContent, type CaseRecord } from '../records.ts';
import { type OtherCase } from './context.ts';

const sharedTypes = new Set(['Actor', 'Place', 'Document']);

export class KnownRecords {
  readonly #own = new Map<string, CaseRecord>();
  readonly #shared = new Map<string, { type: string; given: Record<string, unknown> }[]>();
  readonly #elsewhere = new Map<string, string>();
  readonly #slugs = new Map<string, Set<string>>();

  constructor({ records }: CaseContent, others: readonly OtherCase[]) {
    for (const record of records) {
      this.#own.set(record.id, record);
      this.#learn(record.type, record.fields['slug']);
    }
    for (const { slug: caseSlug, declarations, ownSlugs } of others) {
      for (const name of ownSlugs) this.#elsewhere.set(name, caseSlug);
      for (const [id, { type, given }] of Object.entries(declarations)) {
        if (Object.keys(given).length === 0) continue;
        this.#shared.set(id, [...(this.#shared.get(id) ?? []), { type, given }]);
        this.#learn(type, given['slug']);
      }
    }
  }

  #learn(type: string, slug: unknown): void {
    if (typeof slug !== 'string') return;
    const slugs = this.#slugs.get(type) ?? new Set();
    this.#slugs.set(type, slugs.add(slug));
  }

  has(type: string, slug: string): boolean {
    return this.#slugs.get(type)?.has(slug) ?? false;
  }

  /** Returns every slug of a type, to find the nearest. */
  slugs(type: string): ReadonlySet<string> {
    return this.#slugs.get(type) ?? new Set();
  }

  hasPassage(document: string, number: number): boolean {
    const id = passageId(document, number);
    return this.#own.has(id) || this.#shared.has(id);
  }

  /** Returns the slug of the other case to which a record that can't be shared belongs. */
  ownerElsewhere(type: string, slug: string): string | undefined {
    return sharedTypes.has(type) ? undefined : this.#elsewhere.get(`${type} ${slug}`);
  }

  /** Returns a field of a record as its own case gives it, else as another one does. */
  field(type: string, slug: string, name: string): unknown {
    const id = idOf(type, slug);
    const given = this.#own.get(id)?.fields[name];
    return given ?? this.#shared.get(id)?.find((one) => one.given[name] !== undefined)?.given[name];
  }
}
