// Every limit that clients are told of holds at its figure: as much is answered, one more is refused as the table says.
import { expect, test } from '@jest/globals';
import { type ClientLimit, clientLimits } from '../src/clientLimits.ts';
import { schema } from '../src/graphql/schema.ts';
import { useServer } from './server/testServer.ts';
import { useApi } from './support/api.ts';
import { few, rowId } from './support/rows.ts';
import { json, send } from './hostile/sending.ts';

const api = useApi(few);
const server = useServer(() => ({ schema, createContext: () => ({ prisma: api.prisma }) }));

const eventId = Buffer.from(`Event:${rowId('Event', 0)}`).toString('base64');

interface Asked {
  query: string;
  operationName?: string;
  headers?: Record<string, string>;
  /** Characters of the whole body. */
  length?: number;
}

const list = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join(' ');
const slugs = (count: number) => `[${list(count, () => '"event-0"')}]`;
const relations = ['statements', 'events', 'statements', 'events'];
const filterOf = (depth: number) =>
  relations.slice(0, depth).reduceRight((inner, name) => `{${name}:${inner}}`, '{slug:{in:[]}}');

/** A request that asks for so much of it. What takes more than a request is tested where it is counted. */
const asking: Record<keyof typeof clientLimits, ((count: number) => Asked) | undefined> = {
  depth: (count) => ({ query: `{event(slug:"e")${'{parent'.repeat(count - 2)}{id}${'}'.repeat(count - 2)}}` }),
  cost: undefined,
  values: undefined,
  answerBytes: undefined,
  conditions: undefined,
  fields: undefined,
  selections: undefined,
  // An operation of five tokens, again and again, and what is left in the first.
  tokens: (count) => ({
    query: list(Math.floor(count / 5), (n) => `query A${n}{__typename${n > 0 ? '' : ' __typename'.repeat(count % 5)}}`),
    operationName: 'A0',
  }),
  aliases: (count) => ({ query: `{${list(count, (n) => `a${n}:__typename`)}}` }),
  directives: (count) => ({ query: `{${list(count, () => '__typename @skip(if:false)')}}` }),
  page: (count) => ({ query: `{events(first:${count}){totalCount}}` }),
  ids: (count) => ({ query: `{nodes(ids:[${list(count, () => `"${eventId}"`)}]){id}}` }),
  list: (count) => ({ query: `{events(filter:{slug:{in:${slugs(count)}}}){totalCount}}` }),
  filterDepth: (count) => ({ query: `{events(filter:${filterOf(count)}){totalCount}}` }),
  text: (count) => ({ query: `{event(slug:"${'e'.repeat(count)}"){id}}` }),
  body: (count) => ({ query: '{__typename}', length: count }),
  // Beside these there are the host, the length of the body, and the media type.
  headers: (count) => ({
    query: '{__typename}',
    headers: Object.fromEntries(Array.from({ length: count - 4 }, (_, n) => [`x-${n}`, '1'])),
  }),
  accept: (count) => ({
    query: '{__typename}',
    headers: { accept: `application/json${' '.repeat(count - 27)},text/plain` },
  }),
  connections: undefined,
  requests: undefined,
};

async function told({ query, operationName, headers, length }: Asked) {
  const text = JSON.stringify({ query, operationName });
  const body = length === undefined ? text : text.padEnd(length);
  const { status, body: answer } = await send(server.url, {
    headers: { ...json, connection: 'close', 'content-length': String(Buffer.byteLength(body)), ...headers },
    body,
  });
  const [error] = (JSON.parse(answer) as { errors?: { extensions: Record<string, unknown> }[] }).errors ?? [];
  return { status, ...error?.extensions };
}

const limits = Object.entries(clientLimits).flatMap(
  ([name, limit]): [string, ClientLimit, (count: number) => Asked][] => {
    const ask = asking[name as keyof typeof clientLimits];
    return ask ? [[name, limit, ask]] : [];
  },
);

test.each(limits)('%s: as much is answered, one more is refused', async (_name, { most, refusal }, ask) => {
  expect(await told(ask(most))).toEqual({ status: 200 });
  const { status, code } = (await told(ask(most + 1))) as { status: number; code?: string };
  expect([String(status), code]).toContain(refusal);
});

test('fields that are repeated too often to be validated are told as that', async () => {
  expect(await told({ query: `{${'__typename '.repeat(3000)}}` })).toEqual({
    status: 200,
    code: 'OPERATION_TOO_COMPLEX',
  });
});
