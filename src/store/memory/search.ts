import {
  COUNTRY_POINTS,
  editKeysOf,
  MOST_COVERAGE,
  POINTS,
  searchNamesOf,
  type SearchName,
} from '../../model/search.js';
import type { Sought } from '../../plan/search.js';
import type { Items } from './items.js';
import { groupBy, listOf, type Lists, type PackedEntities, type PackedGraph } from './packed-graph.js';
import type { Steps } from './steps.js';

/**
 * A hit as one number, in place of a fact: the number of the name that counts, whether it can be taken unseen, whether it
 * has to do with the country sought, and the points of the name. So hits need no table of their own, and are read like
 * any record.
 */
export function hitOf(name: number, points: number, isMatch: boolean, isOfCountry: boolean): number {
  return ((name * 2 + Number(isMatch)) * 2 + Number(isOfCountry)) * POINTS_ROOM + points;
}

const POINTS_ROOM = 1024;

/** What a hit says. */
export const hits = {
  parts: (hit: number): readonly [points: number, country: number] => [
    hit % POINTS_ROOM,
    (Math.floor(hit / POINTS_ROOM) % 2) * COUNTRY_POINTS,
  ],
  score: (hit: number): number => hits.parts(hit)[0] + hits.parts(hit)[1],
  isMatch: (hit: number): boolean => Math.floor(hit / (POINTS_ROOM * 2)) % 2 === 1,
  name: (hit: number): number => Math.floor(hit / (POINTS_ROOM * 4)),
} as const;

/** How many names are looked at between two places where others may run. */
const BREATH = 256;

/**
 * All names of a graph with the words that they have. Names are numbered by entity, and within an entity in the order in
 * which they are preferred; words in their own order, so that those with one beginning lie together.
 */
export class NameIndex {
  readonly #words: readonly string[];
  readonly #wordsOf: Lists;
  readonly #namesOf: Lists;
  readonly #bySqueezed: ReadonlyMap<string, readonly number[]>;
  readonly #byEditKey: ReadonlyMap<string, readonly number[]>;

  private constructor(
    readonly entityOf: Uint32Array,
    readonly names: readonly SearchName[],
    vocabulary: ReadonlySet<string>,
    bySqueezed: ReadonlyMap<string, readonly number[]>,
    byEditKey: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#words = [...vocabulary].sort();
    this.#bySqueezed = bySqueezed;
    const numbers = new Map(this.#words.map((word, number) => [word, number]));
    this.#byEditKey = new Map(Array.from(byEditKey, ([key, words]) => [key, words.map((word) => numbers.get(word)!)]));
    const [nameOfPair, wordOfPair]: [number[], number[]] = [[], []];
    for (const [name, { words }] of names.entries()) {
      for (const word of new Set(words)) {
        nameOfPair.push(name);
        wordOfPair.push(numbers.get(word)!);
      }
    }
    const grouped = (count: number, of: readonly number[], by: readonly number[]): Lists => {
      const { offsets, items } = groupBy(of.length, count, (pair) => by[pair]!);
      return { offsets, items: items.map((pair) => of[pair]!) };
    };
    this.#wordsOf = grouped(names.length, wordOfPair, nameOfPair);
    this.#namesOf = grouped(this.#words.length, nameOfPair, wordOfPair);
  }

  /** Makes the index of a graph's names. */
  static *of({ names }: PackedEntities): Steps<NameIndex> {
    const entityOf: number[] = [];
    const all: SearchName[] = [];
    const vocabulary = new Set<string>();
    const bySqueezed = new Map<string, number[]>();
    const byEditKey = new Map<string, string[]>();
    for (const [entity, each] of names.entries()) {
      for (const name of searchNamesOf(each)) {
        append(bySqueezed, name.squeezed, all.length);
        entityOf.push(entity);
        all.push(name);
        for (const word of name.words) {
          if (vocabulary.has(word)) continue;
          vocabulary.add(word);
          for (const key of editKeysOf(word)) append(byEditKey, key, word);
        }
      }
      if (entity % BREATH === 0) yield;
    }
    return new NameIndex(Uint32Array.from(entityOf), all, vocabulary, bySqueezed, byEditKey);
  }

  /** The text of a name. */
  text(name: number): string {
    return this.names[name]!.name.text;
  }

  /**
   * The hits of a search, as items of which the facts are hits.
   *
   * @param kindOf The kind of an entity, as it is sought.
   * @param isOfCountry Whether an entity has to do with the country sought, if one is.
   */
  *hits(
    sought: Sought,
    kindOf: (entity: number) => string,
    isOfCountry: ((entity: number) => boolean) | undefined,
  ): Steps<Items> {
    const best = new Map<number, readonly [points: number, name: number]>();
    const fits = sought.words.map((word, place) => this.#fit(word, sought.edits[place]!));
    const kinds = sought.kinds && new Set(sought.kinds);
    let step = 0;
    for (const name of sought.words.length > 0 ? this.#candidates(sought, fits) : []) {
      if (++step % BREATH === 0) yield;
      const entity = this.entityOf[name]!;
      if (kinds && !kinds.has(kindOf(entity))) continue;
      const points = this.#points(name, sought, fits);
      if (points === 0) continue;
      const known = best.get(entity);
      if (!known || points > known[0] || (points === known[0] && name < known[1])) best.set(entity, [points, name]);
    }
    const nodes = [...best.keys()];
    const ofCountry = new Set(isOfCountry && nodes.filter(isOfCountry));
    const isEqual = (entity: number) => best.get(entity)![0] >= POINTS.equal && (!isOfCountry || ofCountry.has(entity));
    const isAlone = nodes.filter(isEqual).length === 1;
    return {
      nodeClass: 'entity',
      nodes,
      facts: nodes.map((entity) => {
        const [points, name] = best.get(entity)!;
        return hitOf(name, points, isAlone && isEqual(entity), ofCountry.has(entity));
      }),
    };
  }

  /** The words of the index that stand for a word: those that begin with it, and those within one edit of it. */
  #fit(word: string, editKeys: readonly string[]): Fit {
    const start = firstAt(this.#words, word);
    const end = firstAt(this.#words, `${word}\uffff`);
    const near = new Set(editKeys.flatMap((key) => this.#byEditKey.get(key) ?? []));
    return { start, end, whole: this.#words[start] === word ? start : -1, near };
  }

  /** Names among which all that match are: those that are equal, and those of the word that the fewest have. */
  *#candidates({ squeezed }: Sought, fits: readonly Fit[]): Generator<number> {
    yield* this.#bySqueezed.get(squeezed) ?? [];
    const { offsets, items } = this.#namesOf;
    const sizes = fits.map(
      ({ start, end, near }) =>
        offsets[end]! - offsets[start]! + [...near].reduce((sum, word) => sum + listOf(this.#namesOf, word).length, 0),
    );
    const { start, end, near } = fits[sizes.indexOf(Math.min(...sizes))]!;
    yield* items.subarray(offsets[start], offsets[end]);
    for (const word of near) yield* listOf(this.#namesOf, word);
  }

  /** The points of a name; 0 where it does not match. */
  #points(name: number, sought: Sought, fits: readonly Fit[]): number {
    const { written, squeezed, spaced } = this.names[name]!;
    if (written === sought.written) return POINTS.written;
    if (squeezed === sought.squeezed) return POINTS.equal;
    const words = listOf(this.#wordsOf, name);
    const covered = Math.floor((MOST_COVERAGE * Math.min(sought.length, spaced.length)) / spaced.length);
    if (spaced.startsWith(sought.spaced))
      return (spaced.startsWith(sought.opening) ? POINTS.startsWithWords : POINTS.startsWith) + covered;
    if (fits.every(({ whole }) => words.includes(whole))) return POINTS.hasWords + covered;
    const begins = ({ start, end }: Fit) => words.some((word) => word >= start && word < end);
    if (fits.every(begins)) return POINTS.hasBeginnings + covered;
    const isMet = (fit: Fit) => begins(fit) || words.some((word) => fit.near.has(word));
    return fits.every(isMet) ? POINTS.hasWordsNearly + covered : 0;
  }
}

/** Words of the index that stand for a word of the text: a range, one whole word or -1, and those within one edit. */
interface Fit {
  readonly start: number;
  readonly end: number;
  readonly whole: number;
  readonly near: ReadonlySet<number>;
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The place of the first of sorted texts that is not before one. */
function firstAt(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (texts[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const indexes = new WeakMap<PackedGraph, NameIndex>();

/** The names of a graph, indexed when something is looked for among them for the first time. */
export function* nameIndexOf(graph: PackedGraph): Steps<NameIndex> {
  const known = indexes.get(graph);
  if (known) return known;
  const index = yield* NameIndex.of(graph.entities);
  // Another search may have made one meanwhile: all hits are numbered by the first.
  const first = indexes.get(graph);
  if (!first) indexes.set(graph, index);
  return first ?? index;
}

/** The same, where hits are at hand, so that it has been made. */
export function nameIndexInUse(graph: PackedGraph): NameIndex {
  return indexes.get(graph)!;
}
