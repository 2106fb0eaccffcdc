// What stands in the columns of synthetic rows that are no keys: every enum value, every form of date, and nulls where they may be.
import { datamodel, type DatamodelField, type DatamodelModel } from '../../src/model/generated/datamodel.ts';
import { parseDate } from '../../src/domain/dates.ts';

type Row = Record<string, unknown>;

/** Every form of a date: a day, none, the same day again, open at the start and at the end, qualified, coarse. */
const dates = [
  '2018-06-30',
  null,
  '2018-06-30',
  '../2018-07-01',
  '2018-06-30~',
  '2018-07-02/..',
  '[2008-09..2008-12]',
  '197X',
  '1992',
  '2018-06-28/2018-07-02',
];

/** The models whose standing may be any; of all others it is REPORTED or ALLEGED. */
const anyStanding = ['Participation', 'LegalParty', 'Claim', 'Citation'];

function standing(model: string, index: number): string {
  return anyStanding.includes(model) ? enumValue('Standing', index) : enumValue('Standing', index % 2);
}

function enumValue(name: string, index: number): string {
  const values = datamodel.enums.find((e) => e.name === name)?.values ?? [];
  return values[index % values.length]?.name as string;
}

/** The columns `<name>Edtf`, `<name>Earliest` … of one date. */
function dateColumns(name: string, edtf: string | null | undefined): Row {
  const date = edtf ? parseDate(edtf) : undefined;
  return {
    [`${name}Edtf`]: date?.edtf ?? null,
    [`${name}Earliest`]: date?.earliest ?? null,
    [`${name}Latest`]: date?.latest ?? null,
    [`${name}Precision`]: date?.precision ?? null,
    [`${name}Qualified`]: date?.qualified ?? null,
    [`${name}Verbatim`]: date ? `around ${date.edtf}` : null,
  };
}

function scalar(model: string, field: DatamodelField, index: number): unknown {
  if (field.isList) return [`${field.name} ${index}`, `${field.name} ${index + 1}`];
  if (!field.isRequired && field.name !== 'label' && index % 4 === 3) return null;
  switch (field.type) {
    case 'String':
      // Two records of one name or title each: ties in every order.
      return `${field.name} of ${model} ${/^(name|title)$/.test(field.name) ? index >> 1 : index}`;
    case 'Boolean':
      return index % 2 === 0;
    case 'DateTime':
      return '2018-07-10T12:00:00.000Z';
    case 'Json':
      return {};
    default:
      return index + 1;
  }
}

/** The kinds of legal action that decide, and the standings that carry what they decide. */
export const deciding = ['VERDICT', 'PLEA', 'JUDGMENT', 'SETTLEMENT'];
const ends = (standing: string) => ['REPORTED', 'ADMITTED', 'ADJUDICATED'].includes(standing);

/** What the CHECKs ask of some columns, and what makes a record worth looking at. */
const special: Record<string, (index: number) => Row> = {
  Agreement: (index) => ({ kappa: index % 3 === 2 ? null : index / 1000 }),
  Coverage: (index) => ({ passages: index + 1, cited: index }),
  Actor: (index) => ({
    size: index % 5 === 3 ? index : null,
    ...(index % 5 !== 0 && { reportedAge: null, ...dateColumns('reportedAgeDate', null) }),
    ...(index % 5 === 0 && { reportedAge: 40 }),
  }),
  LegalParty: (index) => {
    // Those of even numbers may end somehow, where their action decides.
    const standing = index % 2 === 0 ? 'REPORTED' : enumValue('Standing', index);
    return { standing, disposition: ends(standing) ? enumValue('Disposition', index >> 1) : null };
  },
  LegalAction: (index) => ({
    kind: index % 2 === 0 ? deciding[(index >> 1) % deciding.length] : enumValue('LegalActionKind', index),
    dateOf: dates[index % dates.length] ? enumValue('LegalStatusKind', index) : null,
  }),
  Measure: (index) => ({ lower: index % 3 === 1 ? null : index, upper: index % 3 === 2 ? null : index + 0.5 }),
  Participation: (index) => {
    const role = enumValue('ParticipationRole', index);
    return { role, standing: role === 'PERPETRATOR' ? 'REPORTED' : enumValue('Standing', index) };
  },
  Passage: (index) => ({ start: 10 * index, end: 10 * index + 9 }),
  Place: (index) => ({ country: ['FR', 'BE', null][index % 3] }),
  // In no step with the subjects, which take turns.
  Citation: (index) => {
    const standing = enumValue('Standing', index);
    const field = index % 5 === 3 ? null : `field of Citation ${index}`;
    return { standing, note: 'A remark.', field, ...(standing === 'INFERRED' && { fidelity: 'INFERRED' }) };
  },
};

/** The columns of row `index` of a model that are neither its id nor foreign keys. */
export function rowValues(model: DatamodelModel, index: number): Row {
  const row: Row = {};
  const keys = model.fields.flatMap((field) => field.relationFromFields ?? []);
  const dated = model.fields.flatMap(({ name }) => (name.endsWith('Edtf') ? [name.slice(0, -'Edtf'.length)] : []));
  for (const field of model.fields) {
    const { name, kind } = field;
    const ofDate = dated.some((prefix) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)));
    if (kind === 'object' || field.isId || keys.includes(name) || ofDate) continue;
    if (name === 'standing') row[name] = standing(model.name, index);
    else if (kind === 'enum') row[name] = enumValue(field.type, index);
    else row[name] = scalar(model.name, field, index);
  }
  if ('slug' in row) row['slug'] = slugOf(model.name, index);
  dated.forEach((name, nth) => Object.assign(row, dateColumns(name, dates[(index + nth) % dates.length])));
  return { ...row, ...special[model.name]?.(index) };
}

/** The slug of row `index` of a model. */
export const slugOf = (model: string, index: number) =>
  `${model.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}-${index}`;
