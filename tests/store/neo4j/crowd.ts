import { claim, entity, names, passage, relation, releaseOf, type ToyRelease } from '../../toy/release.js';

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
