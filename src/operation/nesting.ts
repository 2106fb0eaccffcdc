/** Deeper than a filter can be. What reads a value calls itself for what is inside, and the stack has an end. */
const MAX_NESTING = 100;

/** @returns the name of a variable, used or not, whose value is nested deeper than any input of the schema; undefined if none is */
export function findNested(variables: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(variables).find((name) => isDeeper(variables[name], MAX_NESTING));
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
