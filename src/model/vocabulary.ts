import { relationshipTypes, type KindDeclaration } from './declare.js';

/** A kind as a word of the graph. */
export interface KindTerm {
  /** A value of `EntityKind`. */
  readonly kind: string;
  readonly description: string;
  /** The root field for one, and for many. */
  readonly one: string;
  readonly many: string;
}

/** A type of relationship as a word of the graph. */
export interface RelationTerm {
  /** A value of `RelationType`. */
  readonly type: string;
  readonly description: string;
  /** The kinds at which such relationships start and end. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The words of a graph: what kinds and types of relationships there are, and what each means. */
export interface Vocabulary {
  readonly kinds: readonly KindTerm[];
  readonly relations: readonly RelationTerm[];
}

/** The words that some kinds declare: kinds in the order of their declaration, types of relationships by name. */
export function vocabularyOf(kinds: readonly KindDeclaration[]): Vocabulary {
  const ends = kinds.flatMap((kind) =>
    kind.relations
      .filter(({ inverse }) => !inverse)
      .map(({ relationship, direction, targets }) => {
        const [here, there] = [[kind.kind], targets.map((target) => target.kind)];
        const [from, to] =
          direction === 'both'
            ? [
                [...here, ...there],
                [...here, ...there],
              ]
            : direction === 'out'
              ? [here, there]
              : [there, here];
        return { type: relationship.type, from, to };
      }),
  );
  const order = kinds.map(({ kind }) => kind);
  const among = (type: string, end: 'from' | 'to') => {
    const found = new Set(ends.filter((each) => each.type === type).flatMap((each) => each[end]));
    return order.filter((kind) => found.has(kind));
  };
  return {
    kinds: kinds.map(({ kind, description, singular, plural }) => ({ kind, description, one: singular, many: plural })),
    relations: relationshipTypes(kinds).map(({ type, description }) => ({
      type,
      description,
      from: among(type, 'from'),
      to: among(type, 'to'),
    })),
  };
}
