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
import type {
  Along,
  Answer,
  Column,
  EdgeShape,
  Filter,
  OrderKey,
  Page,
  PageInfoRead,
  Parameters,
  Read,
  ReadPlan,
  Shape,
  Shapes,
} from '../plan/read-plan.js';
import { collectSubfields, type CollectedFields, type Selecting } from './collect-fields.js';
import { bindingOf, decodeCursor } from './cursor.js';
import { alongOf, factFilter, filterableOf, itemFilter, nodeFilter, type FilterScope } from './filters.js';
import { ParameterList, type Given, type Variables } from './given.js';
import { WHOLE, type Moment } from './moment.js';

/** A plan together with the way to its parameters. */
export interface PlannedRead {
  readonly plan: ReadPlan;
  /** The values of the plan's parameters for a request of the same document and shape. */
  values(variables: Variables, moment: Moment): Parameters;
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
 * @param moment As of which it is read. The plan depends on what of it is given, and serves every moment that gives the same.
 * @throws RequestError where an argument is not acceptable.
 */
export function planRead(info: GraphQLResolveInfo, scope: PlanScope, moment: Moment = WHOLE): PlannedRead {
  const planner = new Planner(info, scope, moment);
  const field = info.parentType.getFields()[info.fieldName]!;
  const plan = planner.plan(selectedOf(info.parentType, field, info.fieldNodes));
  return { plan: deepFreeze(plan), values: (variables, when) => planner.parameters.values(variables, when) };
}

/** A field that is selected, with all nodes of the document that select it under one response key. */
interface Selected {
  /** Where it stands in the schema: `Province.agreements`. */
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

function selectedOf(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Selected {
  return { coordinate: `${parent.name}.${field.name}`, field, nodes };
}

class Planner {
  readonly parameters: ParameterList;
  readonly #selecting: Selecting;
  readonly #filters: FilterScope;

  constructor(
    info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>,
    readonly scope: PlanScope,
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
      case 'graph':
        return { answer: 'graph', shape: this.#shape(getNamedType(field.type) as GraphQLObjectType, nodes) };
      case 'claims':
        return { answer: 'page', page: this.#recordPage(selected, { all: 'claims' }, 'claims') };
      case 'every':
        return { answer: 'page', page: this.#kindPage(selected, root.kind) };
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
    return { answer: 'named', name, shapes: Object.fromEntries(withId) as Shapes };
  }

  /** What is selected of the records that a field may lead to. */
  #shapes({ field, nodes }: Selected, among?: readonly string[]): Shapes {
    const type = getNamedType(field.type);
    const possible = isAbstractType(type) ? this.#selecting.schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const reachable = possible.filter(({ name }) => isReachable(name) && (!among || among.includes(name)));
    return Object.fromEntries(reachable.map((each) => [each.name, this.#shape(each, nodes)]));
  }

  #shape(type: GraphQLObjectType, nodes: readonly FieldNode[]): Shape {
    return this.#readsOf(type, collectSubfields(this.#selecting, type, nodes));
  }

  #readsOf(type: GraphQLObjectType, collected: CollectedFields): Shape {
    const reads: Read[] = [];
    for (const [as, nodes] of collected) {
      const field = type.getFields()[nodes[0]!.name.value];
      if (field) reads.push(this.#read(as, selectedOf(type, field, nodes)));
    }
    return { reads };
  }

  #read(as: string, selected: Selected): Read {
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
    }
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
    const where = given.at('where')?.required();
    const filter = where && factFilter(where, 'node', this.#filters);
    return this.#page(selected, given, along, filter, items === 'passages' ? [PARAGRAPH, NODE_ID] : [NODE_ID]);
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
    const size = given.at(backward ? 'last' : 'first');
    const binding = this.parameters.add((_argumentsOf, values, { validAt, knownAt, isCut }) =>
      bindingOf(
        this.scope.release.id,
        selected.coordinate,
        JSON.stringify(order),
        JSON.stringify(filter, withValues(values)) ?? '',
        ...(isCut ? [JSON.stringify({ validAt, knownAt })] : []),
      ),
    );
    const bound = (name: 'after' | 'before') => {
      const cursor = given.at(name);
      if (!cursor || cursor.value === null) return {};
      const text = cursor.parameter((value: string) => checkText(value, LONGEST_CURSOR));
      const position = this.parameters.computed((values) =>
        decodeCursor(values[text.parameter] as string, values[binding.parameter] as string, order.length),
      );
      return { [name]: position };
    };
    return {
      along,
      ...(filter && { filter }),
      order,
      backward,
      size: size
        ? size.parameter((value: number | null) => checkSize(backward ? 'last' : 'first', value ?? DEFAULT_SIZE))
        : this.parameters.computed(() => DEFAULT_SIZE),
      ...bound('after'),
      ...bound('before'),
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
        return { as, column: 'nodes', shapes: this.#shapes(selected, among) };
      case 'pageInfo':
        return { as, column: 'pageInfo', fields: this.#pageInfo(selected) };
      case 'totalCount':
        return { as, column: 'totalCount' };
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
      else if ('edge' in plan) ends.push({ as, shapes: this.#shapes(selectedOf(type, edgeField, fieldNodes), among) });
      else if ('read' in plan && plan.read === 'property' && plan.property === 'id')
        reads.push({ as, read: 'property', property: 'edgeId' });
      else reads.push(this.#read(as, selectedOf(type, edgeField, fieldNodes)));
    }
    return { cursors, nodes: ends, fact: { reads } };
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

const NODE_ID: OrderKey = { on: 'node', property: 'id', facet: 'value', descending: false };
const FACT_ID: OrderKey = { on: 'fact', property: 'id', facet: 'value', descending: false };
const NAME: OrderKey = { on: 'node', property: 'names', facet: 'sort', descending: false };
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

/** The longest id, name or other short text that is looked for, in characters. */
const LONGEST_TEXT = 200;

/** The longest cursor: it holds the values of the order's keys, names among them. */
const LONGEST_CURSOR = 8000;

function checkText(text: string, limit = LONGEST_TEXT): string {
  if (text.length <= limit) return text;
  throw new RequestError(
    'BAD_USER_INPUT',
    `The text has ${text.length} characters; an id or name has ${limit} at most.`,
    {
      limit,
      actual: text.length,
    },
  );
}

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
