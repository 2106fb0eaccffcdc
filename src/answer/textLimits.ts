/** Limits of an operation's text: they hold before it is measured, and before validation reads it at length. */
import { type ASTVisitor, BREAK, GraphQLError, type ValidationContext, visit } from 'graphql';
import { clientLimits } from '../clientLimits.ts';
import { type OperationLimit, tooMuch } from '../operation/tooMuch.ts';

/** The parser stops there. */
export const MAX_TOKENS = clientLimits.tokens.most;

/** @returns why the parser refused a text, if that is its length */
export function refuseTokens({ message }: GraphQLError): GraphQLError | undefined {
  if (!/^Syntax Error: Document contains more tha\w \d+ tokens/.test(message)) return undefined;
  return new GraphQLError(`The operation has more than ${MAX_TOKENS} tokens: ask for less at a time`, {
    extensions: { code: 'OPERATION_TOO_COMPLEX', limit: MAX_TOKENS },
  });
}

/**
 * @returns the error for a text on which the parser overflowed the stack: it recurses for each bracket inside another
 */
export function refuseNesting(): GraphQLError {
  const message = 'The document cannot be parsed: its brackets are nested too deep';
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
}

/**
 * @returns the error for a text whose validation graphql-js gave up, without a limit that it tells: it compares each field with
 *   all others of its name
 */
export const refuseRepetition = () =>
  new GraphQLError('The operation repeats fields too often to be validated: write each only once', {
    extensions: { code: 'OPERATION_TOO_COMPLEX' },
  });

/** A validation rule that refuses, before the others report anything, a text with too many aliases or directives. */
export function limitRepetition(context: ValidationContext): ASTVisitor {
  const report = (limit: OperationLimit, figure: number) => {
    if (figure > limit.most) context.reportError(tooMuch(limit, figure));
  };
  return {
    Document(document) {
      let aliases = 0;
      let directives = 0;
      visit(document, {
        Field: ({ alias }) => {
          if (alias) aliases += 1;
        },
        Directive: () => {
          directives += 1;
        },
      });
      report(clientLimits.aliases, aliases);
      report(clientLimits.directives, directives);
      return BREAK;
    },
  };
}
