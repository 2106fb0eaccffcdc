// An operation just under every limit at once: of depth, cost, values, aliases, directives, conditions, tokens, and bytes both ways.
import { times } from './oversizedOperations.ts';
import type { Request } from './servers.ts';

const lists = 13;
const passage = 'passage{id number paragraph quote kind start end}';
const citation = `citations{id relation standing fidelity field note ${passage}}`;
/** Seven conditions that every statement meets. */
const filter =
  'filter:{date:{from:"0001-01-01" to:"9999-12-31"} summary:{contains:""} citations:{} standing:{in:[' +
  'REPORTED ALLEGED '.repeat(37) +
  ']}}';

/** The fields of a statement, some under many aliases, some more often than once. */
const fields = [
  'id slug summary standing medium label date{edtf earliest latest verbatim}',
  times(67, (n) => `b${n}:${n < 4 ? 'summary' : 'standing'}@include(if:$yes)`),
  times(32, () => 'standing@skip(if:$no)'),
  times(190, (n) => ['id', 'slug', 'medium', 'label'][n % 4] ?? ''),
  citation,
].join(' ');

const repeated = 'id slug title summary standing kind outcome '.repeat(9);
const chain = `parent{${repeated}`.repeat(13) + 'id' + '}'.repeat(13);

export const underEveryLimit: Request = {
  query: `query Everything($slugs:[String!] $yes:Boolean! $no:Boolean!){
    ${times(lists, (n) => `a${n}:statements(first:100 ${filter}){nodes{...S}}`)}
    ${times(20, (n) => `c${n}:__typename`)}
    events(filter:{slug:{in:$slugs} date:{from:"0001-01-01" to:"9999-12-31"} claims:{} citations:{} summary:{contains:""}}){totalCount}
    event(slug:"villepinte-bomb-plot")@include(if:$yes){${chain}}
  }
  fragment S on Statement{${fields}}`,
  variables: { yes: true, no: false, slugs: Array.from({ length: 79 }, (_, n) => String(n).padEnd(990, '-')) },
};

/** The same with more bytes in its answer: long texts in the place of short ones. */
export const overTheBytes: Request = {
  ...underEveryLimit,
  query: underEveryLimit.query.replaceAll(/(b\d+):standing/g, '$1:summary'),
};
