/** The join tables that carry what lists of the records at `B` are ordered by: schema.prisma cannot say it. */
export const joinOrder = [
  { table: '_StatementSpeakers', owner: 'Actor', list: 'statements', model: 'Statement' },
  { table: '_StatementAddressees', owner: 'Actor', list: 'statementsReceived', model: 'Statement' },
  { table: '_StatementActors', owner: 'Actor', list: 'mentions', model: 'Statement' },
  { table: '_StatementEvents', owner: 'Event', list: 'statements', model: 'Statement' },
  { table: '_StatementLegalActions', owner: 'LegalAction', list: 'statements', model: 'Statement' },
  { table: '_LegalActionEvents', owner: 'Event', list: 'legalActions', model: 'LegalAction' },
  { table: '_ClaimHoldsResponsible', owner: 'Actor', list: 'heldResponsibleIn', model: 'Claim' },
  { table: '_ClaimMentions', owner: 'Actor', list: 'claimsMentioning', model: 'Claim' },
].map((one) => ({ ...one, columns: one.model === 'Claim' ? ['slug'] : ['dateSortAsc', 'dateSortDesc'] }));
