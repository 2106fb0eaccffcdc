/** PostGraphile's answers in the shape of Casebook's, so that values are compared with values. */
import { type OperationName } from '../operations.ts';
import { writeCursor } from '../../src/graphql/cursors.ts';
import { byDate, type Variables } from '../variables.ts';
import { contract } from './contract.ts';
import { connection, date, days, list, only, type Row, row, speakers } from './rows.ts';

const shapes: Record<OperationName, (data: Row, variables: Variables) => unknown> = {
  point: ({ event }) => ({
    event: { ...only(row(event), 'slug', 'title', 'kind', 'outcome', 'standing'), date: date(row(event), days) },
  }),
  page: ({ events }) => {
    const { hasNextPage, endCursor } = row(row(events)['pageInfo']);
    const [, dateSortAsc, id] = JSON.parse(
      Buffer.from(String(endCursor ?? ''), 'base64').toString() || '[]',
    ) as unknown[];
    return {
      events: {
        ...connection(events, (event) => ({
          ...only(event, 'slug', 'title', 'kind', 'standing'),
          date: date(event),
          ...only(event, 'place', 'participations'),
        })),
        pageInfo: { hasNextPage, endCursor: endCursor === null ? null : writeCursor(byDate, { dateSortAsc, id }) },
      },
    };
  },
  traversal: ({ event }) => ({
    event: {
      ...only(row(event), 'slug', 'title'),
      participations: connection(row(event)['participations'], (participation) => ({
        ...only(participation, 'role', 'standing'),
        actor: {
          ...only(row(participation['actor']), 'slug', 'name'),
          statements: connection(row(participation['actor'])['statements'], (statement) => ({
            ...only(statement, 'slug', 'medium'),
            date: date(statement),
            positions: list(statement['positions']),
          })),
        },
      })),
    },
  }),
  filter: ({ events }) => ({
    events: connection(events, (event) => ({
      ...only(event, 'slug', 'title', 'kind', 'outcome'),
      date: date(event, days),
    })),
  }),
  contract: ({ event }) => ({ event: contract(row(event)) }),
  dispute: ({ event }) => ({
    event: {
      ...only(row(event), 'slug'),
      claims: connection(row(event)['claims'], (claim) => ({
        ...only(claim, 'slug', 'text', 'kind', 'standing'),
        holdsResponsible: list(claim['holdsResponsible']),
        positions: connection(claim['positions'], (position) => ({
          ...only(position, 'stance', 'standing'),
          statement: {
            ...only(row(position['statement']), 'slug', 'medium'),
            date: date(row(position['statement'])),
            speakers: speakers(row(position['statement']), (actor) => actor),
          },
        })),
        incomingLinks: claim['incomingLinks'],
      })),
    },
  }),
  count: (data) => data,
  nodes: nodes,
};

/** The records of all lists, back in the order of the ids. */
function nodes(data: Row, { ids }: Variables) {
  const records = new Map(
    Object.values(data).flatMap((value) => list(value).map((record) => [row(record)['rowId'], row(record)])),
  );
  const shape = (id: string) => {
    const [type = '', rowId] = Buffer.from(id, 'base64').toString().split(':');
    const { rowId: _, dateEdtf, ...rest } = records.get(rowId) ?? {};
    return { __typename: type, id, ...rest, ...(type === 'Event' && { date: date({ dateEdtf }) }) };
  };
  return { nodes: (ids as string[]).map(shape) };
}

/** PostGraphile's data in Casebook's shape, members in its order. */
export const shapeOf = (operation: OperationName, data: unknown, variables: Variables): unknown =>
  shapes[operation](row(data), variables);
