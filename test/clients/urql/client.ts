import { Client, fetchExchange } from '@urql/core';
import { cacheExchange, type CacheExchangeOpts } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { schema } from '../generated/introspection.ts';
import { connections, embedded, possibleTypes } from '../schema/casebook.ts';

/** Graphcache knows fields by the types of records, not by their interfaces. */
const typesOf = (name: string): string[] => (name in possibleTypes ? possibleTypes[name as 'Actor'] : [name]);
const pagedFields = (names: string[]) => Object.fromEntries(names.map((name) => [name, relayPagination()]));

export const cacheConfig: CacheExchangeOpts = {
  schema,
  // Values without an id belong to the record that they stand in.
  keys: Object.fromEntries(embedded.map((type) => [type, () => null])),
  resolvers: Object.fromEntries(
    Object.entries(connections).flatMap(([name, names]) => typesOf(name).map((type) => [type, pagedFields(names)])),
  ),
};

export const createClient = (url: string, fetch?: typeof globalThis.fetch) =>
  new Client({
    url,
    fetch,
    exchanges: [cacheExchange(cacheConfig), fetchExchange],
    // A GET without a header of its own could be sent by any page, and is refused.
    preferGetMethod: false,
  });
