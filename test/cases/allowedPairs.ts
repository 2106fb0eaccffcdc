/** Pairs of vocabularies of which every value may stand with every other one, with the reason. */

/** By type: pairs as `field × other field` or `field × relation.field`; `*` is every field or relation there is. */
export const allowedPairs: readonly (readonly [type: string, pairs: readonly string[], why: string])[] = [
  // What a passage does for a record is a matter of that passage alone; what it lends is checked by src/domain/standing.ts.
  ['Citation', ['relation × *', 'fidelity × *', 'standing × *'], 'any passage may bear on any record, in any voice'],
  ['*', ['standing × *.standing'], 'each of the two rests on citations of its own'],
  ['Actor', ['kind × standing', '* × *.*'], 'whoever is named may say, be told, be spoken of and be held responsible'],
  ['Document', ['kind × *.*'], 'anyone may publish anything, and one may be named as the publisher only'],
  ['DocumentLink', ['kind × *', 'standing × *'], 'a report may be made from a law, a transcript or an article'],
  ['Passage', ['kind × document.kind'], 'any document has headings, tables, captions and notes'],
  ['Name', ['kind × *', 'standing × *'], "any actor, event or place has names of any kind, in anyone's voice"],
  [
    'Relationship',
    ['kind × standing', 'kind × *.standing', 'standing × *.kind'],
    'a tie is said or concluded of anyone',
  ],
  ['Residence', ['standing × *'], 'an actor of any kind may have its seat at a place of any kind'],
  [
    'Place',
    ['kind × standing', 'kind × parent.standing', 'standing × parent.kind'],
    'any place may be said or concluded',
  ],
  [
    'Event',
    ['kind × standing', 'outcome × standing', 'kind × *.*', 'outcome × *.*', 'standing × *.*'],
    'an event of any kind happens, or does not, anywhere and as part of any other; what is said of it or done for it may be anything',
  ],
  [
    'Participation',
    ['harm × standing', 'harm × role', 'standing × event.kind', 'standing × event.outcome', 'standing × actor.kind'],
    'who did it may be hurt as well; an accusation may be of any event and of anyone',
  ],
  [
    'Participation',
    ['harm × event.kind', 'harm × event.standing', '* × actor.standing'],
    'people come to harm in events of any kind, and those who did are seldom certain',
  ],
  ['Item', ['role × *', 'standing × *'], 'stuff may be a weapon or evidence in any event'],
  [
    'Measure',
    ['kind × standing', 'kind × *.standing', 'standing × *', 'kind × participation.harm', 'kind × participation.role'],
    'a number is as firm as who gives it; of a participation it counts those who took part or were harmed',
  ],
  ['Measure', ['kind × event.kind', 'kind × actor.kind'], 'any event has losses and attendance, a group is counted'],
  ['EventLink', ['kind × *', 'standing × *'], 'what was planned or foiled may answer, cause and explain as well'],
  [
    'Statement',
    ['medium × *', 'standing × *'],
    'anything may be said, reported and told on any occasion; that assets never speak has a row of its own',
  ],
  [
    'Claim',
    ['kind × *.*', 'standing × *.*'],
    'a claim may be about anything, and be found right of what nobody was charged with',
  ],
  [
    'Position',
    ['stance × *', 'standing × statement.medium', 'standing × claim.kind'],
    'one may deny what was found and affirm what is disproven; a demand is affirmed or rejected',
  ],
  ['ClaimLink', ['kind × *', 'standing × *'], 'claims of any kind contradict, refine and support each other'],
  [
    'LegalAction',
    ['kind × *', 'standing × *'],
    'any act may be reported, alleged or concluded, done anywhere and spoken of',
  ],
  [
    'LegalParty',
    ['role × legalAction.*', '* × actor.standing', 'standing × actor.kind'],
    'suits differ by country: one may be judge or guarantor of any of these, and anyone may be accused',
  ],
  [
    'LegalStatus',
    ['status × standing', 'status × *.standing', 'standing × *'],
    'how far it got is said apart from what it is',
  ],
  ['LegalTerm', ['state × *', 'standing × *'], 'any act may provide for something'],
  ['LegalGround', ['standing × *'], 'an act of any kind may arise from any event, even from one that was foiled'],
  [
    'LegalLink',
    ['kind × standing', 'kind × *.standing', 'kind × to.kind', 'standing × *'],
    'any act is ended, joined or replaced',
  ],
];
