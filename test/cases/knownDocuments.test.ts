// A document that is only known of: without text and passages, as where another one comes from.
import { beforeAll, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { fillText } from '../../src/cases/storing/storeText.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { describeMistakes, original } from './mistakes.ts';
import { query } from './rows.ts';

const database = useDatabase('tables');
const fire = caseFolder('harbour-fire');
const link = '{ kind: COPY, to: agency-report, citations: [{ passage: 8, fidelity: PARAPHRASED, standing: ALLEGED }] }';
const head = '    codePoints: 241\n';
const whole = /slug: harbour-fire-report[^]*?codePoints: 241\n/.exec(original)?.[0] ?? '';
const agency = '  - { slug: agency-report, title: A report of an agency, kind: ARTICLE }\n\nplaces:\n';

beforeAll(async () => {
  fire.change(head, `${head}    publisherActor: port-authority\n    derivedFrom: [${link}]\n`);
  fire.change('\nplaces:\n', agency);
  await loadCases(database.url, { folders: [fire.folder], progress: silent });
});

test('is loaded without a text; citations that name no document are of the one with passages', async () => {
  const documents = `select d.slug, sha256 is null as "isKnownOf", a.slug as publisher from "Document" d
    left join "Actor" a on a.id = "publisherActorId" order by d.slug`;
  expect(await query(database.url, documents)).toEqual([
    { slug: 'agency-report', isKnownOf: true, publisher: null },
    { slug: 'harbour-fire-report', isKnownOf: false, publisher: 'port-authority' },
  ]);
  const links = `select l.kind, l.standing, t.slug as to from "DocumentLink" l join "Document" t on t.id = l."toId"`;
  expect(await query(database.url, links)).toEqual([{ kind: 'COPY', standing: 'ALLEGED', to: 'agency-report' }]);
});

test('has no text to fill in', async () => {
  await expect(fillText(database.url, 'agency-report', fire.folder)).rejects.toThrow(
    "document 'agency-report' is only known of, it has no text",
  );
});

describeMistakes({
  'half of a text': [
    [
      whole,
      whole.replace('slug', '▸slug').replace(head, ''),
      "document 'harbour-fire-report' has no codePoints: add it",
    ],
    [
      '\nplaces:\n',
      agency.replace('{ slug', '▸{ slug').replace(' }', ', codePoints: 9 }'),
      "document 'agency-report' has no sha256: add it",
    ],
  ],
  'a document made from a later one': [
    [
      '\nplaces:\n',
      `    published: '2018-07-02'\n    derivedFrom: [${link.replace('COPY', '▸COPY')}]\n${agency.replace(' }', ", published: '2019' }")}`,
      "COPY puts 'agency-report' (2019) before 'harbour-fire-report' (2018-07-02), and their dates say the opposite: correct a date, or turn or remove the link",
    ],
  ],
  'a document made from itself': [
    [
      head,
      `${head}    derivedFrom: [${link.replace('agency-report', '▸harbour-fire-report')}]\n`,
      "'harbour-fire-report' is linked to itself: correct the slug, or remove the link",
    ],
  ],
});
