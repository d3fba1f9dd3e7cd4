import { RequestError } from '../errors.js';
import { TYPE_KEY } from '../plan/read-plan.js';
import type { Referred, Row } from '../store/store.js';

/**
 * The one entity of a name; null where there is none.
 *
 * @throws RequestError `AMBIGUOUS_NAME` where several have it: it lists them.
 */
export function onlyOne(namesakes: readonly Row[]): Row | null {
  if (namesakes.length > 1) {
    const ids = namesakes.map((row) => String(row['@id']));
    throw new RequestError('AMBIGUOUS_NAME', `Several entities have this name. Ask for one by id: ${ids.join(', ')}.`, {
      candidates: namesakes.map((row) => ({ id: row['@id'], type: row[TYPE_KEY] })),
    });
  }
  return namesakes[0] ?? null;
}

/** What was found of a plan that refers to entities. @throws RequestError `AMBIGUOUS_NAME` where one has namesakes. */
export function foundOf(answer: unknown): unknown {
  const referred = answer as Referred;
  return 'namesakes' in referred ? onlyOne(referred.namesakes) : referred.found;
}

/** The page of a plan about entities. @throws RequestError `AMBIGUOUS_NAME` where one of them has namesakes. */
export function pageOf(answer: unknown): unknown {
  const { page, namesakes } = answer as { readonly page: Row; readonly namesakes: readonly (readonly Row[])[] };
  namesakes.forEach(onlyOne);
  return page;
}
