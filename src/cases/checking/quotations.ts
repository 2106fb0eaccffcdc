/** What a case gives as the words of its source, compared with the passages that it cites for them. */
import { gradeQuotation, quotationGrades } from '../../domain/quotation.ts';
import { shorten } from '../../domain/text.ts';
import { recordType } from '../../model/recordTypes.ts';
import { type Problem } from '../problems.ts';
import { type CaseContent, type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';
import { type Path } from '../reading/source.ts';

/** The texts of passages by number, by the slug of their document. */
export type PassageTexts = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Words of a source, where they or the citation of them stand, and the passages of which one has to hold them. */
interface Quotation {
  what: string;
  words: string;
  path: Path;
  passages: readonly { document: string; number: number }[];
  /** Whether a coder may have given the words another form. */
  mayBeAdapted?: boolean;
}

/**
 * Compares quotes, the words for a date or number, names cited as QUOTED, and offences with their passages.
 * @returns problems, and as warnings what differs only in capital letters, stands in the middle of a word, or may be adapted.
 */
export function compareQuotations(content: CaseContent, texts: PassageTexts) {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const record of content.records)
    for (const { what, words, path, passages, mayBeAdapted } of quotationsOf(record, texts)) {
      // Of a document that is not at hand nothing can be said.
      const found = passages.map(({ document, number }) => {
        const text = texts.get(document)?.get(number);
        return text === undefined ? 'whole' : gradeQuotation(text, words);
      });
      const best = quotationGrades.find((grade) => found.includes(grade));
      if (best === undefined || best === 'whole') continue;
      const cited = [...new Set(passages.map(({ number }) => number))];
      const place = content.source.locate(path);
      const named = `${what} '${shorten(words)}'`;
      if (best === 'otherCase')
        warnings.push({
          ...place,
          message: `${named} stands in ${listed(cited)} with other capital letters: write them so`,
        });
      else if (best === 'withinWord')
        warnings.push({
          ...place,
          message: `${named} is only a part of a word in ${listed(cited)}: take the whole word`,
        });
      else
        (mayBeAdapted ? warnings : problems).push({
          ...place,
          message: `${named} is not, letter for letter, in ${listed(cited)}: ${whatToDo(passages, words, texts)}`,
        });
    }
  return { problems, warnings };
}

function quotationsOf(record: CaseRecord, texts: PassageTexts): Quotation[] {
  const { type, fields, owner, citations, parts } = record;
  const found: Quotation[] = [];
  const document = String(type === 'Document' ? fields['slug'] : owner?.fields['slug']);
  if (type === 'Passage' && typeof fields['quote'] === 'string')
    found.push({
      ...{ what: 'the quote', words: fields['quote'], path: [...record.path, 'quote'] },
      passages: [{ document, number: fields['number'] as number }],
    });
  const own = citations.flatMap(citedPassage);
  for (const name of recordType(type).dates) {
    const { verbatim } = (fields[name] ?? {}) as Partial<CodedDate>;
    if (!verbatim) continue;
    // A document's date of publication may stand anywhere in it.
    const anywhere = [...(texts.get(document)?.keys() ?? [])].map((number) => ({ document, number }));
    const passages = type === 'Document' && own.length === 0 ? anywhere : own;
    found.push({ what: 'the verbatim', words: verbatim, path: [...record.path, name, 'verbatim'], passages });
  }
  if (typeof fields['verbatim'] === 'string')
    found.push({ what: 'the verbatim', words: fields['verbatim'], path: [...record.path, 'verbatim'], passages: own });
  if (type === 'Name' && typeof fields['value'] === 'string')
    for (const citation of citations)
      if (citation.fields['fidelity'] === 'QUOTED' && [undefined, 'value'].includes(citation.fields['field'] as string))
        found.push({
          ...{ what: 'the QUOTED name', words: fields['value'], path: citation.path },
          passages: citedPassage(citation),
        });
  const withParts = [...own, ...parts.flatMap((part) => part.citations.flatMap(citedPassage))];
  for (const [index, offence] of ((fields['offences'] ?? []) as string[]).entries())
    found.push({
      ...{ what: 'the offence', words: offence, path: [...record.path, 'offences', index], mayBeAdapted: true },
      passages: withParts,
    });
  return found.filter(({ passages }) => passages.length > 0);
}

function citedPassage({ fields }: CaseRecord): { document: string; number: number }[] {
  const { document, passage, relation } = fields as { document?: string; passage?: number; relation?: string };
  if (document === undefined || passage === undefined || relation === 'CONTRADICTS') return [];
  return [{ document, number: passage }];
}

function whatToDo(passages: Quotation['passages'], words: string, texts: PassageTexts): string {
  const documents = new Set(passages.map(({ document }) => document));
  const elsewhere = [...documents].flatMap((document) =>
    [...(texts.get(document) ?? [])].flatMap(([number, text]) =>
      gradeQuotation(text, words) === 'whole' ? [number] : [],
    ),
  );
  if (elsewhere.length > 0) return `it is in ${listed(elsewhere.slice(0, 5))}, cite that`;
  return 'copy the words as they stand there, or say it in your own and not as a quotation';
}

const listed = (numbers: readonly number[]) =>
  `passage${numbers.length === 1 ? '' : 's'} ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(numbers.map(String))}`;
