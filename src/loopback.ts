const loopback = /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * Whether `host`, a name or an address, is this computer's own for itself. No other site can claim one of these names:
 * `localhost` and all below it lead nowhere else (RFC 6761, 6.3).
 */
export const isLoopback = (host: string): boolean => loopback.test(host);
