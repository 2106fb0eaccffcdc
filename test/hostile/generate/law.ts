import * as vocabulary from '../../../src/db/generated/enums.ts';
import { legalDate } from '../readBack/legalDate.ts';
import { date } from './dates.ts';
import type { Draw, Entry, Told } from './draw.ts';
import { type Evidences, standingOf, withKeys } from './evidence.ts';
import { edtfOf, kindsInOrder, surelyAfter, toldOf } from './order.ts';
import { links, maybeOf, type Slugs } from './references.ts';
import { measures } from './shared.ts';
import { fragment, line, prose, stored } from './text.ts';

/** Of the action, or of one party. */
const accusations = (draw: Draw): Entry => ({
  ...draw.maybe('offences', () => different(draw.list(1, 3, () => fragment(draw)))),
  ...draw.maybe('legalBases', () => different(draw.list(1, 3, () => line(draw)))),
});

const different = (texts: string[]) => [...new Map(texts.map((text) => [stored(text), text])).values()];

/** What each kind of action that decides may decide, and the standings that carry it. */
const deciding: Readonly<Record<string, readonly [dispositions: string[], standings: string[]]>> = {
  VERDICT: [Object.values(vocabulary.Disposition), ['REPORTED', 'ADJUDICATED']],
  JUDGMENT: [Object.values(vocabulary.Disposition), ['REPORTED', 'ADJUDICATED']],
  PLEA: [
    ['GUILTY', 'NOT_GUILTY'],
    ['REPORTED', 'ADMITTED'],
  ],
  SETTLEMENT: [
    ['LIABLE', 'FOR', 'AGAINST'],
    ['REPORTED', 'ADMITTED', 'ADJUDICATED'],
  ],
};

/** The links by which the action at their end was before. */
const order = { SUPERSEDES: 'to', REVERSES: 'to', ENDS: 'to', PART_OF: 'to', IMPLEMENTS: 'to', ANSWERS: 'to' } as const;

export function legalActions(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const statuses = slugs.legalActions.map(() => drawStatuses(draw, evidence));
  const dates = statuses.map(
    (list) =>
      legalDate(list.map((one) => ({ status: one['status'], date: toldOf(draw, one['date']) })))['date'] as
        Told | undefined,
  );
  return slugs.legalActions.map((own, index) => ({
    ...{ slug: own, title: line(draw), summary: prose(draw) },
    ...kindAndParties(draw, evidence, slugs),
    ...accusations(draw),
    ...draw.maybe('reason', () => prose(draw)),
    ...draw.maybe('reference', () => line(draw)),
    ...maybeOf(draw, 'place', slugs.places),
    grounds: withKeys(
      draw.list(0, slugs.events.length > 0 ? 3 : 0, () => ({
        event: draw.of(slugs.events),
        ...evidence.of('LegalGround', ['event']),
      })),
      ({ event }) => [event],
    ),
    statuses: statuses[index],
    terms: withKeys(
      draw.list(0, 2, () => ({
        ...{ then: prose(draw), state: draw.of(Object.values(vocabulary.LegalTermState)) },
        ...draw.maybe('condition', () => prose(draw)),
        ...draw.maybe('by', () => date(draw)),
        ...evidence.of('LegalTerm', ['then', 'by']),
      })),
      ({ then }) => [stored(then)],
    ),
    ...measures(draw, evidence),
    ...links(draw, evidence, slugs.legalActions, index, (to) =>
      kindsInOrder(vocabulary.LegalLinkKind, order, [index, to], (first, second) =>
        surelyAfter(dates[first], dates[second]),
      ),
    ),
  }));
}

const drawStatuses = (draw: Draw, evidence: Evidences) =>
  withKeys(
    draw.list(1, 3, () => ({
      status: draw.of(Object.values(vocabulary.LegalStatusKind)),
      ...draw.maybe('date', () => date(draw)),
      ...evidence.of('LegalStatus', ['status', 'date']),
    })),
    ({ status, date: when }) => [status, edtfOf(when)],
  );

/** The kind of an action with what goes by it: whether it decides, and how for whom. */
function kindAndParties(draw: Draw, evidence: Evidences, slugs: Slugs): Entry {
  const own = evidence.of('LegalAction', ['kind', 'offences', 'statuses']);
  const kinds = draw.once(2) ? Object.values(vocabulary.LegalActionKind) : Object.keys(deciding);
  const kind = draw.of(kinds);
  const decides = standingOf(own) === 'REPORTED' ? deciding[kind] : undefined;
  return {
    ...{ kind, ...(kind === 'OTHER' && { label: fragment(draw) }), ...own },
    parties: withKeys(
      draw.list(0, 3, () => party(draw, evidence, slugs, decides)),
      ({ actor, role }) => [actor, role],
    ),
  };
}

function party(
  draw: Draw,
  evidence: Evidences,
  { actors, acting }: Slugs,
  decides: (typeof deciding)[string] | undefined,
): Entry {
  const actor = draw.of(actors);
  const roles = Object.values<string>(vocabulary.LegalPartyRole);
  const role = draw.of(acting.includes(actor) ? roles : roles.filter((one) => one !== 'AUTHORITY' && one !== 'JUDGE'));
  const own = { actor, role, ...accusations(draw) };
  const fields = ['actor', 'role', 'disposition'];
  const [dispositions = [], standings] = draw.once(2) ? (decides ?? []) : [];
  const possible = dispositions.filter((one) => mayEnd(role, one) && (acting.includes(actor) || !/GUILTY/.test(one)));
  if (possible.length === 0) return { ...own, ...evidence.of('LegalParty', fields) };
  return { ...own, disposition: draw.of(possible), ...evidence.of('LegalParty', fields, standings) };
}

/** Whether an action may end so for a party of this role. */
function mayEnd(role: string, disposition: string): boolean {
  if (disposition === 'FOR' || disposition === 'AGAINST') return !['JUDGE', 'GUARANTOR', 'OBJECT'].includes(role);
  return role === 'SUBJECT' || role === 'COUNTERPARTY';
}
