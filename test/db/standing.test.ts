// No record says more than its source: what the database holds to, even against a loader with a fault.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, few));

const standings = datamodel.enums.find(({ name }) => name === 'Standing')?.values.map(({ name }) => name) ?? [];
const asserting = datamodel.models.filter(({ fields }) => fields.some(({ name }) => name === 'standing'));

/** The standings that a record may have, of those that there are. */
async function accepted(table: string, also = ''): Promise<string[]> {
  return withClient(database.url, async (client) => {
    const found: string[] = [];
    for (const standing of standings) {
      await client.query('begin');
      const change = `update "${table}" set standing = '${standing}'${also} where id = '${rowId(table, 0)}'`;
      const isAccepted = await client.query(change).then(
        () => true,
        () => false,
      );
      if (isAccepted) found.push(standing);
      await client.query('rollback');
    }
    return found;
  });
}

describe('a charge is not a conviction', () => {
  test.each(['Participation', 'LegalParty', 'Claim', 'Citation'])(
    '%s may be alleged, charged, admitted, found by a court, withdrawn or disproven',
    async (table) => {
      expect(
        await accepted(
          table,
          table === 'Citation' ? `, fidelity = 'INFERRED'` : table === 'LegalParty' ? ', disposition = null' : '',
        ),
      ).toEqual(standings);
    },
  );

  const others = asserting
    .map(({ name }) => name)
    .filter((name) => !['Participation', 'LegalParty', 'Claim', 'Citation'].includes(name));
  test.each(others)('%s is reported, alleged or inferred: its standing says nothing of guilt', async (table) => {
    const found = ['Event', 'Item'].includes(table) ? ['ADJUDICATED'] : [];
    expect(await accepted(table)).toEqual(['REPORTED', 'ALLEGED', ...found, 'INFERRED']);
  });

  test('a charge is filed, whatever becomes of it: the action itself is never adjudicated', async () => {
    expect(await accepted('LegalAction', `, kind = 'CHARGE'`)).toEqual(['REPORTED', 'ALLEGED', 'INFERRED']);
    expect(await accepted('LegalAction', `, kind = 'VERDICT'`)).toEqual(['REPORTED', 'ALLEGED', 'INFERRED']);
  });

  test('a party may be charged, found guilty or found not guilty', async () => {
    for (const disposition of ['GUILTY', 'NOT_GUILTY'])
      expect(await accepted('LegalParty', `, disposition = '${disposition}'`)).toEqual([
        ...['REPORTED', 'ADMITTED', 'ADJUDICATED'],
      ]);
  });
});

describe('a suspect is not a perpetrator', () => {
  test('a perpetrator is one in the voice of the source itself, by admission, or by the finding of a court', async () => {
    expect(await accepted('Participation', `, role = 'PERPETRATOR'`)).toEqual(['REPORTED', 'ADMITTED', 'ADJUDICATED']);
  });

  test('a suspect may be alleged, charged, or cleared', async () => {
    expect(await accepted('Participation', `, role = 'SUSPECT'`)).toEqual(standings);
  });
});

test('there are eight standings', () => {
  expect(standings).toEqual([
    'REPORTED',
    'ALLEGED',
    'CHARGED',
    'ADMITTED',
    'ADJUDICATED',
    'WITHDRAWN',
    'DISPROVEN',
    'INFERRED',
  ]);
});
