import type { Question } from '../api.js';
import { completeQuestion } from '../complete.js';
import { fetchSchemaShape } from '../fetch-schema-shape.js';
import type { Offer } from './view.js';

/** What a question may have to draw. Throws where the schema is not told or the question cannot be parsed. */
export async function offerOf({ query }: Question): Promise<Offer> {
  return completeQuestion(query, await fetchSchemaShape(), { language: 'en' }).selected;
}
