/** Whether pages of an origin may read answers. */
export type AdmitOrigin = (origin: string) => boolean;

const studio = 'https://studio.apollographql.com';
const loopback = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;

/**
 * Admits the origins in `origins`, or every one where it holds `*`; when it is undefined, Apollo Studio and pages
 * served from this computer, on any port.
 */
export function admitOrigins(origins: readonly string[] | undefined): AdmitOrigin {
  if (origins === undefined) return (origin) => origin === studio || loopback.test(origin);
  const admitted = new Set(origins);
  return (origin) => admitted.has('*') || admitted.has(origin);
}
