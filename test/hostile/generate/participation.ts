import * as vocabulary from '../../../src/db/generated/enums.ts';
import type { Draw, Entry } from './draw.ts';
import { type Evidences, standingsBut } from './evidence.ts';
import type { Slugs } from './references.ts';
import { measures } from './shared.ts';
import { fragment, line } from './text.ts';

const ofAssetsToo = [
  'HOST',
  'ATTENDEE',
  'PARTICIPANT',
  'INITIATOR',
  'ADDRESSEE',
  'SUSPECT',
  'TARGET',
  'VICTIM',
  'INSTRUMENT',
  'FACILITATOR',
  'INTERMEDIARY',
  'OTHER',
];

/** As what an actor takes part in an event; nobody did one of which no source says in its own voice that it happened. */
export function participation(
  draw: Draw,
  evidence: Evidences,
  { actors: all, acting, kinds }: Slugs,
  happened: boolean,
): Entry {
  const actor = draw.of(all);
  const roles = acting.includes(actor) ? Object.values<string>(vocabulary.ParticipationRole) : ofAssetsToo;
  const role = draw.of(roles.filter((one) => happened || one !== 'PERPETRATOR'));
  return {
    ...{ actor, role, ...(role === 'OTHER' && { label: fragment(draw) }) },
    ...draw.maybe('capacity', () => line(draw)),
    ...draw.maybe('harm', () => draw.of(harmsOf(kinds[all.indexOf(actor)]))),
    ...measures(draw, evidence),
    ...evidence.of('Participation', ['actor', 'role', 'harm'], standingsIn[role]),
  };
}

/** The standings in which an actor may have a role that is not for all. */
const standingsIn: Readonly<Record<string, readonly string[]>> = {
  PERPETRATOR: ['REPORTED', 'ADMITTED', 'ADJUDICATED'],
  SUSPECT: standingsBut('INFERRED'),
  // Refused in attacks and killings only.
  ...Object.fromEntries(
    ['INITIATOR', 'ORGANISER', 'RECRUITER', 'FACILITATOR', 'INTERMEDIARY'].map((role) => [
      role,
      standingsBut('INFERRED'),
    ]),
  ),
};

/** Bodies are neither killed, hurt nor held; things are held. */
function harmsOf(kind = ''): string[] {
  if (kind === 'STATE' || kind === 'ORGANIZATION') return ['UNHARMED'];
  return kind === 'ASSET' ? ['DETAINED', 'UNHARMED'] : Object.values(vocabulary.Harm);
}
