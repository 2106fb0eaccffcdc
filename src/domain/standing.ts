/** How firmly a record may be said, from the passages that it cites. */

export type Standing =
  'REPORTED' | 'ALLEGED' | 'CHARGED' | 'ADMITTED' | 'ADJUDICATED' | 'WITHDRAWN' | 'DISPROVEN' | 'INFERRED';

export interface CitedStanding {
  relation: 'SUPPORTS' | 'CONTRADICTS' | 'CONTEXT';
  standing: Standing;
  /** Unknown of what an earlier release has stored: then it counts as said by the passage. */
  fidelity?: 'QUOTED' | 'PARAPHRASED' | 'INFERRED';
  /** What of the record it bears on; none where it is the record as a whole. */
  field?: string;
}

/** The standings beyond ALLEGED that a type may have; a type that is not here has none of them. */
const beyondAlleged: Readonly<Record<string, readonly Standing[]>> = {
  Participation: ['CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN'],
  LegalParty: ['CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN'],
  Claim: ['CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN'],
  Event: ['ADJUDICATED'],
  Item: ['ADJUDICATED'],
};

/** Standings that a passage gives to a record by speaking against it. */
export const retractions: readonly Standing[] = ['WITHDRAWN', 'DISPROVEN'];

/** Returns every standing that a record of this type may have. */
export const standingsOf = (type: string): readonly Standing[] => [
  'INFERRED',
  'REPORTED',
  'ALLEGED',
  ...(beyondAlleged[type] ?? []),
];

/** Whether a record of this type may have the standing at all: a charge is of a person's part or of a claim. */
export const standingFits = (type: string, standing: Standing): boolean => standingsOf(type).includes(standing);

/** Whether the citation supports the record as a whole: every record needs one such. */
export const supportsWhole = ({ relation, field }: CitedStanding): boolean =>
  relation === 'SUPPORTS' && field === undefined;

/** Whether its passage says what the record says: what the coder concluded lends no standing. */
const isSaid = ({ fidelity }: CitedStanding) => fidelity !== 'INFERRED';

/** Returns the standings that the passages lend to the record, each once; INFERRED alone where all of it is concluded. */
export function lentStandings(citations: readonly CitedStanding[]): Standing[] {
  const whole = citations.filter(supportsWhole);
  const lent = new Set(whole.filter(isSaid).map(({ standing }) => standing));
  return lent.size === 0 && whole.length > 0 ? ['INFERRED'] : [...lent];
}

/** Whether the standing is one that a citation of the whole record lends: a retraction by a CONTRADICTS one. */
export function standingIsCited(standing: Standing, citations: readonly CitedStanding[]): boolean {
  return retractions.includes(standing)
    ? citations.some((one) => takesBack(one) && one.standing === standing)
    : lentStandings(citations).includes(standing);
}

/**
 * Returns the standing of a record that does not write one: that on which the passages agree that support it as a whole.
 * Null where they do not agree, where there is none, or where a passage takes back or disproves the record: then a person
 * has to say which holds.
 */
export function deriveStanding(citations: readonly CitedStanding[]): Standing | null {
  const [standing, ...others] = lentStandings(citations);
  return standing !== undefined && others.length === 0 && !citations.some(takesBack) ? standing : null;
}

const takesBack = (citation: CitedStanding) =>
  citation.relation === 'CONTRADICTS' &&
  citation.field === undefined &&
  isSaid(citation) &&
  retractions.includes(citation.standing);
