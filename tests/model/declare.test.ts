import { describe, expect, test } from 'vitest';
import { ModelError } from '../../src/errors.js';
import {
  declarationsOf,
  Inverse,
  Kind,
  Property,
  Relation,
  relationship,
  relationshipTypes,
  type Edges,
} from '../../src/model/declare.js';
import { deriveTypes } from '../../src/model/derive/derive-types.js';
import { enumeration, integer, partialDate, text } from '../../src/model/leaf.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import { kinds } from '../../src/schema/index.js';
import { toyKinds } from '../toy/kinds.js';

const Likes = relationship('LIKES', 'Likes.');

@Kind('A cat.')
class Cat {
  @Property(text, 'What it says.', { required: true })
  readonly word?: string;

  @Relation(() => [Cat, Dog], Likes, 'out', 'Whom it likes.')
  readonly likes!: Edges<Cat | Dog>;

  @Inverse(() => Cat, 'likes', 'By whom it is liked.')
  readonly likedBy!: Edges<Cat>;
}

@Kind('A dog.', 'hounds')
class Dog {
  @Inverse(() => Cat, 'likes', 'By whom it is liked.')
  readonly likedBy!: Edges<Cat>;
}

@Kind('Whence it is known.')
class Source {}

describe('declarations', () => {
  test('follow from the classes, with every relation resolved', () => {
    const [cat, dog] = declarationsOf([Cat, Dog, Source]);
    expect(cat).toMatchObject({
      name: 'Cat',
      kind: 'CAT',
      singular: 'cat',
      plural: 'cats',
      description: 'A cat.',
      properties: [{ name: 'word', required: true, leaf: text }],
    });
    expect(dog).toMatchObject({ name: 'Dog', singular: 'dog', plural: 'hounds' });
    expect(
      cat!.relations.map(({ name, direction, inverse, targets }) => [
        name,
        direction,
        inverse,
        targets.map((target) => target.name),
      ]),
    ).toEqual([
      ['likes', 'out', false, ['Cat', 'Dog']],
      ['likedBy', 'in', true, ['Cat']],
    ]);
    expect(dog!.relations).toMatchObject([{ name: 'likedBy', direction: 'in', inverse: true, relationship: Likes }]);
    expect(dog!.relations[0]!.targets[0]).toBe(cat);
  });

  test('the inverse of a relation without direction has none', () => {
    const [city] = toyKinds;
    expect(city!.relations.find(({ name }) => name === 'twins')).toMatchObject({ direction: 'both', inverse: false });
  });

  test('a relation knows whether facts of its type lead to other kinds too', () => {
    const shared = toyKinds.flatMap((kind) =>
      kind.relations.filter(({ sharesType }) => sharesType).map(({ name }) => `${kind.name}.${name}`),
    );
    expect(shared).toEqual(['City.treatiesAbout', 'City.peopleAbout']);
    const real = declarationsOf(kinds).flatMap((kind) =>
      kind.relations.filter(({ sharesType }) => sharesType).map(({ name }) => `${kind.name}.${name}`),
    );
    expect(real).toEqual(
      expect.arrayContaining(['Country.provinces', 'Country.organizations', 'Topic.agreements', 'Topic.meetings']),
    );
    expect(real).not.toContain('Agreement.parties');
  });

  test('can be made twice of the same classes', () => {
    expect(
      JSON.stringify(declarationsOf([Cat, Dog, Source]).map(({ name, relations }) => [name, relations.length])),
    ).toBe('[["Cat",2],["Dog",1],["Source",0]]');
    expect(declarationsOf(kinds)).toHaveLength(kinds.length);
  });

  test('a class that is not declared is refused by its name', () => {
    class Ghost {}
    expect(() => declarationsOf([Cat, Dog, Ghost])).toThrow(
      new ModelError('Ghost is listed as a kind, but not declared with @Kind.'),
    );
  });

  test('a relation that leads out of the list is refused', () => {
    expect(() => declarationsOf([Cat])).toThrow(
      new ModelError('Cat.likes leads to Dog, which is not in the list of kinds.'),
    );
    expect(() => declarationsOf([Dog])).toThrow(
      new ModelError('Dog.likedBy leads to Cat, which is not in the list of kinds.'),
    );
  });

  test('an inverse of nothing is refused', () => {
    @Kind('A bird.')
    class Bird {
      @Inverse(() => Cat, 'word' as never, 'Nonsense.')
      readonly words!: Edges<Cat>;
    }
    expect(() => declarationsOf([Bird, Cat, Dog])).toThrow(
      new ModelError('Bird.words is declared the inverse of Cat.word, which declares no relation.'),
    );
    @Kind('A fish.')
    class Fish {
      @Inverse(() => Dog, 'likedBy', 'The inverse of an inverse.')
      readonly odd!: Edges<Dog>;
    }
    expect(() => declarationsOf([Fish, Cat, Dog])).toThrow(ModelError);
  });

  test('two relationships of one type are refused', () => {
    @Kind('A hen.')
    class Hen {
      @Relation(() => Hen, relationship('LIKES', 'Another.'), 'out', 'Whom it likes.')
      readonly likes!: Edges<Hen>;
    }
    expect(() => relationshipTypes(declarationsOf([Hen, Cat, Dog]))).toThrow(
      new ModelError('LIKES is declared twice.'),
    );
  });

  test('relationship types are told once each, by type', () => {
    expect(relationshipTypes(toyKinds).map(({ type }) => type)).toEqual([
      'ABOUT',
      'KNOWS',
      'LIVES_IN',
      'PARTY_TO',
      'SIGNED',
      'SUPPLEMENTS',
      'TWINNED',
    ]);
  });

  test('a name of several words is written as each place writes it', () => {
    @Kind('A river boat.')
    class RiverBoat {}
    expect(declarationsOf([RiverBoat])[0]).toMatchObject({
      name: 'RiverBoat',
      kind: 'RIVER_BOAT',
      singular: 'riverBoat',
      plural: 'riverBoats',
    });
  });
});

describe('what dates its kind', () => {
  test('is a date or an interval', () => {
    @Kind('C.')
    class C {
      @Property(integer, 'A number.', { timeline: {} })
      readonly year?: number;
    }
    expect(() => declarationsOf([C])).toThrow(
      new ModelError('C.year cannot be on the timeline: it is neither a date nor an interval.'),
    );
  });

  test('ends with another date of the kind', () => {
    @Kind('D.')
    class D {
      @Property(partialDate, 'A day.', { timeline: { end: 'over' } })
      readonly day?: PartialDate;
    }
    expect(() => declarationsOf([D])).toThrow(
      new ModelError('D.day ends with over, but they are not two dates of the kind.'),
    );
  });
});

describe('deriving types', () => {
  test('needs a kind Source', () => {
    expect(() => deriveTypes(declarationsOf([Cat, Dog]))).toThrow(
      new ModelError('There is no kind Source: facts could not be cited.'),
    );
  });

  test('refuses two enumerations of one name', () => {
    @Kind('A.')
    class A {
      @Property(enumeration('Mood', 'One.', { GOOD: 'Good.' }), 'Mood.')
      readonly mood?: string;

      @Property(enumeration('Mood', 'Two.', { BAD: 'Bad.' }), 'Mood.')
      readonly other?: string;
    }
    expect(() => deriveTypes(declarationsOf([A, Source]))).toThrow(new ModelError('Two enumerations are named Mood.'));
  });

  test('refuses relationships that disagree on a property', () => {
    @Kind('B.')
    class B {
      @Relation(() => B, relationship('ONE', 'One.', { seat: [integer, 'A number.'] }), 'out', 'One.')
      readonly one!: Edges<B>;

      @Relation(() => B, relationship('TWO', 'Two.', { seat: [text, 'A text.'] }), 'out', 'Two.')
      readonly two!: Edges<B>;
    }
    expect(() => deriveTypes(declarationsOf([B, Source]))).toThrow(
      new ModelError('Relationships disagree on what seat is.'),
    );
  });

  test('refuses a kind whose name is taken', () => {
    const Taken = { Claim: class {} }.Claim;
    Kind('Not ours.')(Taken);
    expect(() => deriveTypes(declarationsOf([Taken, Source]))).toThrow(new ModelError('Two types are named Claim.'));
  });
});
