/** How firmly a record may be said, from the passages that it cites. */

export type Standing = 'REPORTED' | 'ALLEGED' | 'CHARGED' | 'ADMITTED' | 'ADJUDICATED' | 'WITHDRAWN' | 'DISPROVEN';

export interface CitedStanding {
  relation: 'SUPPORTS' | 'CONTRADICTS' | 'CONTEXT';
  standing: Standing;
}

/** The types whose standing may go beyond what is reported or alleged. */
const mayGoBeyondAlleged = new Set(['Participation', 'LegalParty', 'Claim']);

/** Standings that a passage gives to a record by speaking against it. */
export const retractions: readonly Standing[] = ['WITHDRAWN', 'DISPROVEN'];

/** Whether a record of this type may have the standing at all: a charge or a finding is of a person's part or of a claim. */
export function standingFits(type: string, standing: Standing): boolean {
  return standing === 'REPORTED' || standing === 'ALLEGED' || mayGoBeyondAlleged.has(type);
}

/** Whether the standing is one that a citation gives: of a SUPPORTS citation, or a retraction of a CONTRADICTS one. */
export function standingIsCited(standing: Standing, citations: readonly CitedStanding[]): boolean {
  const relation = retractions.includes(standing) ? 'CONTRADICTS' : 'SUPPORTS';
  return citations.some((citation) => citation.relation === relation && citation.standing === standing);
}

/**
 * Returns the standing of a record that does not write one: that of its SUPPORTS citations. Null where they do not agree,
 * where there is none, or where a passage takes back or disproves the record: then a person has to say which holds.
 */
export function deriveStanding(citations: readonly CitedStanding[]): Standing | null {
  const retracted = citations.some(
    ({ relation, standing }) => relation === 'CONTRADICTS' && retractions.includes(standing),
  );
  const supporting = new Set(
    citations.filter(({ relation }) => relation === 'SUPPORTS').map(({ standing }) => standing),
  );
  const [standing] = supporting;
  return supporting.size === 1 && standing !== undefined && !retracted ? standing : null;
}
