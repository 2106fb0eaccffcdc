import { connection, date, days, idOf, list, only, type Row, row, speakers, typeOf } from './rows.ts';

/** An event with everything about it. */
export function contract(event: Row) {
  return {
    id: idOf('Event', event),
    ...only(event, 'title', 'outcome', 'standing'),
    date: date(event, [...days, 'verbatim']),
    place: event['place'],
    items: list(event['items']),
    citations: list(event['citations']),
    participations: {
      ...only(row(event['participations']), 'totalCount'),
      ...connection(event['participations'], ({ actor, ...participation }) => {
        const { kind, size, ...named } = row(actor);
        return { ...participation, actor: { __typename: typeOf(kind), ...named, ...(kind === 'GROUP' && { size }) } };
      }),
    },
    links: list(event['links']),
    legalActions: connection(event['legalActions'], (action) => ({
      ...only(action, 'kind', 'title', 'standing'),
      date: date(action),
      ...only(action, 'offences'),
      parties: list(action['parties'], ({ role, actor }) => ({
        role,
        actor: { ...only(row(actor), 'slug'), names: list(row(actor)['names']) },
      })),
      statuses: list(action['statuses'], (status) => ({
        ...only(status, 'status'),
        date: date(status),
        citations: list(status['citations']),
      })),
      terms: list(action['terms'], (term) => ({
        ...only(term, 'then'),
        by: date(term, ['edtf'], 'by'),
        ...only(term, 'state'),
      })),
    })),
    statements: connection(event['statements'], (statement) => ({
      ...only(statement, 'slug', 'summary', 'medium'),
      date: date(statement),
      speakers: speakers(statement, (actor) => ({
        ...only(actor, 'slug', 'name'),
        relationships: list(actor['relationships']),
      })),
      ...only(statement, 'onBehalfOf'),
      positions: list(statement['positions'], ({ stance, claim, citations }) => ({
        stance,
        claim: {
          ...only(row(claim), 'slug', 'text', 'kind'),
          holdsResponsible: list(row(claim)['holdsResponsible']),
        },
        citations: list(citations),
      })),
    })),
  };
}
