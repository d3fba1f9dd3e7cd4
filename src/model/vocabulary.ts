import { relationshipTypes, type KindDeclaration, type PropertyDeclaration } from './declare.js';
import type { Label } from './leaf.js';

/** One value of an enumeration as a word of the graph. */
export interface ValueTerm {
  readonly value: string;
  readonly description: string;
  readonly label: Label;
}

/** A literal property as a word of the graph. */
export interface PropertyTerm {
  readonly name: string;
  readonly description: string;
  readonly label: Label;
  /** Where it is an enumeration, its values; else none. */
  readonly values: readonly ValueTerm[];
}

/** A kind as a word of the graph. */
export interface KindTerm {
  /** A value of `EntityKind`. */
  readonly kind: string;
  readonly description: string;
  /** The root field for one, and for many. */
  readonly one: string;
  readonly many: string;
  readonly properties: readonly PropertyTerm[];
}

/** A type of relationship as a word of the graph. */
export interface RelationTerm {
  /** A value of `RelationType`. */
  readonly type: string;
  readonly description: string;
  /** The kinds at which such relationships start and end. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** How a fact of the type reads from its start to its end, and the other way round. */
  readonly forward: Label;
  readonly backward: Label;
  /** What such a fact itself may have. */
  readonly properties: readonly PropertyTerm[];
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
    kinds: kinds.map(({ kind, description, singular, plural, properties }) => ({
      kind,
      description,
      one: singular,
      many: plural,
      properties: properties.map(termOf),
    })),
    relations: relationshipTypes(kinds).map(({ type, description, phrases, properties }) => ({
      type,
      description,
      from: among(type, 'from'),
      to: among(type, 'to'),
      forward: phrases ? { vi: phrases.vi[0], en: phrases.en[0] } : inWords(type),
      backward: phrases ? { vi: phrases.vi[1], en: phrases.en[1] } : inWords(type),
      properties: properties.map(termOf),
    })),
  };
}

function termOf({ name, description, label, leaf: { enumeration } }: PropertyDeclaration): PropertyTerm {
  return {
    name,
    description,
    label: label ?? inWords(name),
    values: Object.entries(enumeration?.values ?? {}).map(([value, meaning]) => ({
      value,
      description: meaning,
      label: enumeration?.labels[value] ?? inWords(value),
    })),
  };
}

/** `concludedOn` as `concluded on`, `PARTY_TO` as `party to`. */
function inWords(name: string): Label {
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
  return { vi: words, en: words };
}
