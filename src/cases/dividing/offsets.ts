/** From offsets in UTF-16 units, as JavaScript has them, to offsets in code points, as passages have them. */
export class Offsets {
  readonly #text: string;
  /** The code point at every `step`-th UTF-16 unit. */
  readonly #known: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let unit = step; unit <= text.length; unit += step)
      this.#known.push((this.#known.at(-1) ?? 0) + count(text, unit - step, unit));
  }

  get length(): number {
    return this.codePoint(this.#text.length);
  }

  codePoint(unit: number): number {
    const index = Math.floor(unit / step);
    return (this.#known[index] ?? 0) + count(this.#text, index * step, unit);
  }
}

/** Returns the offset in UTF-16 units of every code point, and of the end of the text. */
export function unitsOf(points: readonly string[]): Uint32Array {
  const units = new Uint32Array(points.length + 1);
  for (const [index, point] of points.entries()) units[index + 1] = (units[index] ?? 0) + point.length;
  return units;
}

const step = 256;

/** The code points that begin within a part of the text: units that are not the second half of a pair. */
function count(text: string, from: number, to: number): number {
  let points = 0;
  for (let unit = from; unit < to; unit += 1) {
    const code = text.charCodeAt(unit);
    if (code < 0xdc00 || code > 0xdfff) points += 1;
  }
  return points;
}
