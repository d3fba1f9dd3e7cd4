import fc from 'fast-check';
import { print, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KindDeclaration, RelationDeclaration } from '../../../src/model/declare.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { anyDocumentOf, type Asked } from '../../toy/arbitrary-document.js';
import { anyReleaseOf } from '../../toy/arbitrary-release.js';
import { anyItemWhere, anyOrderBy, anyWhere } from '../../toy/arbitrary-where.js';
import { anyMoment, asOfDocument } from '../../toy/as-of.js';
import { forEachOf } from './at-once.js';
import { ask, declarations as kinds, graphOver, relationships, schema } from './served.js';
import { describeNeo4j, PATIENCE } from './server.js';

/**
 * Random questions over the schema that is served, on random graphs of its kinds: both stores must give the same bytes.
 * `npm run differential -- --count N --seed S` asks more, or the same again.
 */

const COUNT = Number(process.env['ENTENTE_DIFFERENTIAL_COUNT'] ?? 2000);
const SEED = Number(process.env['ENTENTE_DIFFERENTIAL_SEED'] ?? 5);

/** How many documents and how many pages are asked of one graph; a page is asked whole and in part. */
const DOCUMENTS = 60;
const PAGES = 10;

const ids = [
  ...kinds.flatMap(({ singular }) => [`${singular}/0`, `${singular}/1`]),
  ...relationships
    .slice(0, 8)
    .flatMap(({ type }) => [98, 99].map((n) => `${type.toLowerCase().replaceAll('_', '-')}/${n}`)),
  'source/a',
  'claim/99',
  'passage/a/1',
  'passage/b/whole',
  'none',
];

const anyRelease = anyReleaseOf(kinds, { entities: () => 3, relations: 90, claims: 30 });
/** Every other document is asked as of a moment. */
const anyDocument: fc.Arbitrary<Asked> = fc
  .tuple(
    anyDocumentOf({
      schema,
      kinds,
      ids,
      names: ['nobody at all', 'hue', 'Mekong', 'An Bình'],
      grouped: kinds,
      rootFields: 2,
    }),
    fc.option(anyMoment, { freq: 2 }),
  )
  .map(([asked, moment]) => (moment ? { ...asked, source: print(asOfDocument(asked.source, moment)) } : asked));

/** A list of one kind under any filter in any order, and in each of its nodes a page along one relation. */
interface AskedPage {
  readonly source: string;
  readonly whole: Readonly<Record<string, unknown>>;
  readonly part: {
    readonly isBackward: boolean;
    readonly size: number;
    readonly after: number | null;
    readonly before: number | null;
  };
}

const COLUMNS = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

function anyPageOf(kind: KindDeclaration): fc.Arbitrary<AskedPage> {
  const type = schema.getType(kind.name) as GraphQLObjectType;
  const inner =
    kind.relations.length === 0
      ? fc.constant(undefined)
      : fc
          .constantFrom(...kind.relations)
          .chain((relation) => anyInnerPage(relation, type.getFields()[relation.name]!));
  return fc
    .record({
      where: anyWhere(kind, 2, kinds),
      order: anyOrderBy(kind),
      inner,
      part: fc.record({
        isBackward: fc.boolean(),
        size: fc.nat(3),
        after: fc.option(fc.nat(2)),
        before: fc.option(fc.nat(2)),
      }),
    })
    .map(({ where, order, inner, part }) => {
      const declared = `$where: ${kind.name}Filter!, $order: [${kind.name}Order!]!, $first: Int, $last: Int, $after: String, $before: String`;
      const head = `query (${declared}${inner?.declared ?? ''})`;
      const outer = `${kind.plural}(where: $where, orderBy: $order, first: $first, last: $last, after: $after, before: $before)`;
      const source = `${head} { page: ${outer} { ${COLUMNS} edges { cursor node { id name ${inner?.field ?? ''} } } } }`;
      return { source, whole: { where, order, ...inner?.variables, first: 100 }, part };
    });
}

function anyInnerPage(relation: RelationDeclaration, { args }: GraphQLField<unknown, unknown>) {
  const target = relation.targets.length === 1 ? relation.targets[0] : undefined;
  const typeOf = (argument: string) => args.find(({ name }) => name === argument)!.type.toString();
  return fc
    .record({
      where: anyItemWhere(relation, 2, kinds),
      orderBy: anyOrderBy(target),
      size: fc.nat(3),
      end: fc.constantFrom('first', 'last'),
    })
    .map(({ where, orderBy, size, end }) => ({
      declared: `, $inner: ${typeOf('where')}!, $innerOrder: ${typeOf('orderBy')}!, $size: Int`,
      field: `${relation.name}(where: $inner, orderBy: $innerOrder, ${end}: $size) { ${COLUMNS} edges { id cursor node { id } } }`,
      variables: { inner: where, innerOrder: orderBy, size },
    }));
}

describeNeo4j('Random questions over the schema that is served, in Neo4j and in memory', (options) => {
  let inNeo4j: Neo4jStore;

  beforeAll(async () => {
    inNeo4j = await Neo4jStore.open({ ...options(), ...PATIENCE }, kinds);
  });
  afterAll(() => inNeo4j?.close());

  test(`${COUNT} documents have the same answers, byte for byte`, async () => {
    console.log(`Random documents of the seed ${SEED}: npm run differential -- --count ${COUNT} --seed ${SEED}`);
    let [asked, rich, cut] = [0, 0, 0];
    const questions = fc.tuple(
      fc.array(anyDocument, { minLength: DOCUMENTS, maxLength: DOCUMENTS }),
      fc.array(fc.constantFrom(...kinds).chain(anyPageOf), { minLength: PAGES, maxLength: PAGES }),
    );
    const property = fc.asyncProperty(anyRelease, questions, async (release, [documents, pages]) => {
      const inMemory = new MemoryStore();
      await inMemory.load(release);
      await inNeo4j.load(release);
      expect(inNeo4j.loaded).toEqual(inMemory.loaded);
      const neo4j = graphOver(inNeo4j);
      const memory = graphOver(inMemory);
      const same = async (question: Asked): Promise<string> => {
        const expected = await ask(memory, question.source, question.variables);
        expectAnswered(expected, question.source);
        expect(await ask(neo4j, question.source, question.variables), question.source).toBe(expected);
        asked++;
        if (expected.length > 200) rich++;
        if (question.source.includes(' asOf(')) cut++;
        return expected;
      };
      await forEachOf(documents, async (document) => void (await same(document)));
      await forEachOf(pages, async ({ source, whole, part }) => {
        const { data } = JSON.parse(await same({ source, variables: whole })) as { data: { page: Edges } };
        const cursors = data.page.edges.map(({ cursor }) => cursor);
        const cursorAt = (place: number | null) => (place === null ? null : (cursors[place] ?? null));
        const { isBackward, size } = part;
        const bounds = { after: cursorAt(part.after), before: cursorAt(part.before) };
        const sizes = isBackward ? { first: null, last: size } : { first: size, last: null };
        await same({ source, variables: { ...whole, ...sizes, ...bounds } });
      });
    });
    const ofEachGraph = DOCUMENTS + 2 * PAGES;
    await fc.assert(property, { seed: SEED, numRuns: Math.ceil(COUNT / ofEachGraph), endOnFailure: true });
    console.log(`${asked} documents asked, ${rich} of them with a long answer, ${cut} as of a moment.`);
    expect(asked).toBeGreaterThanOrEqual(COUNT);
    // The generator is of use only while many answers hold something.
    expect(rich).toBeGreaterThan(asked / 5);
    expect(cut).toBeGreaterThan(asked / 5);
  }, 7_200_000);
});

/** An answer has no errors but those that depend on what lies in the graph. */
function expectAnswered(answer: string, question: string): void {
  const { errors = [] } = JSON.parse(answer) as { errors?: readonly { extensions?: Record<string, unknown> }[] };
  const unforeseen = errors.filter(
    ({ extensions }) => extensions?.['code'] !== 'AMBIGUOUS_NAME' && extensions?.['argument'] !== 'unit',
  );
  expect(unforeseen, question).toEqual([]);
}

interface Edges {
  readonly edges: readonly { readonly cursor: string }[];
}
