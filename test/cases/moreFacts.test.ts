// What a case file says that has no direction, no bounds, or belongs to one party or one name, and what the API tells of it.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { ask } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { useTestApi } from '../support/testApi.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { problemsOf, problemsWith } from './mistakes.ts';

const cited = 'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]';
const related = (to: string) => `{ kind: RELATED_TO, to: ${to}, ${cited} }`;
const counts = '{ kind: CHARGE_COUNTS, lower: 2, citations';

const database = useDatabase('tables');
const server = useTestApi(database);
const fire = caseFolder('harbour-fire');

beforeAll(async () => {
  fire.change(
    '    place: old-port\n    names:',
    `    place: old-port\n    links: [${related('police-search')}]\n    names:`,
  );
  fire.change('parties: [{ actor: jane-doe,', `parties: [{ actor: jane-doe, offences: [arson], legalBases: [s. 1],`);
  fire.change(counts, `{ kind: SENTENCE, unit: LIFE, verbatim: for life, citations`);
  fire.change('value: Ms Doe, kind: VARIANT', 'value: جین دو, kind: VARIANT, lang: fa-arab');
  fire.change('status: ANNOUNCED, date', 'status: DISMISSED, date');
  fire.change('medium: STATEMENT\n    date', 'medium: CALL\n    date');
  fire.change('{ actor: onlookers, role: ATTENDEE', '{ actor: onlookers, role: ORGANISER');
  await loadCases(database.url, { folders: [fire.folder], progress: silent });
});

const told = async (operation: string) => (await ask(server.url, operation)).data;

describe('a link without direction', () => {
  test('starts at the event whose slug comes first, wherever the file has it', async () => {
    const ends = 'links { kind to { slug } } incomingLinks(first: 5) { nodes { kind from { slug } } }';
    const { search, fire: burning } = (await told(
      `{ search: event(slug: "police-search") { ${ends} } fire: event(slug: "warehouse-fire") { ${ends} } }`,
    )) as Record<string, object>;
    expect(search).toEqual({
      links: [
        { kind: 'RESPONDS_TO', to: { slug: 'warehouse-fire' } },
        { kind: 'RELATED_TO', to: { slug: 'warehouse-fire' } },
      ],
      incomingLinks: { nodes: [] },
    });
    expect(burning).toMatchObject({ links: [] });
  });

  test('is one, from whichever end it is written, unless they are really two', async () => {
    const here = `    parent: warehouse-fire\n    links: [${related('warehouse-fire')}, `;
    const both = (key: string) => fire.text().replace('    parent: warehouse-fire\n    links: [', here + key);
    expect(await problemsOf({ 'case.yaml': both('') })).toEqual([
      expect.stringMatching(
        /^case\.yaml:88:13: 'police-search' and 'warehouse-fire' are RELATED_TO each other twice \(first at harbour-fire\/case\.yaml:65\), for that has no direction: remove one, or if they are really two, tell them apart with `key: any-word`$/,
      ),
    ]);
    expect(await problemsOf({ 'case.yaml': both('').replace('to: police-search', '$&, key: other') })).toEqual([]);
  });
});

test('a sentence for life has no bounds', async () => {
  const { legalAction } = (await told(
    '{ legalAction(slug: "doe-charge") { measures { kind lower upper unit verbatim } } }',
  )) as { legalAction: object };
  expect(legalAction).toEqual({
    measures: [{ kind: 'SENTENCE', lower: null, upper: null, unit: 'LIFE', verbatim: 'for life' }],
  });
});

test('offences and legal bases may be those of one party', async () => {
  const { legalAction } = (await told(
    '{ legalAction(slug: "doe-charge") { offences legalBases parties { offences legalBases } } }',
  )) as { legalAction: object };
  expect(legalAction).toEqual({
    ...{ offences: ['negligence', 'arson, "aggravated"'], legalBases: [] },
    parties: [{ offences: ['arson'], legalBases: ['s. 1'] }],
  });
});

test('a name has its own language or none, never that of its document', async () => {
  const data = await told(`{
    actor(slug: "jane-doe") { names { value lang } }
    actors(filter: { names: { lang: { contains: "fa-" } } }) { nodes { slug } } }`);
  expect(data).toEqual({
    actor: {
      names: [
        { value: 'Jane Doe', lang: null },
        { value: 'جین دو', lang: 'fa-Arab' },
      ],
    },
    actors: { nodes: [{ slug: 'jane-doe' }] },
  });
});

test('an action that was dismissed has the date of what was done before', async () => {
  const { legalAction } = (await told(
    '{ legalAction(slug: "doe-charge") { date { edtf } dateOf statuses { status } } }',
  )) as { legalAction: object };
  expect(legalAction).toEqual({
    ...{ date: { edtf: '2018-07' }, dateOf: 'FILED' },
    statuses: [{ status: 'DISMISSED' }, { status: 'FILED' }],
  });
});

test('what has the new values is found by them', async () => {
  const data = await told(`{
    statements(filter: { medium: { in: [CALL, EMAIL] } }) { nodes { slug } }
    events(filter: { participations: { role: { in: [ORGANISER, RECRUITER, FACILITATOR, INTERMEDIARY] } } }) { nodes { slug } }
    legalActions(filter: { statuses: { status: { in: [DISMISSED] } } }) { nodes { slug } } }`);
  expect(data).toEqual({
    statements: { nodes: [{ slug: 'mayor-statement' }] },
    events: { nodes: [{ slug: 'warehouse-fire' }] },
    legalActions: { nodes: [{ slug: 'doe-charge' }] },
  });
});

test.each([
  ['SENTENCE, unit: LIFE, lower: 20', 'lower is not for a sentence with the unit LIFE: remove it'],
  ['SENTENCE, unit: LIFE, upper: 20', 'upper is not for a sentence with the unit LIFE: remove it'],
  ['SENTENCE, unit: Y', 'has neither lower nor upper: give at least one'],
  ['SENTENCE, lower: 1, unit: lifelong', "unit 'lifelong' is not a unit of a sentence: did you mean LIFE?"],
  ['CHARGE_COUNTS, lower: 1, unit: LIFE', 'unit LIFE is for a SENTENCE: write what is counted, as in people'],
])('a measure of %s is refused', async (measure, message) => {
  const [problem, ...others] = await problemsWith(counts, `{ kind: ${measure}, citations`);
  expect(problem).toContain(message);
  expect(others).toEqual([]);
});
