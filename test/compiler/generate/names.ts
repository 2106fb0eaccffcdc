import type { Choices } from './choices.ts';

/** Names that GraphQL allows and programs stumble over. */
const odd = [
  'constructor',
  '__proto__',
  'toString',
  '_',
  '__a',
  'hasOwnProperty',
  'r',
  'j',
  't0',
  'rn',
  'select',
  'data',
];

/** Response names of an operation, each given once. */
export class Names {
  private count = 0;
  private readonly unused = [...odd];
  private readonly given = new Set<string>();
  private last = 'a';
  private readonly choices: Choices;
  private readonly isPlain: boolean;

  /** @param isPlain whether all names begin as asked, so that other operations of the document can have others */
  constructor(choices: Choices, isPlain: boolean) {
    this.choices = choices;
    this.isPlain = isPlain;
  }

  next(prefix = 'a'): string {
    const name = this.propose(prefix);
    // One number makes a name that nobody has.
    const free = this.given.has(name) ? `${prefix}_${this.count++}` : name;
    this.given.add(free);
    this.last = free;
    return free;
  }

  private propose(prefix: string): string {
    const { choices, last } = this;
    if (this.isPlain || !choices.chance(4)) return `${prefix}${this.count++}`;
    if (choices.chance(2)) return this.unused.splice(choices.below(this.unused.length), 1)[0] ?? prefix;
    // Upper and lower case of one name, names alike in all of the 63 bytes that PostgreSQL keeps, one longer than that.
    const others = [
      last.toUpperCase(),
      last.toLowerCase(),
      `${'long_'.repeat(13)}${this.count++}`,
      `${'L'.repeat(63)}`,
    ];
    return choices.of([...others, `${'y'.repeat(79)}${this.count++}`]);
  }
}
