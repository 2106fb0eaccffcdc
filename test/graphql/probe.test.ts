import { expect, test } from '@jest/globals';
import { useApi } from '../support/api.ts';
import { few, many, rowCount } from '../support/rows.ts';
import { datamodel } from '../../src/db/generated/datamodel.ts';
const a = useApi(few);
const b = useApi(many);
test('x', async () => {
  for (const m of datamodel.models) if (m.name !== 'StatementSpeaker') console.log(m.name, rowCount(m.name, few), rowCount(m.name, many));
  const q = '{ events(first:100) { totalCount nodes { slug children { totalCount nodes { slug } } participations { nodes { actor { name names { value subject { __typename } } } } } } } }';
  console.log(JSON.stringify(await a.ask(q)).slice(0, 1500));
  console.log((await a.statements(q)).length, (await b.statements(q)).length);
  expect(1).toBe(1);
});
