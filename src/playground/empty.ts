import type { Answer } from './api.js';

/** Fields that say how much there is, not what. */
const COUNTS = new Set(['totalCount', 'count']);
const NOTHING = new Set(['__typename', 'pageInfo']);

/** Whether the graph answered, and the answer is nothing: nulls, empty lists and zero counts throughout. */
export function isEmptyAnswer({ data, errors }: Answer): boolean {
  return data !== null && data !== undefined && !errors?.length && isEmpty(data);
}

/** Whether a part of the question was answered, whatever failed. */
export const hasData = ({ data }: Answer): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value !== 'object') return false;
  return Object.entries(value as object).every(
    ([key, field]) => NOTHING.has(key) || (COUNTS.has(key) && field === 0) || isEmpty(field),
  );
}
