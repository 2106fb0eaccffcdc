/** Which type of actor a row is: `resolveType` reads this, and so can whoever reads the schema. */
export const actorTypes = {
  column: 'kind',
  types: { PERSON: 'Person', ORGANIZATION: 'Organization', STATE: 'State', GROUP: 'Group', ASSET: 'Asset' },
} as const;
