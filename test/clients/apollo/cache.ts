import type { InMemoryCacheConfig, TypePolicies } from '@apollo/client';
import { connections, embedded, possibleTypes } from '../schema/casebook.ts';
import { connection } from './connection.ts';

const paged = Object.entries(connections).map(([type, names]) => [
  type,
  { fields: Object.fromEntries(names.map((name) => [name, connection])) },
]);
// Values without an id: what two components ask of one comes together, instead of one replacing the other's.
const merged = embedded.map((type) => [type, { merge: true }]);
const typePolicies: TypePolicies = Object.fromEntries([...paged, ...merged]);

export const cacheConfig: InMemoryCacheConfig = { possibleTypes, typePolicies };
