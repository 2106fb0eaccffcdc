/** A PostgreSQL for tests of users: roles, and who is let in, belong to a whole server. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

/** What those are told for whom the start cannot make a user. */
export const toldSql = `ask an administrator of the server to run: CREATE ROLE casebook_api LOGIN PASSWORD '…' IN ROLE casebook_reader;`;

export const failure = (message: string) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringContaining(message) });

/** Gives the test file a server with the reader role, and the databases one and two of a user `owner` who may create roles. */
export function useRoleServer() {
  let server: EmbeddedServer | undefined;
  const serverUrl = () => {
    if (!server) throw new Error('the server is started in beforeAll');
    return server.url;
  };

  /** Runs statements as the superuser. @returns the rows of the last one. */
  async function sql(...statements: string[]): Promise<Record<string, unknown>[]> {
    return withClient(serverUrl(), async (client) => {
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
      return rows;
    });
  }

  /** Makes a database with a table that the reader role may read. */
  async function createDatabaseOf(owner: string, name: string): Promise<void> {
    await sql(`create database ${name} owner ${owner}`);
    await withClient(urlOf(serverUrl(), name), (client) =>
      client.query(
        `create table record (id int); grant usage on schema public to casebook_reader; grant select on record to casebook_reader`,
      ),
    );
  }

  beforeAll(async () => {
    server = await startThrowAwayServer(noProgress);
    await sql('create role casebook_reader', `create role owner login createrole password 'p'`);
    await sql('grant casebook_reader to owner with admin option');
    for (const name of ['one', 'two']) await createDatabaseOf('owner', name);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return {
    sql,
    createDatabaseOf,
    /** The URL of a database, as a user connects to it. */
    urlAs: (database: string, username: string, password = 'p') =>
      Object.assign(new URL(urlOf(serverUrl(), database)), { username, password }).href,
  };
}
