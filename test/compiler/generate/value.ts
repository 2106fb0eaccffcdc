/** A value of an argument: as it stands in the text of an operation, or in the JSON of its variables. */
export type Value =
  | { kind: 'variable'; name: string }
  | { kind: 'enum'; name: string }
  | { kind: 'scalar'; value: string | number | boolean | null }
  | { kind: 'list'; items: Value[] }
  | { kind: 'object'; fields: [string, Value][] };

export const scalar = (value: string | number | boolean | null): Value => ({ kind: 'scalar', value });

/** @returns the value as GraphQL writes it. */
export function asLiteral(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return `$${value.name}`;
    case 'enum':
      return value.name;
    case 'scalar':
      // GraphQL's strings have JSON's escapes.
      return JSON.stringify(value.value);
    case 'list':
      return `[${value.items.map(asLiteral).join(', ')}]`;
    case 'object':
      return `{${value.fields.map(([name, field]) => `${name}: ${asLiteral(field)}`).join(', ')}}`;
  }
}

/** @returns the value as JSON has it; it holds no variables. */
export function asJson(value: Value): unknown {
  switch (value.kind) {
    case 'variable':
      throw new Error('a variable inside a variable');
    case 'enum':
      return value.name;
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(asJson);
    case 'object':
      return Object.fromEntries(value.fields.map(([name, field]) => [name, asJson(field)]));
  }
}
