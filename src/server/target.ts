/** The target of a request: RFC 9112, 3.2. */

/** Scheme and authority of an absolute target. */
const absolute = /^https?:\/\/[^/?#]*/i;

/** @returns the path, percent-decoded, without what is searched for; undefined for a target that has none */
export function pathOf(target: string): string | undefined {
  if (target === '/graphql') return target;
  const relative = target.replace(absolute, '');
  const end = relative.search(/[?#]/);
  const path = (end < 0 ? relative : relative.slice(0, end)) || '/';
  if (!path.startsWith('/')) return path === '*' ? path : undefined;
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

/** @returns what is searched for */
export function searchOf(target: string): URLSearchParams {
  const start = target.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : target.slice(start));
}
