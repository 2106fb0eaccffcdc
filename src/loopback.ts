const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether `host`, a name or an address, is this computer's own for itself. No other site can claim one of these names. */
export const isLoopback = (host: string): boolean => loopback.test(host);
