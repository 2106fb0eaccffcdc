import * as vocabulary from '../../../src/db/generated/enums.ts';
import { date } from './dates.ts';
import type { Draw, Entry } from './draw.ts';
import { type Evidences, withKeys } from './evidence.ts';
import { surelyAfter, toldOf } from './order.ts';
import { fragment, line, stored } from './text.ts';

/** How the actor at `index` stands to others. */
export function relationships(
  draw: Draw,
  evidence: Evidences,
  all: readonly string[],
  kinds: readonly string[],
  index: number,
): Entry[] {
  const others = all.flatMap((slug, other) => (other === index ? [] : [{ slug, other }]));
  if (others.length === 0) return [];
  const list = draw.list(0, 2, () => {
    const { slug: to, other } = draw.of(others);
    const possible = Object.values(vocabulary.RelationshipKind).filter(
      // What is part of another that is described before it is never in a circle.
      (kind) => mayRelate(kind, kinds[index] ?? '', kinds[other] ?? '') && (kind !== 'PART_OF' || other < index),
    );
    const kind = draw.of(possible);
    return {
      ...{ kind, to, ...(kind === 'OTHER' && { label: fragment(draw) }) },
      ...draw.maybe('title', () => line(draw)),
      ...term(draw),
      ...evidence.of('Relationship', ['title', 'since', 'to']),
    };
  });
  return withKeys(list, ({ kind, to, title }) => [kind, to, stored(title)]);
}

/** Whether a relationship of the kind may lead from an actor of one kind to one of another. */
function mayRelate(kind: string, from: string, to: string): boolean {
  const isOf = (one: string, ...these: string[]) => these.includes(one);
  const isPeople = (one: string) => isOf(one, 'PERSON', 'GROUP');
  const isBody = isOf(to, 'ORGANIZATION', 'STATE', 'GROUP');
  switch (kind) {
    case 'SPOUSE_OF':
      return isPeople(from) && isPeople(to);
    case 'MEMBER_OF':
      return from !== 'ASSET' && isBody;
    case 'PART_OF':
      return from !== 'PERSON' && to !== 'PERSON';
    case 'POLITICAL_ARM_OF':
      return isOf(from, 'ORGANIZATION', 'GROUP') && isBody;
    case 'HOLDS_OFFICE_IN':
      return isPeople(from) && isBody;
    case 'REPRESENTS':
      return from !== 'ASSET';
    case 'SPEAKS_FOR':
      return from !== 'ASSET' && to !== 'ASSET';
    case 'NATIONAL_OF':
      return from !== 'STATE' && to === 'STATE';
    case 'HERITAGE_OF':
      return isOf(from, 'PERSON', 'GROUP', 'ORGANIZATION') && isOf(to, 'STATE', 'GROUP');
    case 'OWNED_BY':
      return isOf(from, 'ORGANIZATION', 'ASSET') && to !== 'ASSET';
    case 'SAME_AS':
      return from === to || (isOf('GROUP', from, to) && isOf(from === 'GROUP' ? to : from, 'PERSON', 'ORGANIZATION'));
    default:
      return true;
  }
}

/** When a relationship held: not until a day before it began, nor as of one without it. */
function term(draw: Draw): Entry {
  const { since, until, asOf } = {
    ...draw.maybe('since', () => date(draw)),
    ...draw.maybe('until', () => date(draw)),
    ...draw.maybe('asOf', () => date(draw)),
  } as Entry;
  const isAfter = (one: unknown, other: unknown) => surelyAfter(toldOf(draw, one), toldOf(draw, other));
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && !isAfter(since, until) && { until }),
    ...(asOf !== undefined && !isAfter(since, asOf) && !isAfter(asOf, until) && { asOf }),
  };
}

/** Where an actor lives, has lived or has its seat. */
export function residences(draw: Draw, evidence: Evidences, placeSlugs: readonly string[]): Entry[] {
  const list = draw.list(0, placeSlugs.length > 0 ? 2 : 0, () => {
    const { asOf: _, ...held } = term(draw);
    return { place: draw.of(placeSlugs), ...held, ...evidence.of('Residence', ['place', 'since', 'until']) };
  });
  return withKeys(list, ({ place }) => [place]);
}
