// What may not stand with what, and orders that lead in a circle or against the dates.
import { expect, test } from '@jest/globals';
import { original, problemsOf, problemsWith } from './mistakes.ts';

const party =
  '{ actor: jane-doe, role: SUBJECT, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }';
const found = (standing: string, disposition = 'GUILTY') =>
  `{ actor: jane-doe, role: SUBJECT, disposition: ${disposition}, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: ${standing} }] }`;
const messages = async (from: string, to: string) =>
  (await problemsWith(from, to)).map((line) => line.replace(/^case\.yaml:\d+:\d+: /, ''));
const action = "legal party 'jane-doe SUBJECT' of legal action 'doe-charge'";

test('nobody is found guilty by a charge, nor by what is only alleged', async () => {
  expect(await messages(party, found('CHARGED'))).toEqual([
    `${action}: GUILTY needs the kind of what it is part of to be VERDICT, JUDGMENT, PLEA or SETTLEMENT, not CHARGE: remove the disposition, or give it in the action that decided`,
    `${action}: GUILTY needs the standing REPORTED, ADMITTED or ADJUDICATED, not CHARGED: remove the disposition until a source says in its own voice, or by a finding or admission, how it ended`,
  ]);
});

test('nobody is made party to an attack by a conclusion', async () => {
  const inferred = `citations: [{ passage: 7, fidelity: INFERRED, standing: INFERRED, note: It was crowded. }]`;
  const from =
    '{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED }] }';
  const to = `{ actor: onlookers, role: FACILITATOR, ${inferred} }`;
  expect(await messages(from, to)).toEqual([]);
  const attack = async () => {
    const [problem] = await problemsOf({
      'case.yaml': original.replace(from, to).replace('kind: ACCIDENT', 'kind: ATTACK'),
    });
    return problem;
  };
  expect(await attack()).toContain(
    'FACILITATOR of ATTACK does not stand with the standing INFERRED: nobody is made party',
  );
});

const relationship = 'kind: HOLDS_OFFICE_IN, to: port-authority, title: harbour master,';

test('a person is not the same as an organization', async () => {
  expect(await messages(relationship, 'kind: SAME_AS, to: ferry-aurora,')).toEqual([
    "relationship 'SAME_AS ferry-aurora' of actor 'jane-doe': SAME_AS of PERSON needs the kind of the actor (to) to be PERSON or GROUP, not ASSET: two that are the same are of one kind: correct the kind, or write another relationship",
  ]);
});

test('until is not before since; where either is uncertain, it may be', async () => {
  expect(await messages("asOf: '2018-07~'", "since: '2005', until: '2001'")).toEqual([
    'until 2001 is before since 2005: correct one of the two dates',
  ]);
  expect(await messages("asOf: '2018-07~'", "since: '2005?', until: '2001'")).toEqual([]);
  expect(await messages("asOf: '2018-07~'", "since: '200X', until: '2001'")).toEqual([]);
});

test('an action does not come before itself', async () => {
  expect(
    await messages(
      '    kind: PROCEEDING\n',
      '    kind: PROCEEDING\n    links: [{ kind: IMPLEMENTS, to: doe-charge, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: REPORTED }] }]\n',
    ),
  ).toEqual([
    "IMPLEMENTS leads in a circle ('doe-proceeding' → 'doe-charge' → 'doe-proceeding'): remove or turn one of these",
  ]);
});

test('a document is not made from itself, nor from one that came out after it', async () => {
  const made = (kind: string, to: string) =>
    `{ kind: ${kind}, to: ${to}, citations: [{ document: harbour-fire-report, passage: 5, fidelity: PARAPHRASED, standing: REPORTED }] }`;
  const known = (published: string) =>
    `documents:\n  - { slug: agency, title: Agency, kind: REPORT, published: '${published}', derivedFrom: [${made('PARTLY', 'harbour-fire-report')}] }\n`;
  const circle = await messages(
    'documents:\n  - slug: harbour-fire-report\n',
    `${known('2018-07-04')}  - slug: harbour-fire-report\n    published: '2018-07-03'\n    derivedFrom: [${made('COPY', 'agency')}]\n`,
  );
  expect(circle.filter((line) => /circle|opposite/.test(line))).toEqual([
    "COPY puts 'agency' (2018-07-04) before 'harbour-fire-report' (2018-07-03), and their dates say the opposite: correct a date, or turn or remove the link",
    expect.stringMatching(/leads in a circle \('/),
  ]);
});
