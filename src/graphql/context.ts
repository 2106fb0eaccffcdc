import type { PrismaClient } from '../db/generated/client.ts';

/** What every resolver gets: the client on the read-only connection, and nothing else. */
export interface Context {
  prisma: PrismaClient;
}
