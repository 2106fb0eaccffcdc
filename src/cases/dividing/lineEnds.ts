/** Copies of one text that differ only in what an editor changes unseen: line ends and the byte order mark. */
import { sha256 } from '../../domain/text.ts';

const byteOrderMark = '\uFEFF';

/** What differs, and the text as it was hashed. */
export interface SameText {
  /** As in `line ends (CRLF in place of LF)`. */
  difference: string;
  text: string;
}

/** Returns what differs where a text has the sha256 but for its line ends and byte order mark; otherwise undefined. */
export function sameButLineEnds(text: string, digest: string): SameText | undefined {
  const marked = text.startsWith(byteOrderMark);
  const bare = marked ? text.slice(1) : text;
  const lines = bare.replace(/\r\n?/g, '\n');
  const ended = lines.endsWith('\n') ? lines.replace(/\n+$/, '') : `${lines}\n`;
  const own = bare.includes('\r\n') ? 'CRLF' : bare.includes('\r') ? 'CR' : 'LF';
  const forms: [string, string][] = [
    [own, bare],
    ['LF', lines],
    ['CRLF', lines.replaceAll('\n', '\r\n')],
    ['CR', lines.replaceAll('\n', '\r')],
    // Many editors end the last line too.
    ['LF', ended],
    ['CRLF', ended.replaceAll('\n', '\r\n')],
  ];
  for (const withMark of [marked, !marked])
    for (const [ends, form] of forms) {
      const candidate = withMark ? byteOrderMark + form : form;
      if (candidate === text || sha256(candidate) !== digest) continue;
      const differences = [
        ...(form === bare
          ? []
          : [own === ends ? 'the end of the last line' : `line ends (${own} here, ${ends} there)`]),
        ...(withMark === marked ? [] : [`the byte order mark (${marked ? 'here, not there' : 'there, not here'})`]),
      ];
      return { difference: differences.join(' and '), text: candidate };
    }
  return undefined;
}
