import { graphql } from 'relay-runtime';

export const eventsQuery = graphql`
  query eventsQuery($size: Int!, $after: String) {
    ...events_list @arguments(size: $size, after: $after)
    node(id: "UGVyc29uOjI4YTg3NGU3LTM0ZDMtNTEyYi04ZjU5LWZmNjBlZjBkYWU2Ng==") {
      ... on Actor {
        name
        ... on Person {
          reportedAge
        }
      }
    }
  }
`;

/** `@connection` takes `edges`, with any of the filters in its key; `nodes` are for lists that are not paged. */
export const eventsList = graphql`
  fragment events_list on Query
  @refetchable(queryName: "eventsPageQuery")
  @argumentDefinitions(
    size: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
    filter: { type: "EventFilter" }
  ) {
    events(first: $size, after: $after, filter: $filter) @connection(key: "events_events") {
      totalCount
      edges {
        node {
          title
          standing
          date {
            edtf
            latest
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;
