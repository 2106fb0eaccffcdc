// Each pair of vocabularies that can stand on one record, or on two that are tied, is decided: in the table of combinations or as allowed.
import { expect, test } from '@jest/globals';
import { type Combination } from '../../src/domain/combinations/combination.ts';
import { combinations } from '../../src/domain/combinations/combinations.ts';
import { datamodel, type DatamodelModel } from '../../src/model/generated/datamodel.ts';
import { allowedPairs } from './allowedPairs.ts';

const modelOf = (name: string) => datamodel.models.find((one) => one.name === name);

/** The vocabularies of a record; how fine a date is, and which status gave it, the loader finds itself. */
const vocabularies = (model: DatamodelModel | undefined) =>
  (model?.fields ?? [])
    .filter(({ kind, type, name }) => kind === 'enum' && type !== 'DatePrecision' && name !== 'dateOf')
    .map(({ name }) => name);

/** The relations of a record that its own table holds, and one end of those that a table of pairs holds. */
function relationsOf(model: DatamodelModel) {
  return model.fields.filter(({ type, isList, relationName, relationFromFields }) => {
    const back = modelOf(type)?.fields.find((one) => one.relationName === relationName && one.type === model.name);
    return relationFromFields !== undefined || (isList && back?.isList === true && model.name < type);
  });
}

/** Every pair, as `LegalParty: disposition × legalAction.kind`. */
const all = datamodel.models.flatMap((model) => {
  const own = vocabularies(model);
  const within = own.flatMap((field, index) => own.slice(index + 1).map((other) => [field, other] as const));
  const across = relationsOf(model).flatMap(({ name, type }) =>
    vocabularies(modelOf(type)).flatMap((other) => own.map((field) => [field, `${name}.${other}`] as const)),
  );
  return [...within, ...across].map(([field, other]) => ({ type: model.name, field, other }));
});

/** What the table calls `owner` is one of these relations. */
const owners = ['from', 'legalAction', 'event', 'participation', 'statement', 'actor'];

function isInTable(one: Combination, { type, field, other }: (typeof all)[number]): boolean {
  const named = (path: string) => path.replace(/^owner\b/, '(owner)');
  const fields = [...Object.keys(one.when), one.field].map(named);
  const matches = (path: string) =>
    fields.some(
      (name) =>
        name === path ||
        (name.startsWith('(owner)') && owners.some((owner) => name.replace('(owner)', owner) === path)),
    );
  const isOwnerItself = one.field === 'owner' && owners.includes(other.split('.')[0] ?? '');
  return one.type === type && matches(field) && (matches(other) || isOwnerItself);
}

const pattern = (text: string) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\*/g, '[A-Za-z.]+')}$`);
const isAllowed = ({ type, field, other }: (typeof all)[number]) =>
  allowedPairs.some(
    ([of, pairs]) =>
      (of === '*' || of === type) &&
      pairs.some((pair) => pattern(pair).test(`${field} × ${other}`) || pattern(pair).test(`${other} × ${field}`)),
  );

test('each pair of vocabularies is refused, warned of or allowed', () => {
  const open = all.filter((pair) => !combinations.some((one) => isInTable(one, pair)) && !isAllowed(pair));
  expect(
    open.map(
      ({ type, field, other }) =>
        `${type}: ${field} × ${other} is not decided: add a row in src/domain/combinations, or a reason in test/cases/allowedPairs.ts`,
    ),
  ).toEqual([]);
});

test('no reason is left over', () => {
  const unused = allowedPairs.flatMap(([of, pairs]) =>
    pairs
      .filter(
        (pair) =>
          !all.some(
            ({ type, field, other }) =>
              (of === '*' || of === type) &&
              (pattern(pair).test(`${field} × ${other}`) || pattern(pair).test(`${other} × ${field}`)),
          ),
      )
      .map((pair) => `${of}: ${pair}`),
  );
  expect(unused).toEqual([]);
});
