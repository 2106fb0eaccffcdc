// What is easy to flatten in the case that the project comes with: asked as a client would ask.
import { expect, test } from '@jest/globals';
import type { Data } from '../support/api.ts';
import { useCasebook } from '../support/casebook.ts';

const casebook = useCasebook();

test('a charge is not a conviction: what the couple is charged with is CHARGED, and nobody is found guilty', async () => {
  const { data } = await casebook.ask(`{
    legalActions(filter: { kind: { in: [CHARGE] } }) { nodes { kind standing statuses { status } parties { role disposition } } }
    participations: event(slug: "villepinte-bomb-plot") {
      participations(filter: { actor: { in: ["amir-s", "nasimeh-n"] } }) { nodes { role standing } }
    }
    verdicts: legalActions(filter: { kind: { in: [VERDICT, SENTENCE, JUDGMENT] } }) { totalCount }
  }`);
  expect(data.legalActions.nodes).toHaveLength(1);
  const [charge] = data.legalActions.nodes;
  expect(charge).toMatchObject({ standing: 'REPORTED', statuses: [{ status: 'FILED' }] });
  expect(charge.parties.map(({ disposition }: { disposition: unknown }) => disposition)).not.toContain('GUILTY');
  // The source does not say who brought it.
  expect(charge.parties.map(({ role }: { role: string }) => role)).not.toContain('AUTHORITY');
  expect(data.participations.participations.nodes).toEqual([
    { role: 'SUSPECT', standing: 'CHARGED' },
    { role: 'SUSPECT', standing: 'CHARGED' },
  ]);
  expect(data.verdicts.totalCount).toBe(0);
});

test('nobody is the perpetrator of the plot: responsibility for it is claimed, and denied', async () => {
  const { data } = await casebook.ask(`{
    event(slug: "villepinte-bomb-plot") {
      participations(filter: { role: { in: [PERPETRATOR] } }) { totalCount }
      claims(filter: { kind: { in: [ATTRIBUTION] } }, first: 50) { nodes { standing holdsResponsible { slug } } }
    }
  }`);
  expect(data.event.participations.totalCount).toBe(0);
  expect(data.event.claims.nodes.length).toBeGreaterThan(1);
  expect(new Set(data.event.claims.nodes.map(({ standing }: { standing: string }) => standing))).toEqual(
    new Set(['ALLEGED', 'INFERRED']),
  );
});

test('the extradition is announced, and has not taken place', async () => {
  const { data } = await casebook.ask(`{
    legalActions(filter: { kind: { in: [EXTRADITION] } }) { nodes { dateOf statuses { status } terms { state } } }
  }`);
  expect(data.legalActions.nodes).toHaveLength(1);
  const [extradition] = data.legalActions.nodes;
  expect(new Set(extradition.statuses.map(({ status }: { status: string }) => status))).toEqual(new Set(['ANNOUNCED']));
  expect(extradition).toMatchObject({ dateOf: 'ANNOUNCED', terms: [{ state: 'PENDING' }] });
});

test('who is named without being quoted is an actor without a statement', async () => {
  const { data } = await casebook.ask(`{
    actor(slug: "mohammad-javad-zarif") { __typename statements { totalCount } relationships { kind title } }
  }`);
  expect(data.actor).toMatchObject({ __typename: 'Person', statements: { totalCount: 0 } });
});

test('being the political arm of the MEK is only considered, never reported', async () => {
  const { data } = await casebook.ask(`{
    actor(slug: "ncri") { relationships { kind standing to { slug } } }
  }`);
  const arm = data.actor.relationships.filter(({ kind }: { kind: string }) => kind === 'POLITICAL_ARM_OF');
  expect(arm).toEqual([{ kind: 'POLITICAL_ARM_OF', standing: 'ALLEGED', to: { slug: 'mek' } }]);
});

test('a name finds every spelling of the sources', async () => {
  for (const spelling of ['Asadollah Assadi', 'Assadollah Assadi']) {
    const { data } = await casebook.ask(
      'query ($name: String!) { actors(filter: { names: { value: { contains: $name } } }) { nodes { slug } } }',
      { name: spelling },
    );
    expect(data.actors.nodes).toEqual([{ slug: 'asadollah-assadi' }]);
  }
});

test('an act that came to nothing is not told as done, and a day is that of its passage', async () => {
  const { data } = await casebook.ask('{ events(first: 50) { nodes { slug outcome date { edtf } place { slug } } } }');
  const told = new Map<string, unknown>(
    data.events.nodes.map(({ slug, outcome, date, place }: Data) => [
      slug,
      [outcome, date?.edtf, place?.slug].filter(Boolean).join(' '),
    ]),
  );
  const expected = {
    'free-iran-rally-2018': 'COMPLETED 2018-06-30 villepinte',
    'villepinte-bomb-plot': 'FOILED 2018-06-30 villepinte',
    'foiling-of-the-villepinte-bomb-plot': 'COMPLETED 2018-06-30 villepinte',
    'couple-stopped-in-woluwe-saint-pierre': 'COMPLETED woluwe-saint-pierre',
    'attempted-attack-on-the-iranian-mission': 'ATTEMPTED 1992',
    'rouhani-tour-of-europe': 'UNKNOWN europe',
    'killing-of-six-americans': 'COMPLETED 197X iran',
    'split-of-the-mek-from-khomeini': 'COMPLETED [1979..1981]',
    'move-of-the-woman-to-belgium': 'COMPLETED 2009 belgium',
    'summons-of-the-french-ambassador': 'COMPLETED 2018-07-04 tehran',
    'naming-of-the-diplomat': 'COMPLETED 2018-10-10',
  };
  for (const [slug, what] of Object.entries(expected)) expect([slug, told.get(slug)]).toEqual([slug, what]);
});

test('who speaks, for whom, and on which day', async () => {
  const { data } = await casebook.ask(
    '{ statements(first: 50) { nodes { slug date { edtf } speakers { slug } onBehalfOf { slug } reportedIn { slug } } } }',
  );
  const told = new Map<string, unknown>(
    data.statements.nodes.map(({ slug, date, speakers, onBehalfOf, reportedIn }: Data) => [
      slug,
      [date?.edtf, ...speakers.map((one: { slug: string }) => one.slug), onBehalfOf && `for ${onBehalfOf.slug}`]
        .concat(reportedIn ? [`in ${reportedIn.slug}`] : [])
        .filter(Boolean)
        .join(' '),
    ]),
  );
  const expected = {
    'ghassemi-statement-of-3-july': '2018-07-03 bahram-ghassemi for iran',
    'ghassemi-statement-of-2-october': '2018-10-02 bahram-ghassemi for iran',
    'pompeo-statement': '2018-10-10 mike-pompeo for united-states',
    'german-announcement-of-the-extradition': '2018-10-09 german-authorities in pompeo-statement',
    'ncri-secretariat-statement': '2018-07-02 ncri-secretariat for ncri',
    'gobadi-statement': '2018-07-02 shahin-gobadi for ncri',
    'earlier-warnings-of-the-resistance': 'ncri in ncri-secretariat-statement',
    'french-joint-statement':
      '2018-10-02 french-interior-ministry french-economic-ministry french-foreign-affairs-ministry for france',
    'iran-earlier-rejections-of-accusations': 'iran in ghassemi-statement-of-3-july',
    'iran-protest-to-the-french-ambassador': '2018-07-04 iran',
  };
  for (const [slug, what] of Object.entries(expected)) expect([slug, told.get(slug)]).toEqual([slug, what]);
});

test('each claim of responsibility holds those responsible whom it names, and nobody else', async () => {
  const { data } = await casebook.ask('{ claims(first: 100) { nodes { slug holdsResponsible { slug } } } }');
  const told = data.claims.nodes.flatMap(({ slug, holdsResponsible }: Data) =>
    holdsResponsible.length > 0
      ? [
          [
            slug,
            holdsResponsible
              .map((one: { slug: string }) => one.slug)
              .sort()
              .join(' '),
          ],
        ]
      : [],
  );
  expect(Object.fromEntries(told)).toEqual({
    'arrested-woman-and-man-were-involved': 'woman-and-man-arrested-in-belgium',
    'couple-attempted-terrorist-murder': 'amir-s nasimeh-n',
    'diplomat-had-a-role-in-the-plot': 'asadollah-assadi',
    'dissidents-and-saboteurs-had-a-role': 'dissidents-ill-wishers-and-saboteurs',
    'ill-wishers-aim-to-ruin-ties': 'dissidents-ill-wishers-and-saboteurs',
    'intelligence-ministry-was-behind-the-plot': 'mois',
    'iran-supports-terrorism-in-europe': 'iran',
    'iran-was-behind-the-plot': 'iran',
    'mek-staged-scenarios-before': 'mek',
    'mek-staged-the-affair': 'mek',
    'regime-diplomats-helped': 'regime-diplomats-accused-of-helping',
    'regime-terrorists-in-belgium-planned-the-attack': 'regime-terrorists-in-belgium',
    'staged-to-affect-the-tour': 'mek',
    'staged-to-make-up-for-failure': 'mek',
    'staged-to-undermine-relations-with-europe': 'mek',
    'terrorist-preparations-in-europe': 'mercenaries-of-mois-and-quds-force so-called-regime-diplomats',
    'those-proceeded-against-are-responsible': 'initiators-perpetrators-and-accomplices',
  });
});

test('a group is as large as its source says, and what was found is as much', async () => {
  const { data } = await casebook.ask(`{
    actors(filter: { kind: { in: [GROUP] } }, first: 50) { nodes { slug ... on Group { size } } }
    event(slug: "villepinte-bomb-plot") { items { quantity unit role foundAt { slug } } }
  }`);
  const sizes = data.actors.nodes.flatMap(({ slug, size }: Data) => (size === null ? [] : [[slug, size]]));
  expect(Object.fromEntries(sizes)).toEqual({
    'belgian-couple': 2,
    'woman-and-man-arrested-in-belgium': 2,
    'woman-arrested-in-belgium': 1,
    'suspects-detained-in-france': 3,
    'six-americans': 6,
    'french-ambassador-in-tehran': 1,
  });
  const foundAt = { slug: 'couple-stopped-in-woluwe-saint-pierre' };
  expect(data.event.items).toEqual([
    { quantity: 500, unit: 'gram', role: 'EVIDENCE', foundAt },
    { quantity: 1, unit: null, role: 'EVIDENCE', foundAt },
  ]);
});

test('what happened within Belgium is more than what happened just in Belgium', async () => {
  const { data } = await casebook.ask(`{
    within: events(filter: { place: { within: ["belgium"] } }) { nodes { slug } }
    exact: events(filter: { place: { in: ["belgium"] } }) { nodes { slug } }
    both: events(filter: { place: { within: ["belgium"], in: ["woluwe-saint-pierre"] } }) { nodes { slug } }
    place(slug: "woluwe-saint-pierre") { ancestors { slug } }
  }`);
  const slugs = ({ nodes }: Data) => nodes.map(({ slug }: Data) => slug).sort();
  expect(slugs(data.within)).toEqual(['couple-stopped-in-woluwe-saint-pierre', 'move-of-the-woman-to-belgium']);
  expect(slugs(data.exact)).toEqual(['move-of-the-woman-to-belgium']);
  expect(slugs(data.both)).toEqual(['couple-stopped-in-woluwe-saint-pierre']);
  expect(data.place.ancestors).toEqual([{ slug: 'belgium' }, { slug: 'europe' }]);
});

test('a legal action is tied to an event no more firmly than a passage says', async () => {
  const { data } = await casebook.ask(
    '{ events(first: 50) { nodes { slug legalGrounds(first: 50) { nodes { standing legalAction { slug } citations { fidelity } } } } } }',
  );
  const told = data.events.nodes.flatMap(({ slug, legalGrounds }: Data) =>
    legalGrounds.nodes.map(({ standing, legalAction }: Data) => [`${legalAction.slug} from ${slug}`, standing]),
  );
  expect(Object.fromEntries(told)).toEqual({
    'designation-of-the-mek from killing-of-six-americans': 'INFERRED',
    'designation-of-the-mek from attempted-attack-on-the-iranian-mission': 'INFERRED',
    'charge-against-the-couple from villepinte-bomb-plot': 'INFERRED',
    'charge-against-the-couple from couple-stopped-in-woluwe-saint-pierre': 'INFERRED',
    'arrest-of-a-woman-and-a-man-by-belgian-police from villepinte-bomb-plot': 'ALLEGED',
    'arrests-in-belgium-as-ghassemi-speaks-of-them from villepinte-bomb-plot': 'INFERRED',
    'arrests-across-europe from villepinte-bomb-plot': 'ALLEGED',
    'detention-of-three-suspects-in-france from villepinte-bomb-plot': 'INFERRED',
    'detention-of-the-diplomat-in-germany from villepinte-bomb-plot': 'REPORTED',
    'loss-of-diplomatic-status-of-assadi from villepinte-bomb-plot': 'INFERRED',
    'extradition-of-assadi-to-belgium from villepinte-bomb-plot': 'ALLEGED',
    'french-asset-freeze from villepinte-bomb-plot': 'ALLEGED',
    'criminal-proceedings-over-the-planned-attack from villepinte-bomb-plot': 'ALLEGED',
  });
});

test('arrests told by three speakers are three actions, and none lends its date to another', async () => {
  const { data } = await casebook.ask(`{
    legalActions(filter: { kind: { in: [ARREST] } }) {
      nodes { slug standing date { edtf } parties { actor { slug } } links { kind standing to { slug } } }
    }
  }`);
  const told = data.legalActions.nodes.map(({ slug, standing, date, parties, links }: Data) => [
    slug,
    [standing, date.edtf, ...parties.map(({ actor }: Data) => actor.slug)].join(' '),
    links.map(({ kind, standing: firmly, to }: Data) => `${kind} ${to.slug} ${firmly}`),
  ]);
  expect(told.sort()).toEqual([
    [
      'arrest-of-a-woman-and-a-man-by-belgian-police',
      'ALLEGED [..2018-07-02] belgian-police woman-and-man-arrested-in-belgium',
      ['PART_OF arrests-across-europe INFERRED'],
    ],
    ['arrests-across-europe', 'ALLEGED [..2018-10-10] suspects-arrested-across-europe', []],
    [
      'arrests-in-belgium-as-ghassemi-speaks-of-them',
      'ALLEGED [..2018-07-03] individuals-arrested-in-belgium',
      ['PART_OF arrests-across-europe INFERRED'],
    ],
  ]);
});

test('that there was a genuine plot is contradicted, on the event and on the claim', async () => {
  const contradicting = 'citations { relation passage { number } }';
  const { data } = await casebook.ask(
    `{ event(slug: "villepinte-bomb-plot") { ${contradicting} } claim(slug: "attack-was-planned-and-foiled") { ${contradicting} } }`,
  );
  for (const { citations } of [data.event, data.claim])
    expect(
      citations.filter((one: Data) => one.relation === 'CONTRADICTS').map(({ passage }: Data) => passage.number),
    ).toEqual([14, 32, 36, 38]);
});

test('part of the article comes from an earlier publication that is only known of', async () => {
  const { data } = await casebook.ask(`{
    document(slug: "free-iran-rally-plot") {
      derivedFrom { kind standing to { published { edtf } sha256 passages { totalCount } } citations { passage { number } } }
    }
  }`);
  expect(data.document.derivedFrom).toEqual([
    {
      kind: 'PARTLY',
      standing: 'REPORTED',
      to: { published: { edtf: '2018-10-03' }, sha256: null, passages: { totalCount: 0 } },
      citations: [{ passage: { number: 60 } }],
    },
  ]);
});

test('what is said of a body is one question, whoever is held responsible', async () => {
  const { data } = await casebook.ask(`{
    actor(slug: "quds-force") { claimsMentioning(first: 10) { nodes { slug standing holdsResponsible { slug } } } }
  }`);
  expect(data.actor.claimsMentioning.nodes).toEqual([
    {
      slug: 'terrorist-preparations-in-europe',
      standing: 'ALLEGED',
      holdsResponsible: [{ slug: 'mercenaries-of-mois-and-quds-force' }, { slug: 'so-called-regime-diplomats' }],
    },
  ]);
});
