import { claim, entity, names, passage, relation, releaseOf, type ToyRelease } from '../toy/release.js';

/** A release of many people, each of whom is known to say the name of the release. */
export function crowd(id: string, people: number): ToyRelease {
  return releaseOf({
    id,
    passages: [passage('source/gazette', 1), passage('source/gazette', 2)],
    entities: [
      entity('source/gazette', 'Source', names('Gazette')),
      ...Array.from({ length: people }, (_, number) =>
        entity(`person/${number}`, 'Person', names(`Person ${number}`), { nickname: id }),
      ),
    ],
    relations: Array.from({ length: people * 2 }, (_, number) =>
      relation(`knows/${number}`, 'KNOWS', `person/${number % people}`, `person/${(number * 7919 + 1) % people}`),
    ),
    claims: Array.from({ length: people }, (_, number) =>
      claim(`claim/${number}/nickname`, `person/${number}`, 'nickname', id),
    ),
  });
}

/** Asks for everything that says the name of the release. */
export const PEOPLE = `{ people(first: 100) { totalCount nodes { id nickname knows(first: 2) { totalCount nodes { nickname } } claims { nodes { value } } } } }`;

/** The names of the releases that an answer speaks of, and how many people there are. */
export function spokenOf(answer: unknown): string {
  const { people } = answer as { people: { totalCount: number } };
  return `${people.totalCount} ${[...new Set(JSON.stringify(answer).match(/release-\w+/g))].sort().join(' ')}`;
}
