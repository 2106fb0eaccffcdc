// What breaks each CHECK of the database: by the constraint's name, changes to a row that it refuses.

/** An assignment of SQL to the first row of a table. */
type Change = string;

const day = (name: string, earliest: string, latest: string) =>
  `"${name}Edtf" = '2018', "${name}Precision" = 'YEAR', "${name}Qualified" = false, "${name}Earliest" = '${earliest}', "${name}Latest" = '${latest}'`;
const noDate = (table: string, name: string) =>
  `"${name}Edtf" = null, "${name}Precision" = null, "${name}Qualified" = null, "${name}Earliest" = null, "${name}Latest" = null, "${name}Verbatim" = null${table === 'LegalAction' ? ', "dateOf" = null' : ''}`;
const words = (count: number) => `'${Array.from({ length: count }, (_, n) => `word${n}`).join('  ')}'`;

const byName: Record<string, Change[]> = {
  Actor_size_check: [
    `kind = 'PERSON', size = 3`,
    `kind = 'GROUP', "reportedAge" = null, ${noDate('Actor', 'reportedAgeDate')}, size = 0`,
  ],
  Actor_age_check: [
    `kind = 'STATE', "reportedAge" = 40`,
    '"reportedAge" = -1',
    `"reportedAge" = null, ${day('reportedAgeDate', '2018-01-01', '2018-12-31')}`,
  ],
  Agreement_kappa_check: ['kappa = 1.01', 'kappa = -1.01', 'n = 0'],
  Citation_note_check: [
    `fidelity = 'INFERRED', relation = 'SUPPORTS', note = null`,
    `fidelity = 'QUOTED', relation = 'CONTRADICTS', note = null`,
  ],
  Citation_inferred_check: [`standing = 'INFERRED', fidelity = 'QUOTED'`],
  LegalParty_disposition_check: ['ALLEGED', 'CHARGED', 'INFERRED', 'WITHDRAWN', 'DISPROVEN'].map(
    (standing) => `disposition = 'GUILTY', standing = '${standing}'`,
  ),
  Coverage_cited_check: ['cited = -1', 'passages = 1, cited = 2'],
  Document_text_check: ['sha256 = null', '"codePoints" = null'],
  Event_parent_check: ['"parentId" = id'],
  LegalAction_dateOf_check: ['"dateOf" = null', noDate('', 'date')],
  Measure_bounds_check: [
    'lower = 2, upper = 1',
    'lower = null, upper = null',
    `kind = 'SENTENCE', unit = 'LIFE', lower = 1, upper = null`,
    `kind = 'SENTENCE', unit = 'Y', lower = null, upper = null`,
    `kind = 'OTHER', label = 'word', unit = 'LIFE', lower = null, upper = null`,
  ],
  Measure_verbatim_check: [`verbatim = ${words(13)}`],
  Participation_perpetrator_check: ['ALLEGED', 'CHARGED', 'INFERRED', 'WITHDRAWN', 'DISPROVEN'].map(
    (standing) => `role = 'PERPETRATOR', standing = '${standing}'`,
  ),
  Passage_quote_check: [`quote = ${words(13)}`],
  Passage_span_check: ['start = 5, "end" = 5', 'start = 6, "end" = 5', 'start = -1', 'number = 0', 'paragraph = 0'],
  Place_country_check: [`country = 'FRA'`, `country = 'fr'`, `country = ''`],
  Place_parent_check: ['"parentId" = id'],
  Revision_single_check: ['single = false'],
  Statement_reportedIn_check: ['"reportedInId" = id'],
};

/** The CHECKs that no rule for all tables asks for. */
export const ofOneTable = Object.keys(byName);

const kindColumn: Record<string, string> = { Item: 'role', Participation: 'role', Statement: 'medium' };
const subjects: Record<string, [set: string, other: string]> = {
  Citation: ['documentId', 'actorId'],
  Claim: ['eventId', 'actorId'],
  Measure: ['eventId', 'actorId'],
  Name: ['actorId', 'placeId'],
};

const byPattern: [RegExp, (table: string, name: string) => Change[]][] = [
  [/^slug$/, () => ['', 'Plot', 'a b', 'a--b', '-a', 'a-', 'a_b', 'é'].map((slug) => `slug = '${slug}'`)],
  [/^standing$/, () => ['CHARGED', 'ADMITTED', 'WITHDRAWN', 'DISPROVEN'].map((standing) => `standing = '${standing}'`)],
  [/^label$/, (table) => [`${kindColumn[table] ?? 'kind'} = 'OTHER', label = null`]],
  [/^ends$/, () => ['"toId" = "fromId"']],
  [
    /^subject$/,
    (table) => {
      const [set, other] = subjects[table] ?? ['', ''];
      return [`"${set}" = null`, `"${other}" = (select id from "${other === 'actorId' ? 'Actor' : 'Place'}" limit 1)`];
    },
  ],
  [/^(\w+)_order$/, (_table, name) => [day(name, '2018-02-01', '2018-01-31')]],
  [
    /^(\w+)_whole$/,
    (table, name) => [
      `${day(name, '2018-01-01', '2018-12-31')}, "${name}Precision" = null`.replace(/"\w+Precision" = 'YEAR', /, ''),
      ...['Earliest', 'Latest'].map((bound) =>
        noDate(table, name).replace(`"${name}${bound}" = null`, `"${name}${bound}" = '2018-01-01'`),
      ),
      noDate(table, name).replace(`"${name}Verbatim" = null`, `"${name}Verbatim" = 'once'`),
    ],
  ],
  [
    /^(\w+)_verbatim$/,
    (_table, name) => [`${day(name, '2018-01-01', '2018-12-31')}, "${name}Verbatim" = ${words(13)}`],
  ],
];

/** The changes that a CHECK refuses; none when it is not known here. */
export function violations(constraint: string): Change[] {
  const own = byName[constraint];
  if (own) return own;
  const [, table = '', rest = ''] = /^([A-Za-z]+)_(\w+)_check$/.exec(constraint) ?? [];
  for (const [pattern, changes] of byPattern) {
    const match = pattern.exec(rest);
    if (match) return changes(table, match[1] ?? rest);
  }
  return [];
}
