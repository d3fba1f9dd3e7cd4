import { describe, expect, test } from 'vitest';
import { hubsOf } from '../../src/model/hubs.js';
import { toyKinds } from '../toy/kinds.js';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `person/${index}`, kind: 'Person' }));

/** As many relations as said from each person, by number, each to someone who has no other. */
const relationsOf = (...degrees: readonly number[]) =>
  degrees.flatMap((degree, index) =>
    Array.from({ length: degree }, (_, place) => ({ from: `person/${index}`, to: `person/x${index}-${place}` })),
  );

describe('hubs', () => {
  test('are the entities of a kind that is declared one, whatever they have', () => {
    expect(
      hubsOf(toyKinds, [{ id: 'city/b', kind: 'City' }, { id: 'city/a', kind: 'City' }, ...people(3)], []),
    ).toEqual(['city/a', 'city/b']);
  });

  test('are the hundredth of all that has the most relations', () => {
    expect(hubsOf(toyKinds, people(200), relationsOf(500, 900, 700))).toEqual(['person/1', 'person/2']);
    expect(hubsOf(toyKinds, people(299), relationsOf(500, 900, 700))).toEqual(['person/1', 'person/2']);
    expect(hubsOf(toyKinds, people(300), relationsOf(500, 900, 700))).toEqual(['person/0', 'person/1', 'person/2']);
  });

  test('are none in a graph of fewer than a hundred', () => {
    expect(hubsOf(toyKinds, people(99), relationsOf(100))).toEqual([]);
    expect(hubsOf(toyKinds, people(100), relationsOf(100))).toEqual(['person/0']);
  });

  test('have a hundred relations at least', () => {
    expect(hubsOf(toyKinds, people(300), relationsOf(100, 99, 98))).toEqual(['person/0']);
  });

  test('are none of those that have as many as the first left out', () => {
    expect(hubsOf(toyKinds, people(200), relationsOf(900, 700, 700))).toEqual(['person/0']);
    expect(hubsOf(toyKinds, people(200), relationsOf(700, 700, 700))).toEqual([]);
  });

  test('count a relation at both its ends, and once where it ends where it starts', () => {
    const loops = Array.from({ length: 120 }, () => ({ from: 'person/0', to: 'person/0' }));
    const ended = Array.from({ length: 130 }, (_, number) => ({ from: `person/x${number}`, to: 'person/1' }));
    expect(hubsOf(toyKinds, people(100), [...loops, ...ended])).toEqual(['person/1']);
  });
});
