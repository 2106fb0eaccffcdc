/** Headers that every answer has. */

/** An answer is data: browsers must not interpret it as anything else, nor show it in a frame. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";
/** Sandbox brings scripts, styles and a frame from Apollo's site, and says so itself. */
export const pagePolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** @returns names and values, of an answer to the request of this id */
export const headersOf = (requestId: string): [name: string, value: string][] => [
  ['x-request-id', requestId],
  ['x-content-type-options', 'nosniff'],
  ['content-security-policy', dataPolicy],
  ['referrer-policy', 'no-referrer'],
  // Of an answer that has no tag: a cache may keep it for a while of its own choosing, and give a page to a program.
  ['cache-control', 'no-store'],
];
