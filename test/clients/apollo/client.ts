import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheConfig } from './cache.ts';

export const createClient = (uri: string) =>
  new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache(cacheConfig) });
