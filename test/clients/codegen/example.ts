import { print } from 'graphql';
import { graphql } from '../generated/codegen/index.ts';
import type { EventDatesQuery } from '../generated/codegen/graphql.ts';

const eventDates = graphql(`
  query EventDates($filter: EventFilter, $after: String) {
    events(filter: $filter, first: 5, after: $after) {
      totalCount
      nodes {
        id
        title
        standing
        date {
          edtf
          earliest
          precision
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The events on or after a day, as the types that were made say that they are. */
export async function eventsFrom(url: string, from: string): Promise<EventDatesQuery['events']['nodes']> {
  const variables = { filter: { date: { from, match: 'DEFINITELY' as const } } };
  const body = JSON.stringify({ query: print(eventDates), variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await response.json()) as { data?: EventDatesQuery; errors?: { message: string }[] };
  if (!data || errors) throw new Error(errors?.[0].message);
  return data.events.nodes;
}
