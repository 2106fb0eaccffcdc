import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { openLine } from '../hostile/sending.ts';
import { startTestServer, useServer } from './testServer.ts';

const schema = buildSchema('type Query { hello: String }');
let isReady = true;
const server = useServer(() => ({ schema, ready: async () => isReady }));

describe('health', () => {
  test('it lives; it is ready when operations can be answered', async () => {
    expect((await server.get('/livez')).status).toBe(200);
    expect((await server.get('/readyz')).status).toBe(200);
    isReady = false;
    expect((await server.get('/livez')).status).toBe(200);
    expect((await server.get('/readyz')).status).toBe(503);
    isReady = true;
  });

  test('all who ask at once wait for one answer of the database, and who asks later for another one', async () => {
    let asked = 0;
    let isOn = true;
    const ready = async () => {
      asked += 1;
      await setTimeout(20);
      return isOn;
    };
    await using other = await startTestServer({ schema, ready });
    // All in one packet: the server has them all before it does anything else.
    const request = 'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const last = request.replace(/\r\n$/, 'connection: close\r\n\r\n');
    for (const time of [1, 2, 3]) {
      isOn = time !== 2;
      const line = await openLine(other.url);
      line.socket.write(request.repeat(19) + last);
      expect((await line.closed).match(/^HTTP\/1.1 \d+/gm)).toEqual(Array(20).fill(`HTTP/1.1 ${isOn ? 200 : 503}`));
      expect(asked).toBe(time);
    }
  });
});
