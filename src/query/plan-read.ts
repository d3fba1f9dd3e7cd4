import {
  getNamedType,
  isAbstractType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { RequestError } from '../errors.js';
import type { KindDeclaration, RelationDeclaration } from '../model/declare.js';
import { EXTENSION, type FieldPlan, type ItemType, type RootPlan } from '../model/field-plan.js';
import { fold } from '../model/fold.js';
import { dayNumber } from '../model/partial-date.js';
import type { GroupColumn } from '../plan/groups.js';
import type {
  Along,
  Answer,
  Column,
  EdgeShape,
  Filter,
  OrderKey,
  Page,
  PageInfoRead,
  Parameter,
  Parameters,
  Read,
  ReadPlan,
  Shape,
  Shapes,
} from '../plan/read-plan.js';
import type { Row } from '../store/store.js';
import { CITED_FACTS, citingReads } from './citing.js';
import type { MatchesPlan } from '../plan/search.js';
import { collectSubfields, type CollectedFields, type Selecting } from './collect-fields.js';
import { bindingOf, decodeCursor } from './cursor.js';
import { alongOf, factFilter, filterableOf, itemFilter, nodeFilter, type FilterScope } from './filters.js';
import { foundOf, onlyOne, pageOf } from './only-one.js';
import { groupByOf, kindsOf } from './plan-groups.js';
import { seriesOf, seriesPage } from './plan-series.js';
import { ParameterList, type Given, type Variables } from './given.js';
import { alongRelated, planNeighbourhood, planPaths, type Below } from './plan-paths.js';
import { checkText } from './limits.js';
import { WHOLE, type Moment } from './moment.js';
import { allSoughtIn, soughtIn } from './sought.js';
import { BY_DATE, BY_SUBJECT, entryFilter, refsOf } from './timeline.js';

/** A plan together with the way to its parameters. */
export interface PlannedRead {
  readonly plan: ReadPlan;
  /** The values of the plan's parameters for a request of the same document and shape. */
  values(variables: Variables, moment: Moment): Parameters;
  /** What the response is, of what the store answered. @throws RequestError where it is not what was asked for. */
  finish(answer: unknown, parameters: Parameters): unknown;
}

/** How a request is to be read. */
export interface PlanOptions {
  /** Whether to read also what the answer rests on. */
  readonly cite?: boolean;
  /** As of when. The plan depends on what of it is given, and serves every moment that gives the same. */
  readonly moment?: Moment;
}

/** What a plan depends on besides the request. */
export interface PlanScope extends Pick<FilterScope, 'relationships'> {
  /** The release's id, to which cursors are bound, and its day. */
  readonly release: { readonly id: string; readonly date: string };
}

/** How many items a page may hold. */
export const LARGEST_PAGE = 100;

/** How many ids `nodes` takes. */
export const MOST_IDS = 100;

/**
 * Plans the read that answers a root field.
 *
 * `{ province(id: "province/tay-ninh") { name agreements(first: 2) { nodes { id } } } }` becomes a plan that looks for
 * one node and returns of it `names` and, along `PARTY_TO`, a page of two with one column.
 *
 * @throws RequestError where an argument is not acceptable.
 */
export function planRead(
  info: GraphQLResolveInfo,
  scope: PlanScope,
  { cite = false, moment = WHOLE }: PlanOptions = {},
): PlannedRead {
  const planner = new Planner(info, scope, cite, moment);
  const field = info.parentType.getFields()[info.fieldName]!;
  const plan = planner.plan(selectedOf(info.parentType, field, info.fieldNodes));
  const { finish } = planner;
  return { plan: deepFreeze(plan), values: (variables, when) => planner.parameters.values(variables, when), finish };
}

/** A field that is selected, with all nodes of the document that select it under one response key. */
interface Selected {
  /** Where it is declared in the schema: `Province.agreements`, `Entity.claims`. A page that is asked of an entity of any kind has one for all. */
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

function selectedOf(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Selected {
  const declaring = parent.getInterfaces().find((type) => field.name in type.getFields()) ?? parent;
  return { coordinate: `${declaring.name}.${field.name}`, field, nodes };
}

/** Whether two types have a field of one interface, and the same is selected of it. */
function isSame(one: Selected, other: Selected): boolean {
  return (
    one.coordinate === other.coordinate &&
    planOf(one.field) === planOf(other.field) &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => node === other.nodes[index])
  );
}

class Planner {
  readonly parameters: ParameterList;
  finish: PlannedRead['finish'] = (answer) => answer;
  readonly #selecting: Selecting;
  readonly #filters: FilterScope;
  readonly #planned = new Map<FieldNode, readonly { readonly selected: Selected; readonly read: Read }[]>();

  constructor(
    info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>,
    readonly scope: PlanScope,
    readonly cite: boolean,
    readonly moment: Moment,
  ) {
    this.parameters = new ParameterList(info.variableValues);
    this.#selecting = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
    const now = () => this.parameters.ofMoment((when) => dayNumber(when.now(scope.release.date)));
    this.#filters = { relationships: scope.relationships, now };
  }

  plan(selected: Selected): ReadPlan {
    const answer = this.#answer(selected);
    if (!this.moment.isCut) return answer;
    const day = (key: 'validAt' | 'knownAt') =>
      this.moment[key] !== undefined && { [key]: this.parameters.ofMoment((when) => dayNumber(when[key]!)) };
    return { ...answer, asOf: { ...day('validAt'), ...day('knownAt'), now: this.#filters.now() } };
  }

  #answer(selected: Selected): Answer {
    const { field, nodes } = selected;
    const root = field.extensions[EXTENSION] as RootPlan;
    const given = this.parameters.argumentsOf(field, nodes[0]!);
    switch (root.root) {
      case 'node':
        return {
          answer: 'node',
          id: given.at('id')!.parameter((id: string) => checkText(id)),
          types: root.types,
          shapes: this.#shapes(selected),
        };
      case 'nodes':
        return { answer: 'nodes', ids: given.at('ids')!.parameter(checkIds), shapes: this.#shapes(selected) };
      case 'entity':
        return this.#entityPlan(given.at('ref')!, this.#shapes(selected));
      case 'paths':
        this.finish = foundOf;
        return planPaths(given, selected, this.#below(), this.cite);
      case 'neighbourhood':
        this.finish = foundOf;
        return planNeighbourhood(given, selected, this.#below());
      case 'graph':
        return { answer: 'graph', shape: this.#shape(getNamedType(field.type) as GraphQLObjectType, nodes) };
      case 'series':
        return this.#seriesPlan(selected, given, root.figure);
      case 'groups':
        return this.#groupsPlan(selected, given);
      case 'claims':
        return { answer: 'page', page: this.#recordPage(selected, { all: 'claims' }, 'claims') };
      case 'timeline':
        return this.#aboutPlan(selected, given, 'timeline', 'entries');
      case 'conflicts':
        return this.#aboutPlan(selected, given, 'conflicts', 'conflicts');
      case 'every':
        return { answer: 'page', page: this.#kindPage(selected, root.kind) };
      case 'search':
        return { answer: 'page', page: this.#searchPage(selected) };
      case 'suggest':
        return { answer: 'column', page: this.#suggestions(selected) };
      case 'match':
        return this.#matches(selected);
      case 'asOf':
        throw new Error('asOf reads nothing: the fields within it do.');
    }
  }

  #entityPlan(ref: Given, shapes: Shapes): Answer {
    const id = ref.at('id');
    if (id)
      return {
        answer: 'node',
        id: id.parameter((value: string) => checkText(value)),
        types: Object.keys(shapes),
        shapes,
      };
    const withId = Object.entries(shapes).map(([type, { reads }]) => [type, { reads: [...reads, NAMESAKE_ID] }]);
    const name = ref.at('name')!.parameter((text: string) => fold(checkText(text)));
    this.finish = (answer) => onlyOne(answer as readonly Row[]);
    return { answer: 'named', name, shapes: Object.fromEntries(withId) as Shapes };
  }

  #seriesPlan(selected: Selected, given: Given, figure: KindDeclaration): ReadPlan {
    const fieldsOf = ({ field, nodes }: Selected) => {
      const type = getNamedType(field.type) as GraphQLObjectType;
      return [...collectSubfields(this.#selecting, type, nodes)].flatMap(([as, inner]) => {
        const each = type.getFields()[inner[0]!.name.value];
        const plan = planOf(each);
        return each && plan ? [{ as, plan, selected: selectedOf(type, each, inner) }] : [];
      });
    };
    const shapesOf = (each: Selected) =>
      getNamedType(each.field.type).name === figure.name ? { shapes: this.#shapes(each) } : {};
    const series = fieldsOf(selected).flatMap(({ as, plan, selected: each }) =>
      'series' in plan ? [{ as, field: plan.series, ...shapesOf(each), selected: each }] : [],
    );
    const points = series
      .filter(({ field }) => field === 'points')
      .flatMap((list) =>
        fieldsOf(list.selected).flatMap(({ as, plan, selected: each }) =>
          'point' in plan ? [{ of: list.as, as, field: plan.point, ...shapesOf(each) }] : [],
        ),
      );
    const indicator = given.at('indicator')!.parameter((text: string) => checkText(text));
    const refs = refsOf(given);
    this.finish = (answer, parameters) =>
      seriesOf(refs ? pageOf(answer) : answer, parameters[indicator.parameter] as string, { series, points });
    const page = seriesPage(given, figure, { series, points }, (value) => this.parameters.constant(value));
    return refs ? { answer: 'about', refs, page } : { answer: 'page', page };
  }

  #groupsPlan(selected: Selected, given: Given): ReadPlan {
    const kinds = kindsOf(this.#selecting.schema);
    const kind = kinds.find((each) => each.kind === given.at('kind')!.value)!;
    const where = given.at('where')?.required().entries()[0];
    if (where && where[0] !== kind.plural) {
      throw new RequestError('BAD_USER_INPUT', `where.${where[0]} is not for ${kind.kind}: say where.${kind.plural}.`, {
        argument: `where.${where[0]}`,
      });
    }
    const group = getNamedType(selected.field.type) as GraphQLObjectType;
    const collected = [...collectSubfields(this.#selecting, group, selected.nodes)];
    return {
      answer: 'groups',
      every: kind.name,
      ...(where && { filter: nodeFilter(where[1], kind, this.#filters) }),
      by: groupByOf(given.at('by')!.value as string, kind, kinds),
      most: given.at('first')!.parameter((size: number | null) => checkSize('first', size ?? LARGEST_PAGE)),
      columns: collected.flatMap(([as, nodes]): readonly GroupColumn[] => {
        const field = group.getFields()[nodes[0]!.name.value];
        const plan = planOf(field);
        if (!field || !plan || !('group' in plan)) return [];
        if (plan.group !== 'node') return [{ as, column: plan.group }];
        return [{ as, column: 'node', shapes: this.#shapes(selectedOf(group, field, nodes)) }];
      }),
    };
  }

  /** Of all entries or conflicts, or of those about the entities that are referred to. */
  #aboutPlan(selected: Selected, given: Given, link: string, items: 'entries' | 'conflicts'): ReadPlan {
    const refs = refsOf(given);
    if (!refs) return { answer: 'page', page: this.#recordPage(selected, { all: items }, items) };
    this.finish = pageOf;
    return { answer: 'about', refs, page: this.#recordPage(selected, { link, of: refs }, items) };
  }

  /** What is selected of the records that a field may lead to. */
  #shapes({ field, nodes }: Selected, among?: readonly string[], isReached = false): Shapes {
    const type = getNamedType(field.type);
    const possible = isAbstractType(type) ? this.#selecting.schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const reachable = possible.filter(({ name }) => isReachable(name) && (!among || among.includes(name)));
    return Object.fromEntries(reachable.map((each) => [each.name, this.#shape(each, nodes, isReached)]));
  }

  #shape(type: GraphQLObjectType, nodes: readonly FieldNode[], isReached = false): Shape {
    return this.#readsOf(type, collectSubfields(this.#selecting, type, nodes), isReached);
  }

  #readsOf(type: GraphQLObjectType, collected: CollectedFields, isReached: boolean): Shape {
    const reads: Read[] = [];
    for (const [as, nodes] of collected) {
      const field = type.getFields()[nodes[0]!.name.value];
      if (field) reads.push(this.#read(as, selectedOf(type, field, nodes)));
    }
    return { reads: [...reads, ...this.#citing(type, reads, isReached)] };
  }

  #citing(type: GraphQLObjectType, reads: readonly Read[], isReached: boolean): readonly Read[] {
    if (!this.cite) return [];
    return citingReads(type, reads, isReached, (value) => this.parameters.constant(value));
  }

  /** A field that several types have of one interface is one read for all, so that a store need do it but once. */
  #read(as: string, selected: Selected): Read {
    const planned = this.#planned.get(selected.nodes[0]!) ?? [];
    const known = planned.find((other) => isSame(other.selected, selected));
    if (known) return known.read;
    const read = this.#newRead(as, selected);
    this.#planned.set(selected.nodes[0]!, [...planned, { selected, read }]);
    return read;
  }

  #newRead(as: string, selected: Selected): Read {
    const { field } = selected;
    const plan = planOf(field);
    if (!('read' in plan)) throw new Error(`${field.name} cannot be read of a record.`);
    switch (plan.read) {
      case 'property':
        return { as, read: 'property', property: plan.property };
      case 'one':
      case 'list':
        return { as, read: plan.read, link: plan.link, shapes: this.#shapes(selected) };
      case 'link':
        return { as, read: 'page', page: this.#recordPage(selected, { link: plan.link }, plan.items) };
      case 'relation':
        return { as, read: 'page', page: this.#relationPage(selected, plan.relation) };
      case 'related':
        return { as, read: 'page', page: this.#relatedPage(selected) };
    }
  }

  #below(): Below {
    return {
      schema: this.#selecting.schema,
      fields: (type, nodes) => collectSubfields(this.#selecting, type, nodes) as ReadonlyMap<string, FieldNode[]>,
      shapes: (type, field, nodes) => this.#shapes(selectedOf(type, field, nodes)),
    };
  }

  // ——— Pages ———

  #kindPage(selected: Selected, kind: KindDeclaration): Page {
    const given = this.#given(selected);
    const where = given.at('where')?.required();
    const filter = where && nodeFilter(where, kind, this.#filters);
    return this.#page(selected, given, { every: kind.name }, filter, [...this.#order(given, kind), NODE_ID]);
  }

  #relationPage(selected: Selected, relation: RelationDeclaration): Page {
    const given = this.#given(selected);
    const where = given.at('where')?.required();
    const filter = where && itemFilter(where, filterableOf(relation), this.#filters);
    const order = [...this.#order(given, filterableOf(relation)), NODE_ID, FACT_ID];
    const among = relation.targets.map(({ name }) => name);
    return this.#page(selected, given, alongOf(relation), filter, order, among);
  }

  #recordPage(selected: Selected, along: Along, items: ItemType): Page {
    const given = this.#given(selected);
    if (items === 'entries') return this.#page(selected, given, along, entryFilter(given), BY_DATE);
    if (items === 'conflicts') return this.#page(selected, given, along, undefined, BY_SUBJECT);
    const where = given.at('where')?.required();
    const filter = where && factFilter(where, 'node', this.#filters);
    return this.#page(selected, given, along, filter, items === 'passages' ? [PARAGRAPH, NODE_ID] : [NODE_ID]);
  }

  #relatedPage(selected: Selected): Page {
    const given = this.#given(selected);
    const fact = given.at('fact')?.required();
    const filter = fact && factFilter(fact, 'node', this.#filters);
    const along = alongRelated(given, this.#selecting.schema);
    // What is asked for besides the filter is no part of it, so cursors are bound to it by the field.
    const coordinate = `${selected.coordinate} ${JSON.stringify(along)}`;
    return this.#page({ ...selected, coordinate }, given, along, filter, [NODE_ID]);
  }

  #searchPage(selected: Selected): Page {
    const given = this.#given(selected);
    const along = { matching: soughtIn(given, 'text', this.parameters) };
    return this.#page(selected, given, along, undefined, BEST_FIRST);
  }

  #suggestions(selected: Selected): Page {
    const given = this.#given(selected);
    const sought = soughtIn(given, 'prefix', this.parameters, { asTyped: true });
    const columns: readonly Column[] = [{ as: 'suggestions', column: 'edges', edge: this.#edge(selected) }];
    return this.#bestOf(sought, this.#size(given, 'first', MOST_SUGGESTIONS), columns);
  }

  #matches(selected: Selected): MatchesPlan {
    const given = this.#given(selected);
    const type = getNamedType(selected.field.type) as GraphQLObjectType;
    const queries: string[] = [];
    const columns: Column[] = [];
    for (const [as, nodes] of collectSubfields(this.#selecting, type, selected.nodes)) {
      const field = type.getFields()[nodes[0]!.name.value];
      const plan = planOf(field);
      if (!field || !plan || !('result' in plan)) continue;
      if (plan.result === 'query') queries.push(as);
      else columns.push({ as, column: 'edges', edge: this.#edge(selectedOf(type, field, nodes)) });
    }
    const sought = allSoughtIn(given.at('queries')!);
    const each = this.parameters.computed(() => null);
    const page = this.#bestOf(each, this.#size(given, 'first', MOST_CANDIDATES), columns);
    return { answer: 'matches', sought, page, queries };
  }

  /** The best hits of a search, which no cursor goes on from. */
  #bestOf(matching: Parameter, size: Parameter, columns: readonly Column[]): MatchesPlan['page'] {
    const binding = this.parameters.constant('');
    return { along: { matching }, order: BEST_FIRST, backward: false, size, binding, columns };
  }

  #size(given: Given, argument: 'first' | 'last', ifNull: number): Parameter {
    const size = given.at(argument);
    return size
      ? size.parameter((value: number | null) => checkSize(argument, value ?? ifNull))
      : this.parameters.constant(ifNull);
  }

  #page(
    selected: Selected,
    given: Given,
    along: Along,
    filter: Filter | undefined,
    order: readonly OrderKey[],
    among?: readonly string[],
  ): Page {
    const columns = this.#columns(selected, among);
    const backward = given.isExplicit('last');
    if (backward && given.isExplicit('first')) {
      throw new RequestError(
        'BAD_USER_INPUT',
        'first and last are both given. first takes from the start, last from the end: give one.',
        { argument: 'last' },
      );
    }
    const of = 'link' in along && along.of;
    const bound = of ? { of, filter } : filter;
    const binding = this.parameters.add((_argumentsOf, values, { validAt, knownAt, isCut }) =>
      bindingOf(
        this.scope.release.id,
        selected.coordinate,
        JSON.stringify(order),
        JSON.stringify(bound, withValues(values)) ?? '',
        ...('matching' in along ? [JSON.stringify(along, withValues(values))] : []),
        ...(isCut ? [JSON.stringify({ validAt, knownAt })] : []),
      ),
    );
    const position = (name: 'after' | 'before') => {
      const cursor = given.at(name);
      if (!cursor || cursor.value === null) return {};
      const text = cursor.parameter((value: string) => checkText(value, LONGEST_CURSOR));
      const keys = this.parameters.computed((values) =>
        decodeCursor(values[text.parameter] as string, values[binding.parameter] as string, order.length),
      );
      return { [name]: keys };
    };
    return {
      along,
      ...(filter && { filter }),
      order,
      backward,
      size: this.#size(given, backward ? 'last' : 'first', DEFAULT_SIZE),
      ...position('after'),
      ...position('before'),
      binding,
      columns,
    };
  }

  #order(given: Given, kind: Pick<KindDeclaration, 'properties'>): readonly OrderKey[] {
    const orders = given.at('orderBy')?.required().items() ?? [];
    const keys = orders.flatMap((order) => {
      const [key, direction] = order.entries()[0]!;
      const descending = direction.value === 'DESC';
      if (key === 'id') return [{ ...NODE_ID, descending }];
      if (key === 'name') return [{ ...NAME, descending }];
      const { leaf } = kind.properties.find(({ name }) => name === key)!;
      return leaf.order.map((facet): OrderKey => ({ on: 'node', property: key, facet, descending }));
    });
    return keys.length > 0 ? keys : [NAME];
  }

  #columns({ field, nodes }: Selected, among?: readonly string[]): readonly Column[] {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const columns: Column[] = [];
    for (const [as, fieldNodes] of collectSubfields(this.#selecting, type, nodes)) {
      const column = type.getFields()[fieldNodes[0]!.name.value];
      if (column) columns.push(this.#column(as, selectedOf(type, column, fieldNodes), among));
    }
    if (this.cite && among && columns.some(({ column }) => column === 'nodes')) columns.push(CITED_FACTS);
    return columns;
  }

  #column(as: string, selected: Selected, among?: readonly string[]): Column {
    const { field } = selected;
    const plan = planOf(field);
    if (!('connection' in plan)) throw new Error(`${field.name} is no field of a connection.`);
    switch (plan.connection) {
      case 'edges':
        return { as, column: 'edges', edge: this.#edge(selected, among) };
      case 'nodes':
        return { as, column: 'nodes', shapes: this.#shapes(selected, among, among !== undefined) };
      case 'pageInfo':
        return { as, column: 'pageInfo', fields: this.#pageInfo(selected) };
      case 'totalCount':
      case 'kinds':
        return { as, column: plan.connection };
    }
  }

  #edge({ field, nodes }: Selected, among?: readonly string[]): EdgeShape {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const cursors: string[] = [];
    const ends: EdgeShape['nodes'][number][] = [];
    const reads: Read[] = [];
    for (const [as, fieldNodes] of collectSubfields(this.#selecting, type, nodes)) {
      const edgeField = type.getFields()[fieldNodes[0]!.name.value];
      if (!edgeField) continue;
      const plan = planOf(edgeField);
      if ('edge' in plan && plan.edge === 'cursor') cursors.push(as);
      else if ('edge' in plan)
        ends.push({ as, shapes: this.#shapes(selectedOf(type, edgeField, fieldNodes), among, among !== undefined) });
      else if ('read' in plan && plan.read === 'property' && plan.property === 'id')
        reads.push({ as, read: 'property', property: 'edgeId' });
      else reads.push(this.#read(as, selectedOf(type, edgeField, fieldNodes)));
    }
    return { cursors, nodes: ends, fact: { reads: [...reads, ...this.#citing(type, reads, true)] } };
  }

  #pageInfo({ field, nodes }: Selected): readonly PageInfoRead[] {
    const type = getNamedType(field.type) as GraphQLObjectType;
    return [...collectSubfields(this.#selecting, type, nodes)].flatMap(([as, selected]) => {
      const plan = planOf(type.getFields()[selected[0]!.name.value]);
      return plan && 'pageInfo' in plan ? [{ as, field: plan.pageInfo }] : [];
    });
  }

  #given({ field, nodes }: Selected): Given {
    return this.parameters.argumentsOf(field, nodes[0]!);
  }
}

const DEFAULT_SIZE = 20;

/** How many suggestions, and candidates for a name, there are where the number is null. */
const MOST_SUGGESTIONS = 8;
const MOST_CANDIDATES = 5;

const NODE_ID: OrderKey = { on: 'node', property: 'id', facet: 'value', descending: false };
const FACT_ID: OrderKey = { on: 'fact', property: 'id', facet: 'value', descending: false };
const NAME: OrderKey = { on: 'node', property: 'names', facet: 'sort', descending: false };
const BEST_FIRST: readonly OrderKey[] = [
  { on: 'fact', property: 'score', facet: 'value', descending: true },
  NAME,
  NODE_ID,
];
const PARAGRAPH: OrderKey = { on: 'node', property: 'paragraph', facet: 'value', descending: false };

/** The key under which a `named` row tells its id, so that namesakes can be listed. */
export const NAMESAKE_ID: Read = { as: '@id', read: 'property', property: 'id' };

/** Edges implement Fact and Node too, but are never found by id or at the end of a link: their relations are. */
function isReachable(type: string): boolean {
  return !type.endsWith('FactEdge');
}

function planOf(field: GraphQLField<unknown, unknown>): FieldPlan;
function planOf(field: GraphQLField<unknown, unknown> | undefined): FieldPlan | undefined;
function planOf(field: GraphQLField<unknown, unknown> | undefined): FieldPlan | undefined {
  return field?.extensions[EXTENSION] as FieldPlan | undefined;
}

/** The longest cursor: it holds the values of the order's keys, names among them. */
const LONGEST_CURSOR = 8000;

function checkIds(ids: readonly string[]): readonly string[] {
  if (ids.length <= MOST_IDS) return ids.map((id) => checkText(id));
  throw new RequestError('BAD_USER_INPUT', `nodes takes ${MOST_IDS} ids at most; ${ids.length} are given.`, {
    limit: MOST_IDS,
    actual: ids.length,
  });
}

function checkSize(argument: string, size: number): number {
  if (size >= 0 && size <= LARGEST_PAGE) return size;
  throw new RequestError(
    'BAD_USER_INPUT',
    `${argument} is ${size}. A page has from 0 to ${LARGEST_PAGE} items; use after and before for more.`,
    {
      argument,
      limit: LARGEST_PAGE,
      actual: size,
    },
  );
}

/** Writes a filter with the values of its parameters in their place. */
function withValues(values: Parameters) {
  return (_key: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && 'parameter' in part
      ? values[(part as { parameter: string }).parameter]
      : part;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
