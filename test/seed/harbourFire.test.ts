// The invented case of examples/harbour-fire, which shows what a case file can say.
import { beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFolders } from '../../seed/checkCommand.ts';
import { readFiles } from '../../src/cases/reading/files.ts';
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

test('--check finds nothing wrong: all of its two texts is cited, quoted as it is, and not copied', async () => {
  const texts = ['varn-agency', 'varn-courier'].map((slug) => [slug, join(folder, 'texts', `${slug}.txt`)] as const);
  const { lines, ...found } = await checkFolders([folder], new Map(texts));
  expect(found).toEqual({ problems: [], doubts: [], ofFolders: [], incomplete: [] });
  expect(lines.slice(1)).toEqual([
    "document 'varn-agency': passages cited: 17 of 17",
    "document 'varn-courier': passages cited: 17 of 17",
    "document 'varn-agency': the passages hold all of its text",
    "document 'varn-courier': the passages hold all of its text",
  ]);
});

test('an alias leads to all who bear it, and to what each is said to have done', async () => {
  const query = `{ actors(filter: { names: { value: { contains: "ferryman" } } }) { nodes {
    slug
    participations { nodes { role standing } }
    claimsMentioning { nodes { slug standing positions { nodes { stance standing statement { slug } } } } }
  } } }`;
  const noRole = { participations: { nodes: [] } };
  const isTheBroker = (who: string, ...positions: readonly (readonly [string, string, string])[]) => {
    const nodes = positions.map(([stance, standing, slug]) => ({ stance, standing, statement: { slug } }));
    return { nodes: [{ slug: `${who}-is-the-broker`, standing: 'ALLEGED', positions: { nodes } }] };
  };
  const [testimony, email] = ['testimony-of-lena-ost', 'e-mail-of-pavel-marov'] as const;
  expect(await told(query)).toEqual({
    actors: {
      nodes: [
        {
          ...{ slug: 'lena-ost', ...noRole },
          claimsMentioning: isTheBroker('lena-ost', ['AFFIRMS', 'REPORTED', email], ['DENIES', 'INFERRED', testimony]),
        },
        {
          ...{ slug: 'pavel-marov', ...noRole },
          claimsMentioning: isTheBroker('pavel-marov', ['AFFIRMS', 'REPORTED', testimony]),
        },
        {
          slug: 'the-ferryman',
          participations: {
            nodes: ['INTERMEDIARY', 'ORGANISER', 'RECRUITER'].map((role) => ({ role, standing: 'ALLEGED' })),
          },
          claimsMentioning: { nodes: [] },
        },
      ],
    },
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
  const court = { actor: { slug: 'court-in-varn' }, disposition: null, standing: 'REPORTED' };
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
      statuses: [{ status: 'ORDERED', date: { edtf: '[..2021-05-14]' } }],
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

test('which document is a copy of which, so that two prints are one source', async () => {
  const publishers = 'publisherActor { name }';
  const query = `{ documents { nodes { slug ${publishers} derivedFrom { kind standing to { slug ${publishers} } } } } }`;
  const [agency, courier] = ['Northern Wire', 'Varn Courier'].map((name) => ({ publisherActor: { name } }));
  expect(await told(query)).toEqual({
    documents: {
      nodes: [
        { slug: 'varn-agency', ...agency, derivedFrom: [] },
        {
          slug: 'varn-courier',
          ...courier,
          derivedFrom: [{ kind: 'COPY', standing: 'REPORTED', to: { slug: 'varn-agency', ...agency } }],
        },
      ],
    },
  });
});

test('docs/coding.md shows lines of it as they are', async () => {
  const page = await readFile(join(projectFolder, 'docs', 'coding.md'), 'utf8');
  const shown = /^## A worked example$[^]*?^```yaml$([^]*?)^```$/m.exec(page)?.[1] ?? '';
  const { files } = await readFiles(folder);
  const lines = (text: string) => text.split('\n').map((line) => line.trim());
  const known = new Set([...files.values()].flatMap((file) => lines(Buffer.from(file).toString())));
  const quoted = lines(shown).filter((line) => line !== '' && !line.startsWith('#'));
  expect(quoted.length).toBeGreaterThan(10);
  expect(quoted.filter((line) => !known.has(line))).toEqual([]);
});
