/** What may stand with what in the acts of the law: their statuses, links and numbers. */
import { type Combination, warned } from './combination.ts';

/** Kinds by which somebody is only held, accused or let go. */
export const undecided = ['ARREST', 'DETENTION', 'CHARGE', 'BAIL', 'RELEASE', 'EXTRADITION', 'EXPULSION'];

/** What nobody can throw out or drop: it ends otherwise. */
const notDismissed = ['ARREST', 'DETENTION', 'PLEA', 'VERDICT', 'SENTENCE', 'JUDGMENT', 'SETTLEMENT', 'RELEASE'];

export const ofLaw: readonly Combination[] = [
  warned(
    'LegalStatus',
    { status: ['DISMISSED'] },
    'owner.kind',
    { never: notDismissed },
    'charges, suits and requests are dismissed: write REVOKED, or the action that reverses it',
  ),
  warned(
    'LegalStatus',
    { status: ['IN_FORCE', 'EXPIRED'] },
    'owner.kind',
    { never: ['ARREST', 'CHARGE', 'PLEA', 'RELEASE'] },
    'it does not last: write FILED, ORDERED or CARRIED_OUT',
  ),
  warned(
    'LegalStatus',
    { status: ['CARRIED_OUT'] },
    'owner.kind',
    { never: ['CHARGE', 'PLEA'] },
    'a charge or plea is FILED',
  ),
  warned(
    'LegalLink',
    { kind: ['REVERSES'] },
    'owner.kind',
    { never: ['ARREST', 'DETENTION', 'CHARGE', 'PLEA', 'BAIL'] },
    'only what decides overturns: write ENDS, SUPERSEDES or ANSWERS',
  ),
  warned(
    'Measure',
    { kind: ['SENTENCE', 'FINE', 'DAMAGES'] },
    'owner.kind',
    { never: undecided },
    'nobody is sentenced by an arrest or a charge: write it in the action that set it, or as a term of what may follow',
  ),
  warned(
    'Measure',
    { kind: ['CHARGE_COUNTS', 'FINE', 'BOND', 'DAMAGES', 'SENTENCE'] },
    'owner',
    { never: ['Actor', 'Event', 'Participation'] },
    'write it in the legal action that set it',
  ),
];
