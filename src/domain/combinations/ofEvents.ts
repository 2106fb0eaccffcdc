/** What may stand with what in events, claims and statements, and in what is cited for them. */
import { type Combination, refused, warned } from './combination.ts';

const findings = ['ADMITTED', 'ADJUDICATED'];
const notDone = ['PLANNED', 'FOILED'];

/** Roles of those who did something towards an event, short of doing it. */
const enabling = ['INITIATOR', 'ORGANISER', 'RECRUITER', 'FACILITATOR', 'INTERMEDIARY'];

const participations: readonly Combination[] = [
  refused(
    'Participation',
    { role: ['PERPETRATOR'] },
    'standing',
    { only: ['REPORTED', ...findings] },
    'make it a SUSPECT, or a claim that holds the actor responsible',
  ),
  refused(
    'Participation',
    { role: ['PERPETRATOR'] },
    'owner.standing',
    { only: ['REPORTED', 'ADJUDICATED'] },
    'nobody did what no source says in its own voice to have happened: make it a SUSPECT, or a claim',
  ),
  refused(
    'Participation',
    { role: ['SUSPECT'] },
    'standing',
    { never: ['INFERRED'] },
    'a SUSPECT is one whom the source or an authority treats so: cite where it does',
  ),
  refused(
    'Participation',
    { role: enabling, 'owner.kind': ['ATTACK', 'KILLING'] },
    'standing',
    { never: ['INFERRED'] },
    'nobody is made party to harm by a conclusion: cite who says so, or leave it out',
  ),
  warned(
    'Participation',
    { role: ['SUSPECT'] },
    'standing',
    { never: findings },
    'who has admitted it or was found to have done it is a PERPETRATOR',
  ),
  warned(
    'Participation',
    { role: ['PERPETRATOR'] },
    'owner.kind',
    { never: ['ACCIDENT'] },
    'nobody does an accident: correct the kind of the event or the role',
  ),
  warned(
    'Participation',
    { role: ['VICTIM'] },
    'owner.outcome',
    { never: notDone },
    'what did not happen harmed nobody: write TARGET, or correct the outcome',
  ),
  warned(
    'Participation',
    { role: ['INSTRUMENT'] },
    'actor.kind',
    { never: ['PERSON', 'GROUP', 'STATE'] },
    'an INSTRUMENT is a thing: write PARTICIPANT, FACILITATOR or INTERMEDIARY',
  ),
  refused(
    'Participation',
    { role: ['SPEAKER', 'PERPETRATOR', 'AUTHORITY', 'ASSISTING_AUTHORITY', 'ORGANISER', 'RECRUITER'] },
    'actor.kind',
    { never: ['ASSET'] },
    null,
  ),
  refused(
    'Participation',
    { harm: ['KILLED', 'INJURED'] },
    'actor.kind',
    { only: ['PERSON', 'GROUP'] },
    'harm is of people: write a PERSON or a GROUP',
  ),
  refused(
    'Participation',
    { harm: ['DETAINED'] },
    'actor.kind',
    { never: ['STATE', 'ORGANIZATION'] },
    'people and things are held: write a PERSON, a GROUP or an ASSET',
  ),
  warned(
    'Participation',
    { harm: ['KILLED', 'INJURED'] },
    'owner.outcome',
    { never: notDone },
    'what did not happen harmed nobody: correct the outcome, or write the harm in the event that did it',
  ),
];

export const ofEvents: readonly Combination[] = [
  ...participations,
  warned(
    'Event',
    { kind: ['ACCIDENT'] },
    'outcome',
    { never: ['PLANNED', 'ATTEMPTED', 'FOILED'] },
    'nobody plans an accident: correct the one or the other',
  ),
  warned(
    'Measure',
    { kind: ['KILLED', 'INJURED'] },
    'owner.outcome',
    { never: notDone },
    'what did not happen harmed nobody: correct the outcome, or write the number in the event that did it',
  ),
  refused(
    'Claim',
    { kind: ['DEMAND', 'OBJECTION', 'COMMITMENT'] },
    'standing',
    { never: ['CHARGED', ...findings, 'DISPROVEN'] },
    'what is asked for, rejected or promised is neither true nor false: write ALLEGED or REPORTED, or another kind',
  ),
  warned(
    'Position',
    { standing: ['REPORTED'] },
    'owner.standing',
    { never: ['INFERRED'] },
    'no source says that the statement was made: then none says where it stands',
  ),
  refused('Statement', { speakers: 'any' }, 'speakers.kind', { never: ['ASSET'] }, null),
  refused('Statement', { onBehalfOf: 'any' }, 'onBehalfOf.kind', { never: ['ASSET'] }, null),
  refused('Citation', { relation: ['SUPPORTS'] }, 'standing', { never: ['WITHDRAWN', 'DISPROVEN'] }, null),
  refused('Citation', { standing: ['INFERRED'] }, 'fidelity', { only: ['INFERRED'] }, null),
];
