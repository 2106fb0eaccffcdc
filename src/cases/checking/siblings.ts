import { findField } from '../../model/datamodel.ts';
import { type DeclarationIndex } from './declarationIndex.ts';

/**
 * Gives each part its place among its siblings of one type: the parts that the first case has, in its order, then those that
 * only later ones have.
 */
export function ordinals(index: DeclarationIndex): (id: string, owner: string | undefined) => number {
  const places = new Map<string, number>();
  const arranged = new Set<string>();
  const arrange = (owner: string, type: string) => {
    const siblings = [...index.partsOf(owner)].flatMap((part) => {
      const [first] = index.of(part);
      return first?.declaration.type === type
        ? [{ part, caseSlug: first.caseSlug, ordinal: first.declaration.ordinal }]
        : [];
    });
    siblings.sort((a, b) => compare(a.caseSlug, b.caseSlug) || a.ordinal - b.ordinal || compare(a.part, b.part));
    for (const [place, { part }] of siblings.entries()) places.set(part, place);
  };
  return (id, owner) => {
    const type = index.of(id)[0]?.declaration.type;
    if (owner === undefined || type === undefined || !findField(type, 'ordinal')) return 0;
    if (!arranged.has(`${owner} ${type}`)) arrange(owner, type);
    arranged.add(`${owner} ${type}`);
    return places.get(id) ?? 0;
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
