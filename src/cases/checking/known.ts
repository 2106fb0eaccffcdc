/** The records that a case's references may reach: all of its own, and what any case declares of the shared ones. */
import { memberships } from '../../model/sharing.ts';
import { type KeySlugs } from '../reading/formerSlugs.ts';
import { idOf, passageId } from '../reading/keys.ts';
import { type CaseContent, type CaseRecord } from '../reading/record.ts';
import { type OtherCase } from './context.ts';

const none: ReadonlySet<string> = new Set();

/** By type, the slugs that there are. */
class Slugs {
  readonly #byType = new Map<string, Set<string>>();

  add(type: string, slug: unknown): void {
    if (typeof slug !== 'string') return;
    const slugs = this.#byType.get(type);
    if (slugs) slugs.add(slug);
    else this.#byType.set(type, new Set([slug]));
  }

  of = (type: string): ReadonlySet<string> => this.#byType.get(type) ?? none;
}

/** What cases declare: one index for all that are checked together. */
export class DeclaredRecords {
  readonly slugs = new Slugs();
  readonly #given = new Map<string, Record<string, unknown>[]>();
  /** The cases that have a record of their own, by its name as in `ownSlugs`. */
  readonly #owners = new Map<string, string[]>();

  constructor(cases: Iterable<OtherCase>) {
    for (const { slug: caseSlug, declarations, ownSlugs } of cases) {
      for (const name of ownSlugs) push(this.#owners, name, caseSlug);
      for (const [id, { type, given }] of Object.entries(declarations)) {
        if (Object.keys(given).length === 0) continue;
        push(this.#given, id, given);
        this.slugs.add(type, given['slug']);
      }
    }
  }

  /** What each case gives of a record. */
  given = (id: string): readonly Record<string, unknown>[] => this.#given.get(id) ?? [];

  /** The slugs of the cases that have a record of their own with this name. */
  owners = (name: string): readonly string[] => this.#owners.get(name) ?? [];
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

export class KnownRecords {
  readonly #caseSlug: string;
  readonly #keySlugs: KeySlugs;
  readonly #own = new Map<string, CaseRecord>();
  readonly #ownSlugs = new Slugs();
  readonly #declared: DeclaredRecords;

  /** @param declared by this case and by all others */
  constructor(caseSlug: string, { records, keySlugs }: CaseContent, declared: DeclaredRecords) {
    this.#caseSlug = caseSlug;
    this.#keySlugs = keySlugs;
    this.#declared = declared;
    for (const record of records) {
      this.#own.set(record.id, record);
      this.#ownSlugs.add(record.type, record.fields['slug'] ?? record.meantSlug);
    }
  }

  has(type: string, slug: string): boolean {
    return this.#ownSlugs.of(type).has(slug) || this.#declared.slugs.of(type).has(slug);
  }

  /** Returns every slug of a type, to find the nearest. */
  slugs(type: string): ReadonlySet<string> {
    return new Set([...this.#ownSlugs.of(type), ...this.#declared.slugs.of(type)]);
  }

  hasPassage(document: string, number: number): boolean {
    const id = passageId(document, number, this.#keySlugs);
    return this.#own.has(id) || this.#declared.given(id).length > 0;
  }

  /** Returns the slug of the other case to which a record that can't be shared belongs. */
  ownerElsewhere(type: string, slug: string): string | undefined {
    if (memberships.has(type)) return undefined;
    return this.#declared.owners(`${type} ${slug}`).findLast((other) => other !== this.#caseSlug);
  }

  /** Returns the slug of the other case that has a record of its own with the id. */
  ownerOfId(id: string): string | undefined {
    return this.#declared.owners(`#${id}`).findLast((other) => other !== this.#caseSlug);
  }

  /** Returns a field of a record as its own case gives it, else as another one does. */
  field(type: string, slug: string, name: string): unknown {
    const id = idOf(type, slug, this.#keySlugs);
    const given = this.#own.get(id)?.fields[name];
    return given ?? this.#declared.given(id).find((one) => one[name] !== undefined)?.[name];
  }
}
