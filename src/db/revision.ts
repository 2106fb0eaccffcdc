/**
 * How a program that changes cases and the servers that keep answers agree. A server holds the lock `held` while it
 * keeps answers. Who is about to commit takes `entering`, so that no server begins to keep, announces it on the channel,
 * and then waits until no server holds `held`: from there to the commit nobody has an answer in memory.
 */

/** The channel of announcements; whatever the payload, what was known of the revision is not known any more. */
export const revisionChannel = 'casebook_revision';

/** Keys of advisory locks; always taken in this order. */
export const revisionLocks = { entering: 72_707_371, held: 72_707_372 };

/**
 * Milliseconds. A server asks the database for its revision at each `beat`. It uses what it keeps for no longer than
 * `lease` after it sent a question that was answered; PostgreSQL ends its session, and the lock with it, after `session`
 * without a question; a loader waits for `patience`. Each is longer than the one before, so a server that is cut off has
 * stopped before anything commits without its consent; docs/answers.md has the exception.
 */
export const revisionTimes = { beat: 1000, lease: 3000, session: 4000, patience: 6000 };
