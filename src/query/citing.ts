import type { GraphQLObjectType } from 'graphql';
import type { KindDeclaration } from '../model/declare.js';
import { EXTENSION } from '../model/field-plan.js';
import type { PathRead } from '../plan/paths.js';
import type { Column, FacetPath, Parameter, ParameterValue, Read } from '../plan/read-plan.js';
import type { Row } from '../store/store.js';

/**
 * What an answer rests on. A plan that is made to cite reads besides what is selected where it stands: of a fact its
 * citations; of an entity those of the values selected of it, or, where it is found without a fact and no value of it is
 * selected, those that name it. What has come is gathered from the rows, in the order of the answer.
 */

/** A source that an answer rests on. */
export interface CitedSource {
  /** The id of the source. */
  readonly id: string;
  /** Ready for a footnote: source, publisher, date, and every place in it that the answer rests on. */
  readonly footnote: string;
  /** The ids of those places. */
  readonly passages: readonly string[];
}

/** The key under which a row holds what it rests on. No GraphQL name has an `@`. */
const CITED = '@cited';

const property = (name: string): Read => ({ as: name, read: 'property', property: name });

const CITATIONS: Read = {
  as: CITED,
  read: 'list',
  link: 'citations',
  shapes: {
    Citation: {
      reads: [
        property('passage'),
        property('locator'),
        property('footnote'),
        { as: 'source', read: 'one', link: 'source', shapes: { Source: { reads: [property('id')] } } },
      ],
    },
  },
};

/** Of a page along a relation of which only the nodes are selected: the facts that lead to them. */
export const CITED_FACTS: Column = {
  as: '@facts',
  column: 'edges',
  edge: { cursors: [], nodes: [], fact: { reads: [CITATIONS] } },
};

/** Of a path, whatever is selected of it: the facts by which it goes. */
export const CITED_HOPS: PathRead = {
  as: '@facts',
  path: 'hops',
  hop: [{ as: '@fact', hop: 'relation', shapes: { Relation: { reads: [CITATIONS] } } }],
};

/** Several statements, by far more than there are properties of a kind. */
const MOST_PROPERTIES = 100;

/**
 * What is read besides of a record of a type.
 *
 * @param reads What is selected of it.
 * @param isReached Whether a fact that leads to it is read too.
 * @param computed Makes a parameter of a value that is not given.
 */
export function citingReads(
  type: GraphQLObjectType,
  reads: readonly Read[],
  isReached: boolean,
  computed: (value: ParameterValue) => Parameter,
): readonly Read[] {
  if (type.getInterfaces().some(({ name }) => name === 'Fact')) return [CITATIONS];
  const kind = type.extensions[EXTENSION] as KindDeclaration | undefined;
  if (!kind) return [];
  const selected = reads.flatMap((read) =>
    read.read === 'property' && kind.properties.some(({ name }) => name === read.property) ? [read.property] : [],
  );
  if (selected.length === 0) return isReached ? [] : [CITATIONS];
  const facet = (name: string): FacetPath => ({ on: 'node', property: name, facet: 'value' });
  return [
    {
      as: CITED,
      read: 'page',
      page: {
        along: { link: 'claims' },
        filter: {
          and: [
            { test: facet('isBest'), by: '=', value: computed(1) },
            { test: facet('property'), by: 'in', value: computed([...new Set(selected)].sort()) },
          ],
        },
        order: [{ on: 'node', property: 'id', facet: 'value', descending: false }],
        backward: false,
        size: computed(MOST_PROPERTIES),
        binding: computed(''),
        columns: [{ as: 'nodes', column: 'nodes', shapes: { Claim: { reads: [CITATIONS] } } }],
      },
    },
  ];
}

interface Citing {
  readonly passage: string;
  readonly locator: string;
  readonly footnote: string;
  readonly source: { readonly id: string };
}

/** The sources that answers rest on, in the order of their first use. */
export function sourcesOf(answers: readonly unknown[]): readonly CitedSource[] {
  const bySource = new Map<string, Map<string, Citing>>();
  for (const citing of citingIn(answers)) {
    const known = bySource.get(citing.source.id);
    if (known) known.set(citing.passage, citing);
    else bySource.set(citing.source.id, new Map([[citing.passage, citing]]));
  }
  return [...bySource].map(([id, passages]) => {
    const places = [...passages.values()].sort(byPlace);
    return { id, footnote: footnoteOf(places), passages: places.map(({ passage }) => passage) };
  });
}

/** One footnote for several places of a source: `…, ¶8, ¶13`, where each one's ends with its locator. */
function footnoteOf(places: readonly Citing[]): string {
  const [first, ...others] = places;
  const isPlain = places.every(({ footnote, locator }) => footnote.endsWith(locator));
  const further = isPlain ? others.map(({ locator }) => `, ${locator}`) : others.map(({ footnote }) => `; ${footnote}`);
  return [first!.footnote, ...further].join('');
}

/** Paragraphs by number, records by key. */
function byPlace(one: Citing, other: Citing): number {
  const number = ({ locator }: Citing) => Number(/^¶(\d+)$/.exec(locator)?.[1] ?? 0);
  return number(one) - number(other) || (one.locator < other.locator ? -1 : 1);
}

function* citingIn(part: unknown): Generator<Citing> {
  if (Array.isArray(part)) {
    for (const each of part) if (typeof each === 'object') yield* citingIn(each);
    return;
  }
  if (typeof part !== 'object' || part === null) return;
  const { [CITED]: cited, ...rest } = part as Row;
  if (Array.isArray(cited)) yield* cited as readonly Citing[];
  else yield* citingIn(cited);
  for (const each of Object.values(rest)) yield* citingIn(each);
}
