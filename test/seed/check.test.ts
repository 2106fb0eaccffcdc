import { describe, expect, test } from '@jest/globals';
import { checkCases } from '../../seed/check/check.ts';
import { printProblems } from '../../seed/problems.ts';
import { readCase } from '../../seed/read.ts';
import { caseFolder } from './caseFolders.ts';

const encoder = new TextEncoder();

/** Everything that is wrong with case files, without the folder's name. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const contents = new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));
  const { source, problems } = await readCase('harbour-fire', contents);
  const found = printProblems([...problems, ...checkCases([source], []).problems]);
  return found.map((line) => line.replace(/^harbour-fire\//, ''));
}

const original = caseFolder('harbour-fire').text();

/**
 * The case with its one occurrence of `from` replaced, and the line and column of ▸ in `to`, where the problem stands.
 */
function broken(from: string, to: string): { text: string; place: string } {
  const parts = original.split(from);
  if (parts.length !== 2) throw new Error(`'${from}' occurs ${parts.length - 1} times`);
  const marked = parts.join(to);
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  const place = `case.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return { text: marked.replace('▸', ''), place };
}

const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';
const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';

/** What is replaced, by what (the problem stands at ▸), and the message. */
const mistakes: Record<string, [from: string, to: string, message: string][]> = {
  fields: [
    ['outcome: COMPLETED\n    date', '▸outcom: COMPLETED\n    outcome: COMPLETED\n    date', "unknown field 'outcom': did you mean 'outcome'?"],
    ['places:\n', '▸place: []\nplaces:\n', "unknown field 'place': did you mean 'places'?"],
    ['{ event: warehouse-fire }\n    holds', '{ ▸evnt: warehouse-fire }\n    holds', "unknown field 'evnt': remove it"],
    ['  - slug: police-search\n    title: Search by the police\n', '  - ▸slug: police-search\n', 'event without title: add it'],
    ['kind: ACCIDENT', 'kind: ▸ACIDENT', "kind 'ACIDENT' is not known: did you mean 'ACCIDENT'? (one of GATHERING, ATTACK, KILLING, STOP, SUMMONS, NAMING, VISIT, TRAVEL, POLITICAL_CHANGE, FOUNDING, SPLIT, DECLARATION, ACCIDENT, TRANSACTION, OTHER)"],
    ['title: Search by the police', 'title: ▸1992', 'title must be a text: put it in quotes'],
    ['title: Search by the police', 'title: ▸"half \\ud800"', 'title holds a NUL character or half of a surrogate pair: remove it'],
    ['title: Search by the police', 'title: ▸"a\\0b"', 'title holds a NUL character or half of a surrogate pair: remove it'],
    ['slug: police-search\n', 'slug: ▸Police search\n', "slug 'Police search' is no slug: lower-case letters a to z and digits, in words joined by hyphens"],
    ['reportedAge: 44', 'reportedAge: ▸44.5', 'reportedAge must be a whole number from 0 to 2147483647'],
    ['approximate: true, unit: people, citations', 'approximate: ▸about, unit: people, citations', 'approximate must be true or false'],
    ['speakers: [jane-doe]', 'speakers: ▸jane-doe', 'speakers must be a list: [a, b]'],
    ['country: FR, kind: SITE', 'country: ▸SU, kind: SITE', "country 'SU' is no country of ISO 3166-1 alpha-2: write for instance FR"],
    ['kind: ACCIDENT', 'kind: ▸OTHER', "kind OTHER needs a label, the source's own word: add `label:`"],
  ],
  dates: [
    ["edtf: '2018-06-30', verbatim", "edtf: ▸'2018-06-31', verbatim", "date.edtf '2018-06-31': there is no such day in the calendar"],
    ["date: '2018-07-02'", "date: ▸'{2018}'", "date '{2018}': a set of several dates {…} is not taken: make a record of each date"],
    ["by: '2019'", 'by: { edtf: 2019, ▸verbatm: in 2019 }', "unknown field 'verbatm': remove it"],
    ['verbatim: on June 30', `verbatim: ▸${long}`, "date.verbatim has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment"],
  ],
  words: [
    ['quote: "Police found 20 litres of petrol."', `quote: ▸${long}`, "quote has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment"],
    ['verbatim: Some 300 people', `verbatim: ▸${long}`, "verbatim has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment"],
  ],
  passages: [
    ['start: 57, end: 96', 'start: ▸55, end: 96', 'passage 3 starts at 55, within passage 2 (which ends at 56): passages must not overlap, correct the offsets'],
    ['start: 210, end: 240', 'start: 210, end: ▸242', "passage 8 ends at 242, beyond the document's 241 code points: correct the one or the other"],
    ['start: 97, end: 130', 'start: 97, end: ▸97', 'passage 4 ends (97) where it starts (97) or before: correct the offsets'],
    ['number: 8, paragraph: 4', 'number: ▸7, paragraph: 4', 'passage 7 stands here twice (first at harbour-fire/case.yaml:18): number the passages anew'],
    ['number: 8, paragraph: 4', 'number: 8, paragraph: ▸2', 'passage 8 is in paragraph 2, before that of the passage above (3): correct one of them'],
  ],
  'records that stand twice': [
    ['slug: fire-was-an-accident', 'slug: ▸fire-was-arson', "claim 'fire-was-arson' stands here twice (first at harbour-fire/case.yaml:115): make one of the two, or give one another slug"],
    ['{ actor: onlookers, role: ATTENDEE, citations', `{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED }] }\n      - { actor: ▸onlookers, role: ATTENDEE, citations`, "'onlookers' is a party twice as ATTENDEE (first at harbour-fire/case.yaml:73): remove one, or if they are really two, tell them apart with `key: any-word`"],
    ['speakers: [mayor, port-authority]', 'speakers: [mayor, port-authority, ▸mayor]', "'mayor' is listed twice in speakers: remove one"],
    ["{ value: Ms Doe, kind: VARIANT, citations", `{ value: Ms Doe, kind: VARIANT, ${cited} }\n      - ▸{ value: Ms Doe, kind: VARIANT, citations`, "name 'VARIANT Ms Doe' of actor 'jane-doe' stands here twice (first at harbour-fire/case.yaml:33): remove one, or if they are really two, tell them apart with `key: any-word`"],
    ['      - { passage: 2, fidelity: PARAPHRASED, standing: REPORTED }\n', '      - { passage: 2, fidelity: PARAPHRASED, standing: REPORTED }\n      - { passage: ▸2, fidelity: QUOTED, standing: REPORTED }\n', 'passage 2 is cited twice for the same (first at harbour-fire/case.yaml:79): remove one, or if they are really two, tell them apart with `key: any-word`'],
  ],
  references: [
    ['place: old-port', 'place: ▸old-prot', "unknown place 'old-prot': did you mean 'old-port'?"],
    ['speakers: [mayor, port-authority]', 'speakers: [mayor, ▸harbour-company-of-the-north]', "unknown actor 'harbour-company-of-the-north': declare it, or correct the slug"],
    ['legalActions: [doe-charge]', 'legalActions: [▸doe-charges]', "unknown legal action 'doe-charges': did you mean 'doe-charge'?"],
    ['{ event: warehouse-fire }\n    holds', '{ event: ▸warehouse }\n    holds', "unknown event 'warehouse': did you mean 'warehouse-fire'?"],
    ['{ event: warehouse-fire }\n    holds', '▸{ event: warehouse-fire, actor: mayor }\n    holds', 'subject must name exactly one of event, legalAction and actor'],
    ['{ passage: 8, fidelity: INFERRED', '{ passage: ▸9, fidelity: INFERRED', "document 'harbour-fire-report' has no passage 9: correct the number, or add the passage to the document"],
    ['{ passage: 8, fidelity: INFERRED', '{ document: ▸harbour-fire, passage: 8, fidelity: INFERRED', "unknown document 'harbour-fire': did you mean 'harbour-fire-report'?"],
    ['kind: RESPONDS_TO, to: warehouse-fire', 'kind: RESPONDS_TO, to: ▸police-search', "'police-search' is linked to itself: correct the slug, or remove the link"],
    ["the town of the harbour, country: FR", 'the town of the harbour, country: FR, parent: ▸marseille', 'parent leads back to the record itself (marseille → marseille): correct one of them'],
  ],
  citations: [
    ['    reportedIn: mayor-statement\n', '    reportedIn: mayor-statement\n    ▸citation: []\n', "unknown field 'citation': did you mean 'citations'?"],
    ['parties: [{ actor: jane-doe, role: SUBJECT, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]', 'parties: [▸{ actor: jane-doe, role: SUBJECT }]', "legal party 'jane-doe SUBJECT' of legal action 'doe-charge' has no citation: add `citations: [{ passage: …, fidelity: …, standing: … }]`"],
    ['citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]', 'citations: ▸[{ passage: 4, relation: CONTEXT, fidelity: PARAPHRASED, standing: REPORTED }]', "event 'police-search' has no citation that SUPPORTS it: cite the passage that says it"],
    ['field: date, note: The year is that of the statement.', 'field: ▸dat, note: The year is that of the statement.', "Event has no field 'dat': did you mean 'date'?"],
    ['- { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }', '- ▸{ passage: 8, fidelity: INFERRED, standing: REPORTED, field: date }', 'an INFERRED citation needs a note that says from what: add `note:`'],
    ['- { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }', '- ▸{ passage: 8, relation: CONTRADICTS, fidelity: QUOTED, standing: REPORTED }', 'a CONTRADICTS citation needs a note that says what the passage says instead: add `note:`'],
    ['citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }]', 'citations: [{ passage: 5, fidelity: QUOTED, standing: ▸DISPROVEN }]', 'a passage that takes back or disproves does not support: write relation CONTRADICTS with DISPROVEN'],
  ],
  standing: [
    ['slug: police-search\n', 'slug: police-search\n    standing: ▸ALLEGED\n', "event 'police-search' is ALLEGED while the citations that support it say REPORTED: correct the one or the other"],
    ['slug: fire-was-arson\n    text', 'slug: fire-was-arson\n    standing: ▸DISPROVEN\n    text', "claim 'fire-was-arson' is DISPROVEN without a CONTRADICTS citation of that standing: cite the passage, or correct the standing"],
    ['role: SUBJECT, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]\n    statuses', 'role: SUBJECT, standing: ▸ADJUDICATED, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]\n    statuses', "legal party 'jane-doe SUBJECT' of legal action 'doe-charge' is ADJUDICATED while the citations that support it say CHARGED: correct the one or the other"],
    ['{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED', '{ actor: onlookers, role: ▸PERPETRATOR, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: ALLEGED', 'PERPETRATOR needs the standing REPORTED or ADJUDICATED, not ALLEGED: make it a SUSPECT, or a claim that holds the actor responsible'],
  ],
  actors: [
    ['speakers: [jane-doe]', 'speakers: [▸ferry-aurora]', "'ferry-aurora' is an ASSET and never a speaker: name who stands behind it, or correct its kind"],
    ['{ actor: onlookers, role: ATTENDEE', '{ actor: ▸ferry-aurora, role: PERPETRATOR', "'ferry-aurora' is an ASSET and never a perpetrator: name who stands behind it, or correct its kind"],
    ['parties: [{ actor: jane-doe, role: SUBJECT', 'parties: [{ actor: ▸ferry-aurora, role: AUTHORITY', "'ferry-aurora' is an ASSET and never an authority: name who stands behind it, or correct its kind"],
    ['reportedAge: 44', 'reportedAge: 44\n    size: ▸2', 'size is for a GROUP, this is a PERSON: remove it, or write a measure'],
    ['size: 300', 'size: 300\n    reportedAge: ▸30', 'reportedAge is for a PERSON, this is a GROUP: remove it'],
    ['    reportedAge: 44\n', '    name: ▸the harbour master\n    reportedAge: 44\n', "name is given although 'Jane Doe' is the primary name: remove name"],
    ['kind: VARIANT, citations', 'kind: VARIANT, isPrimary: ▸true, citations', "actor 'jane-doe' has another primary name ('Jane Doe'): keep one"],
  ],
  numbers: [
    ['{ kind: CHARGE_COUNTS, lower: 2, citations', '▸{ kind: CHARGE_COUNTS, citations', "measure 'CHARGE_COUNTS' of legal action 'doe-charge' has neither lower nor upper: give at least one"],
    ['{ kind: CHARGE_COUNTS, lower: 2, citations', '{ kind: CHARGE_COUNTS, lower: ▸2, upper: 1, citations', 'lower 2 is more than upper 1: exchange them'],
    ['offences: [negligence', `offences: ▸[${Array.from({ length: 100 }, (_, index) => `x${index}`).join(', ')}`, 'offences has 101 entries, at most 100 are allowed: divide the record'],
  ],
  'legal actions': [
    ['  - slug: doe-proceeding\n', '  - ▸slug: doe-arrest\n    title: Arrest\n    summary: She was arrested.\n    kind: ARREST\n    citations: [{ passage: 5, fidelity: PARAPHRASED, standing: REPORTED }]\n  - slug: doe-proceeding\n', "legal action 'doe-arrest' has no status: add `statuses:` with at least one"],
  ],
};

test('the case that the tests break is without a mistake', async () => {
  expect(await problemsOf({ 'case.yaml': original })).toEqual([]);
});

describe.each(Object.entries(mistakes))('%s', (_, list) => {
  test.each(list)('%s → %s', async (from, to, message) => {
    const { text, place } = broken(from, to);
    expect(await problemsOf({ 'case.yaml': text })).toContain(`${place}: ${message}`);
  });
});

/** The problems of the case with one part replaced. */
const problemsWith = (from: string, to: string) => problemsOf({ 'case.yaml': broken(from, `${to}▸`).text });

describe('what stands in another place than it is missed', () => {
  test('passages out of order', async () => {
    expect(await problemsWith('number: 1, paragraph: 1', 'number: 9, paragraph: 1')).toContain(
      'case.yaml:13:19: passage 2 stands after passage 9: put the passages in the order of their numbers',
    );
  });

  test('an event that only a charge tells of', async () => {
    expect(
      await problemsWith('    citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]', '    citations: [{ passage: 4, fidelity: PARAPHRASED, standing: CHARGED }]'),
    ).toEqual([
      "case.yaml:81:5: event 'police-search' can't be CHARGED: only participations, legal parties and claims go beyond ALLEGED, write REPORTED or ALLEGED and cite accordingly",
    ]);
  });

  test('citations that disagree', async () => {
    expect(await problemsWith('- { passage: 8, fidelity: INFERRED, standing: REPORTED', '- { passage: 8, fidelity: INFERRED, standing: ALLEGED')).toEqual([
      "case.yaml:58:5: event 'warehouse-fire' needs a standing of its own, for its citations say REPORTED and ALLEGED: add `standing:`",
    ]);
  });

  test('an actor without any name', async () => {
    expect(await problemsWith('    name: the mayor\n', '')).toEqual([
      "case.yaml:41:5: actor 'mayor' has neither a primary name nor a name of its own: mark one of its names with isPrimary, or add `name:` with a description",
    ]);
  });

  test('a document without its hash', async () => {
    expect(await problemsWith('    codePoints: 241\n', '')).toEqual(["case.yaml:5:5: document 'harbour-fire-report' has no codePoints: add it"]);
  });
});

describe('the case as a whole', () => {
  test('tells all that is wrong at once, in the order of the lines', async () => {
    const text = original
      .replace('outcome: COMPLETED', 'outcom: COMPLETED')
      .replace('place: old-port', 'place: old-prot')
      .replace("edtf: '2018-06-30', verbatim", "edtf: '2018-06-31', verbatim")
      .replace('    medium: STATEMENT', '    medium: SPEACH')
      .replace('holdsResponsible: [jane-doe]', 'holdsResponsible: [jane-do]');
    expect((await problemsOf({ 'case.yaml': text })).map((line) => line.replace(/ \(one of .*/, ''))).toEqual([
      'case.yaml:58:5: event without outcome: add it',
      "case.yaml:62:5: unknown field 'outcom': did you mean 'outcome'?",
      "case.yaml:63:19: date.edtf '2018-06-31': there is no such day in the calendar",
      "case.yaml:64:12: unknown place 'old-prot': did you mean 'old-port'?",
      "case.yaml:93:13: medium 'SPEACH' is not known: did you mean 'SPEECH'?",
      "case.yaml:119:24: unknown actor 'jane-do': did you mean 'jane-doe'?",
    ]);
  });

  test('a wrong record can still be referred to', async () => {
    expect(await problemsWith('  - slug: mayor\n    kind: PERSON\n', '  - slug: mayor\n    kind: PRESON\n')).toHaveLength(1);
  });

  test('needs `case`, once', async () => {
    expect(await problemsOf({ 'a.yaml': 'actors: []\n' })).toEqual([
      'a.yaml:1:1: no file of the folder has `case`: add `case: { slug: …, title: …, summary: … }`',
    ]);
    expect(await problemsOf({ 'a.yaml': original, 'b.yaml': 'case: { slug: b, title: B, summary: B. }\n' })).toEqual([
      'b.yaml:1:1: `case` stands in another file too: keep one',
    ]);
  });

  test('needs a `document:` in its citations when it has several', async () => {
    expect(await problemsOf({ 'case.yaml': original, 'more.yaml': 'documents: [{ slug: other, title: O, kind: REPORT, sha256: '.concat('0'.repeat(64), ', codePoints: 1 }]\n') })).toContain(
      'case.yaml:22:100: citation without document: the case has not exactly one document: name it with `document:`',
    );
  });

  test('has no list of more than 100 entries but those that may grow', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED, key: k${index} }`);
    expect(await problemsWith('citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]', `citations: [${many.join(', ')}]`)).toEqual([
      'case.yaml:88:16: citations has 101 entries, at most 100 are allowed: divide the record',
    ]);
    const guests = Array.from({ length: 101 }, (_, index) => `      - { actor: onlookers, role: ATTENDEE, key: k${index}, ${cited} }\n`);
    expect(await problemsWith('    participations:\n', `    participations:\n${guests.join('')}`)).toEqual([]);
  });

  test('does not go round in circles over several records', async () => {
    expect(await problemsWith("date: { edtf: '2018-06-30', verbatim: on June 30 }", 'parent: police-search')).toEqual([
      'case.yaml:63:13: parent leads back to the record itself (warehouse-fire → police-search → warehouse-fire): correct one of them',
      'case.yaml:86:13: parent leads back to the record itself (police-search → warehouse-fire → police-search): correct one of them',
    ]);
  });

  test('takes a year that is not in quotes', async () => {
    expect(await problemsWith("by: '2019'", 'by: 2019')).toEqual([]);
  });
});

describe('a file that is not what it should be', () => {
  const wrong: [what: string, text: string, problem: string][] = [
    ['a key that stands twice', 'case: { slug: a, title: A, summary: B.,\n  title: C }\n', 'a.yaml:2:3: this key stands here twice: keep one of the two'],
    ['broken YAML', 'case: { slug: a\n', 'a.yaml:2:1: not valid YAML: Flow map in block collection must be sufficiently indented and end with a }'],
    ['an alias of nothing', 'case: *nowhere\n', 'a.yaml:1:7: the alias *nowhere has no anchor above it'],
    ['two documents', 'case: { slug: a, title: A, summary: A. }\n---\nactors: []\n', 'a.yaml:2:1: a second YAML document: put it into a file of its own'],
    ['a list', '- a\n', 'a.yaml:1:1: must begin with one of case, documents, places, actors, events, statements, claims, legalActions'],
    ['a record where a list should be', 'actors: { slug: a }\n', 'a.yaml:1:9: actors must be a list: begin each record with a hyphen'],
    ['a text where a record should be', 'actors: [iran]\n', 'a.yaml:1:10: must be a record with slug, kind, name …'],
    ['a prototype', 'actors: [{ slug: a, __proto__: { x: 1 } }]\n', "a.yaml:1:21: unknown field '__proto__': the fields here are slug, kind, name, description, size, reportedAge, reportedAgeDate, standing, names, relationships, measures, citations"],
    ['brackets in brackets', `case: ${'['.repeat(100)}${']'.repeat(100)}\n`, 'a.yaml:1:47: nested more than 40 deep'],
  ];
  test.each(wrong)('%s', async (_, text, problem) => {
    expect(await problemsOf({ 'a.yaml': text })).toContain(problem);
  });

  test('brackets without end', async () => {
    expect((await problemsOf({ 'a.yaml': `case: ${'['.repeat(20_000)}\n` })).join('\n')).toMatch(/^a\.yaml:1:\d+: brackets nested too deep: close them$/);
  });

  test('aliases of aliases', async () => {
    const levels = Array.from({ length: 12 }, (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join(', ')}]`);
    const [problem] = await problemsOf({ 'a.yaml': `x0: &x0 [a]\n${levels.join('\n')}\n` });
    expect(problem).toMatch(/^a\.yaml:\d+:\d+: more than 500000 values: look for aliases of aliases$/);
  });

  test('another encoding than UTF-8', async () => {
    const { problems } = await readCase('folder', new Map([['a.yaml', new Uint8Array([0x63, 0xe9, 0x3a])]]));
    expect(printProblems(problems)).toEqual(['folder/a.yaml:1:1: not UTF-8: save it as UTF-8']);
  });
});
