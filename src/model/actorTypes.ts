/** Which type of actor a row is, by the column that tells. */
export const actorTypes = {
  column: 'kind',
  types: { PERSON: 'Person', ORGANIZATION: 'Organization', STATE: 'State', GROUP: 'Group', ASSET: 'Asset' },
} as const;

/** The columns and dates that actors of one type alone have. */
export const actorFields: Readonly<Record<string, readonly string[]>> = {
  Person: ['reportedAge', 'reportedAgeDate'],
  Group: ['size'],
};
