/** Headers that every answer has. */

/** An answer is data: browsers must not interpret it as anything else, nor show it in a frame. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";
/** Sandbox brings scripts, styles and a frame from Apollo's site, and says so itself. */
export const pagePolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Those that all answers have; the first one is the id of the request. */
const names = ['x-request-id', 'x-content-type-options', 'content-security-policy', 'referrer-policy', 'cache-control'];
const values = [
  '',
  'nosniff',
  dataPolicy,
  'no-referrer',
  // Of an answer that has no tag: a cache may keep it for a while of its own choosing, and give a page to a program.
  'no-store',
];

/** The headers of an answer, by their names in lower case. Lists, for so few are found in them sooner than in a map. */
export class Headers {
  readonly #names = names.slice();
  readonly #values = values.slice();

  /** @param requestId of the request that is answered */
  constructor(requestId: string) {
    this.#values[0] = requestId;
  }

  get(name: string): string | undefined {
    return this.#values[this.#names.indexOf(name)];
  }

  set(name: string, value: string): void {
    const place = this.#names.indexOf(name);
    if (place >= 0) {
      this.#values[place] = value;
      return;
    }
    this.#names.push(name);
    this.#values.push(value);
  }

  /** @returns names and values in turns, as `writeHead` takes them */
  inTurns(): string[] {
    const all: string[] = [];
    for (let place = 0; place < this.#names.length; place += 1)
      all.push(this.#names[place] as string, this.#values[place] as string);
    return all;
  }

  /** @returns a line for each */
  lines(): string[] {
    return this.#names.map((name, place) => `${name}: ${this.#values[place]}`);
  }
}
