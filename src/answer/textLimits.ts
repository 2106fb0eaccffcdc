/** Limits of an operation's text: they hold before it is measured, and before validation reads it at length. */
import { type ASTVisitor, BREAK, GraphQLError, type ValidationContext, visit } from 'graphql';
import { tooMuch } from '../operation/tooMuch.ts';

/** The parser stops there. */
export const MAX_TOKENS = 4000;
/** Fields with an alias: as many as there are records on a page. */
const MAX_ALIASES = 100;
const MAX_DIRECTIVES = 100;

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

/** A validation rule that refuses, before the others report anything, a text with too many aliases or directives. */
export function limitRepetition(context: ValidationContext): ASTVisitor {
  const report = (what: string, figure: number, limit: number) => {
    if (figure > limit) context.reportError(tooMuch('OPERATION_TOO_COMPLEX', what, figure, limit));
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
      report('aliases', aliases, MAX_ALIASES);
      report('directives', directives, MAX_DIRECTIVES);
      return BREAK;
    },
  };
}
