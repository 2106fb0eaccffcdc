// What is kept for a connection has an end: after ten thousand requests it is closed, and the client connects anew.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { openLine } from '../hostile/sending.ts';
import { useServer } from './testServer.ts';

const server = useServer(() => ({ schema: buildSchema('type Query { hello: String }') }));
const most = 10_000;
const packet = 1000;

const request = (path = '/livez', more = '') => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${more}\r\n`;
const lastRequest = request('/livez', 'connection: close\r\n');
/** Two that reach no route, and eight that do. */
const ten = request('/%zz') + request('/livez', 'expect: a cake\r\n') + request().repeat(8);

/** Sends ten thousand requests less `rest`, and waits for the answers. */
async function openOld(rest: number) {
  const line = await openLine(server.url);
  const hears = async (count: number) => {
    while (answersIn(line.heard()).length < count) await setTimeout(10);
  };
  for (let sent = packet; sent <= most - packet; sent += packet) {
    line.socket.write(ten.repeat(packet / 10));
    await hears(sent);
  }
  line.socket.write(request().repeat(packet - rest));
  await hears(most - rest);
  return line;
}

/** The heads of all answers, the short ones that tell nothing of themselves among them. */
const answersIn = (text: string) => text.split(/(?=HTTP\/1\.1 \d{3} )/);
const ours = /^HTTP\/1\.1 (200|400|417) [^]*\r\nx-request-id: /;
const closes = /\r\nconnection: close\r\n/i;

test.each([
  ['that sends one more after the last answer', 0, lastRequest],
  ['that has sent one more ahead of the last answer', 1, request() + lastRequest],
])('a client %s has an answer of ours to each of ten thousand, and to no more', async (_what, rest, more) => {
  const line = await openOld(rest);
  line.socket.write(more);
  const answers = answersIn(await line.closed);
  expect([answers.length, answers.filter((answer) => !ours.test(answer))]).toEqual([most, []]);
  expect(answers.filter((answer) => closes.test(answer))).toEqual([answers.at(-1)]);
});
