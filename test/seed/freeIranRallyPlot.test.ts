// What is easy to flatten in the case that the project comes with: asked as a client would ask.
import { expect, test } from '@jest/globals';
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
    new Set(['ALLEGED']),
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
