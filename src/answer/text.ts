import type { FormattedExecutionResult } from 'graphql';

/** The data of an answer as the text that it is sent as. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Data as their text, which `stringifyResult` sends as it is. */
export const asText = (text: string) => new JsonText(text) as unknown as Record<string, unknown>;

export const isText = (data: unknown): boolean => data instanceof JsonText;

/** Apollo Server's `stringifyResult`: data that is text already stays as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  return data instanceof JsonText ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
}
