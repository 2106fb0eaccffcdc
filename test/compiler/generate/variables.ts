// The variables of one operation: declared where a value is wanted, with other values in each request.
import { getNullableType, type GraphQLInputType, GraphQLNonNull, isNonNullType } from 'graphql';
import type { Choices } from './choices.ts';
import type { Known } from './known.ts';
import { asJson, asLiteral, type Value } from './value.ts';
import { makeValue, type Wanted } from './values.ts';

interface Variable {
  name: string;
  /** As declared; the default, if any, is a literal. */
  type: GraphQLInputType;
  defaultValue: Value | undefined;
  wanted: Wanted;
}

const oddNames = ['constructor', '_', 'toString', 'hasOwnProperty', '__v', 'first', 'A', 'a', 'valueOf'];

export class Variables {
  private readonly all: Variable[] = [];
  private readonly unused = [...oddNames];
  private readonly choices: Choices;
  private readonly known: Known;

  constructor(choices: Choices, known: Known) {
    this.choices = choices;
    this.known = known;
  }

  /** @returns a variable that may stand in that place, perhaps one that stands elsewhere too. */
  put(wanted: Wanted): Value {
    const { choices } = this;
    const fits = ({ type, defaultValue, wanted: other }: Variable) =>
      other.place.name === wanted.place.name &&
      other.place.model === wanted.place.model &&
      other.deep <= wanted.deep &&
      String(getNullableType(type)) === String(getNullableType(wanted.type)) &&
      (isNonNullType(type) || !isNonNullType(wanted.type) || wanted.hasDefault || !!defaultValue);
    const known = this.all.filter(fits);
    if (known.length > 0 && choices.chance(3)) return { kind: 'variable', name: choices.of(known).name };
    return { kind: 'variable', name: this.declare(wanted).name };
  }

  private declare(wanted: Wanted): Variable {
    const { choices, known } = this;
    const defaultValue = choices.chance(4) ? makeValue(choices, { known, wrongOneIn: 0 }, wanted) : undefined;
    const type = this.declaredType(wanted, defaultValue);
    const variable = { name: this.name(), type, defaultValue, wanted };
    this.all.push(variable);
    return variable;
  }

  /** Any type that may be declared for a place: section 5.8.5 of the specification, "All Variable Usages Are Allowed". */
  private declaredType({ type, hasDefault }: Wanted, defaultValue: Value | undefined): GraphQLInputType {
    const nullable = getNullableType(type);
    if (isNonNullType(type)) return (hasDefault || defaultValue) && this.choices.chance(2) ? nullable : type;
    const isNull = defaultValue?.kind === 'scalar' && defaultValue.value === null;
    return this.choices.chance(4) && !isNull ? new GraphQLNonNull(nullable) : type;
  }

  private name(): string {
    if (!this.choices.chance(10) || this.unused.length === 0) return `v${this.all.length}`;
    return this.unused.splice(this.choices.below(this.unused.length), 1)[0] as string;
  }

  /** @returns the declarations as they stand behind the name of an operation. */
  declarations(): string[] {
    return this.all.map(
      ({ name, type, defaultValue }) => `$${name}: ${type}${defaultValue ? ` = ${asLiteral(defaultValue)}` : ''}`,
    );
  }

  /** @returns values for one request: some left out or null where that is allowed, once in a while some wrong. */
  values(choices: Choices): Record<string, unknown> {
    const wrongOneIn = choices.chance(6) ? 4 : 0;
    const values: [string, unknown][] = [];
    for (const { name, type, defaultValue, wanted } of this.all) {
      const isOptional = !isNonNullType(type) || defaultValue !== undefined || wrongOneIn > 0;
      if (isOptional && choices.chance(3)) continue;
      const isNull = !isNonNullType(type) && choices.chance(5);
      values.push([
        name,
        isNull ? null : asJson(makeValue(choices, { known: this.known, wrongOneIn }, { ...wanted, type })),
      ]);
    }
    if (choices.chance(15)) values.push(['notDeclared', 1]);
    return Object.fromEntries(values);
  }
}
