import { graphql } from 'relay-runtime';

/** Fragments on a record, whatever its type, are asked for again by `node(id:)`. */
export const participations = graphql`
  fragment refetchable_participations on Event
  @refetchable(queryName: "refetchableParticipationsQuery")
  @argumentDefinitions(size: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    participations(first: $size, after: $after) @connection(key: "refetchable_participations") {
      edges {
        node {
          role
          standing
        }
      }
    }
  }
`;

export const actor = graphql`
  fragment refetchable_actor on Actor @refetchable(queryName: "refetchableActorQuery") {
    name
    standing
  }
`;
