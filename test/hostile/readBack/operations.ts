// Everything that the API tells of a case, and what is seen from the other end of each relation.
const citations = 'citations { relation fidelity standing field note passage { number document { slug } } }';
const date = (name: string) => `${name} { edtf earliest latest precision qualified verbatim }`;
const names = `names { value kind lang isPrimary standing ${citations} }`;
const measures = `measures { kind label lower upper approximate unit verbatim standing ${citations} }`;
const page = (field: string, selection: string, first = 5) => `${field}(first: ${first}) { nodes { ${selection} } }`;
const slugs = (...fields: string[]) => fields.map((field) => page(field, 'slug')).join(' ');
/** The other end of a relation, whose order is not the file's: under a name of its own. */
const seen = (field: string, selection = 'slug') =>
  `seen${field.charAt(0).toUpperCase()}${field.slice(1)}: ${page(field, selection, 10)}`;
const allSeen = (...fields: string[]) => fields.map((field) => seen(field)).join(' ');
const slug = (...fields: string[]) => fields.map((field) => `${field} { slug }`).join(' ');
const links = `links { kind standing to { slug } ${citations} } ${seen('incomingLinks', 'kind from { slug }')}`;

const selections: Readonly<Record<string, string>> = {
  documents: `slug title kind label language ${date('published')} publisher ${slug('publisherActor')} url sha256 codePoints ${citations}
    derivedFrom { kind standing to { slug } ${citations} } ${seen('derivations', 'kind from { slug }')}
    ${page('passages', 'number paragraph start end kind label sha256 quote citations(first: 1) { totalCount }', 10)}`,
  places: `slug name named country kind label standing ${slug('parent')} ${names} ${citations}
    ${allSeen('children', 'events', 'legalActions')} ${seen('residences', 'actor { slug } place { slug }')}`,
  actors: `slug kind name named description standing ${names} ${measures} ${citations}
    ... on Group { size } ... on Person { reportedAge ${date('reportedAgeDate')} }
    relationships { kind label title standing to { slug } ${date('since')} ${date('until')} ${date('asOf')} ${citations} }
    residences { standing ${slug('place')} ${date('since')} ${date('until')} ${citations} }
    ${seen('incomingRelationships', 'kind from { slug }')}
    ${seen('participations', 'role event { slug }')} ${seen('legalParties', 'role legalAction { slug }')}
    ${allSeen('claims', 'claimsMentioning', 'documentsPublished', 'heldResponsibleIn', 'mentions', 'statements', 'statementsOnBehalf', 'statementsReceived')}`,
  events: `slug title summary kind label outcome standing ${date('date')} ${slug('place', 'parent')} ${names} ${citations}
    ${page('participations', `role label capacity harm standing ${slug('actor')} ${measures} ${citations}`)}
    items { name quantity unit role label standing ${slug('foundAt')} ${citations} } ${measures} ${links} seenItemsFound: itemsFound { name }
    ${allSeen('children', 'claims', 'legalActions', 'statements', 'statementsMade')}
    ${seen('legalGrounds', 'event { slug } legalAction { slug }')}`,
  claims: `slug text kind standing ${citations} ${slug('holdsResponsible', 'mentions')}
    subject { __typename ... on Event { slug } ... on LegalAction { slug } ... on Actor { slug } }
    ${links} ${seen('positions', 'stance statement { slug }')}`,
  legalActions: `slug title summary kind label offences reason legalBases reference standing ${citations}
    ${date('date')} dateOf ${slug('place')} ${slugs('events')} ${allSeen('claims', 'statements')} ${measures} ${links}
    parties { role disposition offences legalBases standing ${slug('actor')} ${citations} }
    statuses { status standing ${date('date')} ${citations} }
    terms { condition then state standing ${date('by')} ${citations} }
    grounds { standing ${slug('event')} ${citations} }`,
  statements: `slug summary medium label standing ${date('date')} ${citations}
    ${slug('speakers', 'addressees', 'onBehalfOf', 'reportedIn', 'occasion')}
    ${slugs('actors', 'events', 'legalActions')} ${allSeen('reports')} positions { stance standing ${slug('claim')} ${citations} }`,
};

/** One operation for each list of a case file, by its name; and one for the case itself. */
export const operations: Readonly<Record<string, string>> = {
  case: 'query ($slug: String!) { case(slug: $slug) { slug title summary revision } }',
  ...Object.fromEntries(
    Object.entries(selections).map(([list, selection]) => [
      list,
      `query ($slug: String!) { case(slug: $slug) { ${page(list, selection)} } }`,
    ]),
  ),
};
