import { Lexer, Source, TokenKind } from 'graphql';
import { refuse } from './codes.js';
import type { Limits } from './config.js';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts the tokens of a document and how deep its brackets nest, before it is parsed: the parser calls itself, and at
 * a nesting of some 2,000 it overflows the stack. Strings and comments are tokens, so brackets in them do not count.
 *
 * Counting stops at ten times the limit: `actual` is at least that then. A document that is no GraphQL is left to the
 * parser to refuse.
 *
 * @throws GraphQLError DOCUMENT_TOO_LARGE or QUERY_TOO_DEEP.
 */
export function checkTokens(query: string, { tokens, nesting }: Pick<Limits, 'tokens' | 'nesting'>): void {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  let open = 0;
  let deepest = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF && count < tokens * 10; token = lexer.advance()) {
      count += 1;
      if (OPENING.has(token.kind)) deepest = Math.max(deepest, (open += 1));
      if (CLOSING.has(token.kind)) open -= 1;
    }
  } catch {
    // The parser finds the same fault, and says where.
  }
  if (count > tokens) {
    throw refuse('DOCUMENT_TOO_LARGE', `The document has ${count} tokens; at most ${tokens} are accepted.`, {
      limit: tokens,
      actual: count,
    });
  }
  if (deepest > nesting) {
    throw refuse('QUERY_TOO_DEEP', `Brackets nest ${deepest} deep; at most ${nesting} are accepted.`, {
      limit: nesting,
      actual: deepest,
    });
  }
}
