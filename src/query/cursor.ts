import { createHash } from 'node:crypto';
import { RequestError } from '../errors.js';
import type { CursorPosition } from '../plan/read-plan.js';

/**
 * Cursors are positions, not counts: the values of the order's keys at an item, bound to the field, filter, order and
 * release that they came from, so that one that is used elsewhere is refused and not misread.
 */

/** A short digest of what a cursor belongs to. */
export function bindingOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 11);
}

/** The cursor of an item, as stores return it, made opaque for clients. */
export function encodeCursor(cursor: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * The position that a cursor stands for.
 *
 * @throws RequestError `BAD_CURSOR` where it is none of ours, or belongs to another list.
 */
export function decodeCursor(cursor: string, binding: string, keys: number): CursorPosition {
  const parts = read(cursor);
  if (!parts || parts.length !== keys + 1) {
    throw new RequestError(
      'BAD_CURSOR',
      'The cursor is not one that this server gave. Use an edge’s cursor, or pageInfo’s, as it is.',
    );
  }
  if (parts[0] !== binding) {
    throw new RequestError(
      'BAD_CURSOR',
      'The cursor belongs to another list or release. It holds for the same field with the same filter and order, on the same release: begin again without a cursor.',
    );
  }
  return parts.slice(1) as CursorPosition;
}

function read(cursor: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => part === null || ['string', 'number'].includes(typeof part))
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
