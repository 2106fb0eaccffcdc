/** PostGraphile among the servers: its process, its words for each operation, its variables. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCursor } from '../../src/graphql/cursors.ts';
import { type OperationName, operationNames } from '../operations.ts';
import { launch, poolSize, type Server } from '../servers.ts';
import { byDate, type DrawnVariables, type Variables } from '../variables.ts';
import { shapeOf } from './shape.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const documents = Object.fromEntries(
  operationNames.map((name) => [name, readFileSync(path(`operations/${name}.graphql`), 'utf8')]),
);

/** Node 22 is the oldest that it runs on: npm's, where the one that runs this is older. */
export function nodeForPostgraphile(): string {
  const bundled = path(`../node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return Number(process.versions.node.split('.')[0]) < 22 && existsSync(bundled) ? bundled : process.execPath;
}

export async function startPostgraphile(url: string, drawn: DrawnVariables): Promise<Server> {
  const args = [path('server.mjs'), JSON.stringify({ url, poolSize })];
  const environment = { NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  const server = launch('postgraphile', nodeForPostgraphile(), args, environment);
  const [, port] = await server.says(/^(\d+)$/m);
  const address = `http://127.0.0.1:${port}/graphql`;
  const cursors = await cursorsFor(address, drawn.page);
  return {
    ...server,
    name: 'postgraphile',
    ask: (operation, variables) => ({
      url: address,
      body: JSON.stringify({ query: documents[operation], variables: variablesFor(operation, variables, cursors) }),
    }),
    translate: shapeOf,
  };
}

/** The parts of an id, `Type:uuid`. */
const partsOf = (id: string) => Buffer.from(id, 'base64').toString().split(':');
const uuidOf = (id: string) => partsOf(id).at(-1) as string;

function variablesFor(operation: OperationName, variables: Variables, cursors: Map<string, string>): Variables {
  if (operation === 'page') return { after: cursors.get(String(variables['after'])) };
  if (operation !== 'nodes') return variables;
  const lists: Record<string, string[]> = {
    events: [],
    actors: [],
    places: [],
    statements: [],
    claims: [],
    legalActions: [],
  };
  for (const id of variables['ids'] as string[]) {
    const [type = ''] = partsOf(id);
    const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}s`;
    (lists[name] ?? (lists['actors'] as string[])).push(uuidOf(id));
  }
  return lists;
}

/** Its cursor for each of Casebook's: a mark of the order, and the values that the order compares. */
async function cursorsFor(address: string, pages: readonly Variables[]): Promise<Map<string, string>> {
  const query = '{ allEvents(first: 1, orderBy: [DATE_SORT_ASC_ASC, ROW_ID_ASC]) { edges { cursor } } }';
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { allEvents: { edges: [{ cursor: string }] } } };
  const [order] = JSON.parse(Buffer.from(data.allEvents.edges[0].cursor, 'base64').toString()) as [string];
  return new Map(
    pages.map(({ after }) => {
      const { dateSortAsc, id } = readCursor(byDate, String(after), 'after');
      return [String(after), Buffer.from(JSON.stringify([order, dateSortAsc, id])).toString('base64')];
    }),
  );
}
