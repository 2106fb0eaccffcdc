import { print } from 'graphql';
import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from '../generated/schema.d.ts';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; DateTime: string } }>();

const actor = graphql(`
  query Actor($slug: String!) {
    actor(slug: $slug) {
      __typename
      id
      name
      ... on Person {
        reportedAge
      }
      legalParties {
        nodes {
          id
          role
          standing
          legalAction {
            id
            date {
              earliest
            }
          }
        }
      }
    }
  }
`);

type Actor = NonNullable<ResultOf<typeof actor>['actor']>;

/** When the law first did something about an actor: `YYYY-MM-DD`, or undefined. */
export async function firstLegalAction(url: string, slug: string): Promise<string | undefined> {
  const body = JSON.stringify({ query: print(actor), variables: { slug } });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data } = (await response.json()) as { data: ResultOf<typeof actor> };
  return data.actor ? daysOf(data.actor).sort()[0] : undefined;
}

const daysOf = ({ legalParties }: Actor): string[] =>
  legalParties.nodes.flatMap(({ legalAction }) => legalAction.date?.earliest ?? []);
