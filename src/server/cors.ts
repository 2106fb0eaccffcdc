import { isLoopback } from '../loopback.ts';

/** Whether pages of an origin may read answers. */
export type AdmitOrigin = (origin: string) => boolean;

const studio = 'https://studio.apollographql.com';
const origin = /^https?:\/\/([^/]+?)(:\d{1,5})?$/;

/**
 * Admits the origins in `origins`, or every one where it holds `*`; when it is undefined, Apollo Studio and pages
 * served from this computer, on any port.
 */
export function admitOrigins(origins: readonly string[] | undefined): AdmitOrigin {
  if (origins === undefined) return (from) => from === studio || isLoopback(origin.exec(from)?.[1] ?? '');
  const admitted = new Set(origins);
  return (from) => admitted.has('*') || admitted.has(from);
}
