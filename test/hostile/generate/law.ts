import * as vocabulary from '../../../src/db/generated/enums.ts';
import { date } from './dates.ts';
import type { Draw, Entry } from './draw.ts';
import { type Evidences, withKeys } from './evidence.ts';
import { links, maybeOf, type Slugs, without } from './references.ts';
import { labelled, measures } from './shared.ts';
import { fragment, line, prose, stored } from './text.ts';

const different = (texts: string[]) => [...new Map(texts.map((text) => [stored(text), text])).values()];

/** Of the action, or of one party. */
const accusations = (draw: Draw): Entry => ({
  ...draw.maybe('offences', () => different(draw.list(1, 3, () => fragment(draw)))),
  ...draw.maybe('legalBases', () => different(draw.list(1, 3, () => line(draw)))),
});

export function legalActions(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  return slugs.legalActions.map((own, index) => ({
    ...{ slug: own, title: line(draw), summary: prose(draw), ...labelled(draw, 'kind', vocabulary.LegalActionKind) },
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
    parties: withKeys(
      draw.list(0, 3, () => party(draw, evidence, slugs)),
      ({ actor, role }) => [actor, role],
    ),
    statuses: withKeys(
      draw.list(1, 3, () => ({
        status: draw.of(Object.values(vocabulary.LegalStatusKind)),
        ...draw.maybe('date', () => date(draw)),
        ...evidence.of('LegalStatus', ['status', 'date']),
      })),
      ({ status, date: when }) => [status, edtfOf(when)],
    ),
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
    ...links(draw, evidence, vocabulary.LegalLinkKind, without(slugs.legalActions, index)),
    ...evidence.of('LegalAction', ['kind', 'offences', 'statuses']),
  }));
}

/** The EDTF text of a date as it is written. */
export function edtfOf(written: unknown): string | undefined {
  if (written === undefined) return undefined;
  return String(typeof written === 'object' ? (written as Entry)['edtf'] : written);
}

function party(draw: Draw, evidence: Evidences, { actors, acting }: Slugs): Entry {
  const actor = draw.of(actors);
  const roles = Object.values<string>(vocabulary.LegalPartyRole);
  const role = draw.of(acting.includes(actor) ? roles : roles.filter((one) => one !== 'AUTHORITY' && one !== 'JUDGE'));
  return {
    ...{ actor, role },
    ...draw.maybe('disposition', () => draw.of(Object.values(vocabulary.Disposition))),
    ...accusations(draw),
    ...evidence.of('LegalParty', ['actor', 'role', 'disposition']),
  };
}
