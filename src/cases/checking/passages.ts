/** The passages of a document: in the order of the text, apart from each other, within it. */
import { type CaseRecord } from '../reading/record.ts';
import { type CheckContext } from './context.ts';

interface Span {
  number?: number;
  paragraph?: number;
  start?: number;
  end?: number;
}

export function checkPassages(context: CheckContext): void {
  for (const document of context.content.records.filter(({ type }) => type === 'Document')) {
    let before: Span = {};
    // Their order is that of the text: a passage keeps its number, whatever comes to stand before it.
    for (const passage of document.parts.filter(({ type }) => type === 'Passage')) {
      checkPassage(context, passage, before, document.fields['codePoints'] as number | undefined);
      before = { ...before, ...passage.fields };
    }
  }
}

function checkPassage(
  { report }: CheckContext,
  passage: CaseRecord,
  before: Span,
  codePoints: number | undefined,
): void {
  const { number = 0, paragraph, start, end } = passage.fields as Span;
  const name = `passage ${number}`;
  if (paragraph !== undefined && before.paragraph !== undefined && paragraph < before.paragraph)
    report(
      passage,
      ['paragraph'],
      `${name} is in paragraph ${paragraph}, before that of the passage above (${before.paragraph}): correct one of them`,
    );
  if (start !== undefined && end !== undefined && start >= end)
    report(passage, ['end'], `${name} ends (${end}) where it starts (${start}) or before: correct the offsets`);
  if (end !== undefined && codePoints !== undefined && end > codePoints)
    report(
      passage,
      ['end'],
      `${name} ends at ${end}, beyond the document's ${codePoints} code points: correct the one or the other`,
    );
  if (start !== undefined && before.end !== undefined && start < before.end)
    report(
      passage,
      ['start'],
      `${name} starts at ${start}, within passage ${before.number} (which ends at ${before.end}): put the passages in the order of the text, and apart from each other`,
    );
}
