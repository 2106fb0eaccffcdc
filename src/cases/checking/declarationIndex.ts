import { type Declaration, type Declarations } from './declarations.ts';

/** The declarations of all cases, by record and by owner. */
export class DeclarationIndex {
  readonly #records = new Map<string, { caseSlug: string; declaration: Declaration }[]>();
  readonly #parts = new Map<string, Set<string>>();

  constructor(byCase: ReadonlyMap<string, Declarations>) {
    for (const caseSlug of [...byCase.keys()].sort())
      for (const [id, declaration] of Object.entries(byCase.get(caseSlug) ?? {})) {
        const declared = this.#records.get(id);
        if (declared) declared.push({ caseSlug, declaration });
        else this.#records.set(id, [{ caseSlug, declaration }]);
        if (declaration.owner === undefined) continue;
        const parts = this.#parts.get(declaration.owner);
        if (parts) parts.add(id);
        else this.#parts.set(declaration.owner, new Set([id]));
      }
  }

  of = (id: string) => this.#records.get(id) ?? [];

  partsOf = (owner: string): Iterable<string> => this.#parts.get(owner) ?? [];

  /** Returns the ids with their owners and all their siblings: what may look different when one of them changes. */
  related(ids: Iterable<string>): Set<string> {
    const owners = new Set([...ids].map((id) => this.of(id)[0]?.declaration.owner ?? id));
    return new Set([...ids, ...[...owners].flatMap((owner) => [owner, ...this.partsOf(owner)])]);
  }
}
