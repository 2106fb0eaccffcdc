// The invented case of examples/harbour-fire, which shows what a case file can say.
import { beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { checkWording } from '../../seed/wording.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { projectFolder } from '../../src/config.ts';
import { silent } from '../cases/caseFolders.ts';
import { ask } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { useTestApi } from '../support/testApi.ts';

const folder = join(projectFolder, 'examples', 'harbour-fire');
const database = useDatabase('tables');
const server = useTestApi(database);
beforeAll(() => loadCases(database.url, { folders: [folder], progress: silent }));

const told = async (operation: string) => (await ask(server.url, operation)).data;

test('it says in its title that it is invented, and so do its documents', async () => {
  const { cases, documents } = (await told('{ cases { nodes { title } } documents { nodes { title } } }')) as Record<
    string,
    { nodes: { title: string }[] }
  >;
  const titles = [...(cases?.nodes ?? []), ...(documents?.nodes ?? [])].map(({ title }) => title);
  expect(titles).toHaveLength(3);
  for (const title of titles) expect(title).toContain('invented');
});

test('it quotes its two texts as they are, and copies nothing else', async () => {
  const texts = ['varn-agency', 'varn-courier'].map(
    (slug) => [slug, join(projectFolder, 'examples', 'texts', `${slug}.txt`)] as const,
  );
  expect(await checkWording([folder], new Map(texts))).toEqual([]);
});

test('an alias leads to all who bear it, and joins nobody', async () => {
  const bearers = '{ actors(filter: { names: { value: { contains: "ferryman" } } }) { nodes { slug } } }';
  expect(await told(bearers)).toEqual({
    actors: { nodes: [{ slug: 'lena-ost' }, { slug: 'pavel-marov' }, { slug: 'the-ferryman' }] },
  });
});

test.each([
  ['Маров', 'ilya-marov'],
  ['الخطيب', 'omar-al-khatib'],
  ['陈伟', 'chen-wei'],
])('%s is found in its own script', async (name, slug) => {
  const query = `{ actors(filter: { names: { value: { contains: "${name}" } } }) { nodes { slug } } }`;
  expect(await told(query)).toEqual({ actors: { nodes: [{ slug }] } });
});

test('who was convicted, who was acquitted, and of whom a charge was dismissed', async () => {
  const query = `{ legalActions(orderBy: { field: TITLE }) { nodes {
    slug parties { actor { slug } disposition standing }
    statuses { status date { edtf } } measures { kind unit lower upper }
  } } }`;
  const { legalActions } = (await told(query)) as { legalActions: { nodes: Record<string, unknown>[] } };
  const court = { actor: { slug: 'regional-court-of-varn' }, disposition: null, standing: 'REPORTED' };
  const [chen, marov] = ['chen-wei', 'ilya-marov'].map((slug) => ({ slug }));
  expect(legalActions.nodes).toEqual([
    {
      slug: 'acquittal-of-chen-wei',
      parties: [{ actor: chen, disposition: 'NOT_GUILTY', standing: 'ADJUDICATED' }],
      statuses: [{ status: 'ORDERED', date: null }],
      measures: [],
    },
    {
      slug: 'charge-against-chen-wei',
      parties: [{ actor: chen, disposition: null, standing: 'CHARGED' }],
      statuses: [
        { status: 'FILED', date: { edtf: '[..2020-01]' } },
        { status: 'DISMISSED', date: { edtf: '2020-01' } },
      ],
      measures: [],
    },
    {
      slug: 'sentence-of-ilya-marov',
      parties: [court, { actor: marov, disposition: null, standing: 'REPORTED' }],
      statuses: [{ status: 'ORDERED', date: null }],
      measures: [{ kind: 'SENTENCE', unit: 'LIFE', lower: null, upper: null }],
    },
    {
      slug: 'verdict-on-ilya-marov',
      parties: [court, { actor: marov, disposition: 'GUILTY', standing: 'ADJUDICATED' }],
      statuses: [{ status: 'ORDERED', date: { edtf: '2021-05-12' } }],
      measures: [],
    },
  ]);
});

test('which document was made from which', async () => {
  expect(
    await told('{ documents { nodes { slug derivedFrom { kind standing to { slug publisherActor { name } } } } } }'),
  ).toEqual({
    documents: {
      nodes: [
        { slug: 'varn-agency', derivedFrom: [] },
        {
          slug: 'varn-courier',
          derivedFrom: [
            {
              kind: 'EXCERPT',
              standing: 'REPORTED',
              to: { slug: 'varn-agency', publisherActor: { name: 'Northern Wire' } },
            },
          ],
        },
      ],
    },
  });
});
