/** What may stand with what for a party to a legal action: nobody is a convict by an accusation. */
import { type Combination, refused, warned } from './combination.ts';
import { undecided } from './ofLaw.ts';

/** Kinds of legal action that decide something. */
const deciding = ['VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT'];

export const ofParties: readonly Combination[] = [
  refused(
    'LegalParty',
    { disposition: 'any' },
    'owner.kind',
    { only: deciding },
    'remove the disposition, or give it in the action that decided',
  ),
  refused(
    'LegalParty',
    { disposition: 'any' },
    'standing',
    { only: ['REPORTED', 'ADMITTED', 'ADJUDICATED'] },
    'remove the disposition until a source says in its own voice, or by a finding or admission, how it ended',
  ),
  refused(
    'LegalParty',
    { disposition: 'any' },
    'owner.standing',
    { only: ['REPORTED'] },
    'nothing is decided by an action of which no source says in its own voice that there was one: remove the disposition',
  ),
  refused(
    'LegalParty',
    { disposition: 'any', 'owner.kind': ['PLEA'] },
    'standing',
    { never: ['ADJUDICATED'] },
    'a plea is no finding: write a verdict',
  ),
  refused(
    'LegalParty',
    { disposition: 'any', 'owner.kind': ['VERDICT', 'JUDGMENT'] },
    'standing',
    { never: ['ADMITTED'] },
    'an admission is a PLEA or SETTLEMENT: write that, or cite the finding',
  ),
  refused(
    'LegalParty',
    { disposition: 'any', 'owner.kind': ['PLEA'] },
    'disposition',
    { only: ['GUILTY', 'NOT_GUILTY'] },
    'correct the one or the other',
  ),
  refused(
    'LegalParty',
    { disposition: 'any', 'owner.kind': ['SETTLEMENT'] },
    'disposition',
    { never: ['GUILTY', 'NOT_GUILTY'] },
    'a settlement finds no guilt: write a verdict or a plea',
  ),
  refused(
    'LegalParty',
    { disposition: ['GUILTY', 'NOT_GUILTY', 'LIABLE'] },
    'role',
    { only: ['SUBJECT', 'COUNTERPARTY'] },
    'give the disposition to the party that was found so',
  ),
  refused(
    'LegalParty',
    { disposition: ['FOR', 'AGAINST'] },
    'role',
    { never: ['JUDGE', 'GUARANTOR', 'OBJECT'] },
    'give the disposition to one of the sides',
  ),
  refused(
    'LegalParty',
    { disposition: ['GUILTY', 'NOT_GUILTY'] },
    'actor.kind',
    { never: ['ASSET'] },
    'guilt is of those who act: name who stands behind it',
  ),
  warned(
    'LegalParty',
    { disposition: ['GUILTY', 'NOT_GUILTY'] },
    'actor.kind',
    { never: ['STATE'] },
    'a state is held LIABLE, or the court decides AGAINST it: is the one found guilty another actor?',
  ),
  warned(
    'LegalParty',
    { 'owner.kind': undecided },
    'standing',
    { never: ['ADJUDICATED'] },
    'an arrest or a charge finds nothing: the finding is an action of its own',
  ),
  warned(
    'LegalParty',
    { role: ['AUTHORITY', 'REQUESTER', 'JUDGE'] },
    'standing',
    { never: ['CHARGED'] },
    'what is charged is said of the accused: did a source say who acted?',
  ),
  warned(
    'LegalParty',
    { role: ['JUDGE'] },
    'actor.kind',
    { never: ['STATE'] },
    'a court or a person sits in judgment: write that, or AUTHORITY',
  ),
  warned(
    'LegalParty',
    { role: ['OBJECT'] },
    'actor.kind',
    { never: ['PERSON', 'GROUP', 'STATE'] },
    'an OBJECT is a thing: write SUBJECT',
  ),
  warned(
    'LegalParty',
    { offences: 'any' },
    'role',
    { never: ['AUTHORITY', 'REQUESTER', 'JUDGE'] },
    'offences stand at the party that the action is against',
  ),
  refused('LegalParty', { role: ['AUTHORITY', 'JUDGE'] }, 'actor.kind', { never: ['ASSET'] }, null),
];
