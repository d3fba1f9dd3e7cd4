import {
  Kind,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SchemaShape } from './schema-shape.js';
import type { Language } from './words.js';

/** The name and text that the pictures ask for in the page's language, under keys that no question uses. */
export const NAME = 'entente_name';
export const TEXT = 'entente_text';
/** The title of an entry of a timeline. */
export const TITLE = 'entente_title';
/** The parties of an agreement, for the map alone. */
export const PARTIES = 'entente_parties';

/** Levels of fields that a server accepts unless told otherwise, and how many the parties of an agreement take. */
const DEPTH = 10;
const PARTIES_DEPTH = 4;

/** What one picture needs besides: the map the parties of agreements, the chart the values of figures. */
export type Extra = 'parties' | 'figures';

/** What a question selects, seen by its types alone: what its answer may have to draw. */
export interface Selected {
  /** Facts between two entities. */
  readonly facts: boolean;
  /** Dates and intervals. */
  readonly dates: boolean;
  /** Provinces, or what may lead to some. */
  readonly places: boolean;
  /** Figures, series of them, or counts. */
  readonly values: boolean;
}

/** A question as the pictures ask it, and what it selects. */
export interface Completed {
  readonly query: string;
  readonly selected: Selected;
}

/**
 * Adds to a question what the pictures draw by: type names everywhere, ids and names of entities, the two ends and the
 * standing of facts, the bounds of dates. What was asked stays under its own keys.
 *
 *     { province(id: "province/an-giang") { borders { nodes { name } } } }
 *     →  { province(id: "province/an-giang") { borders { nodes { name __typename ...EntenteEntity }
 *            edges { __typename ...EntenteFact node { __typename ...EntenteEntity } } } __typename ...EntenteEntity } }
 *
 * The additions are spread from fragments, as a server may count aliases. Throws graphql's syntax error where the
 * question cannot be parsed.
 */
export function completeQuestion(
  query: string,
  shape: SchemaShape,
  options: { readonly language: Language; readonly extra?: Extra | undefined },
): Completed {
  const document = parse(query, { noLocation: true });
  const used = new Set<string>();
  const selected = { facts: false, dates: false, places: false, values: false };

  const spread = (name: string): SelectionNode => {
    used.add(name);
    return { kind: Kind.FRAGMENT_SPREAD, name: { kind: Kind.NAME, value: name } };
  };

  const completeSet = (set: SelectionSetNode, type: string, depth: number): SelectionSetNode => {
    note(type);
    const asked = set.selections.map((selection) => completeSelection(selection, type, depth));
    return { kind: Kind.SELECTION_SET, selections: [...asked, ...additionsTo(type, set, depth)] };
  };

  const completeSelection = (selection: SelectionNode, type: string, depth: number): SelectionNode => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return selection;
    const inner =
      selection.kind === Kind.FIELD
        ? shape.typeOf(type, selection.name.value)
        : (selection.typeCondition?.name.value ?? type);
    // A field that the schema does not know is for the server to complain of.
    return inner === undefined
      ? selection
      : {
          ...selection,
          selectionSet: completeSet(selection.selectionSet, inner, depth + (selection.kind === Kind.FIELD ? 1 : 0)),
        };
  };

  const note = (type: string) => {
    if (isLink(shape, type) || shape.is(type, 'Relation')) selected.facts = true;
    if (type === 'PartialDate' || type === 'Interval') selected.dates = true;
    if (type === 'Figure' || type === 'FigureSeries' || type === 'SeriesPoint' || type === 'Group')
      selected.values = true;
    if (type === 'Province' || type === 'Agreement' || type === 'Entity') selected.places = true;
  };

  const additionsTo = (type: string, set: SelectionSetNode, depth: number): SelectionNode[] => {
    if (type === 'Query' || type.startsWith('__')) return [];
    const additions: SelectionNode[] = [fieldOf('__typename')];
    if (shape.mayBe(type, 'Entity')) additions.push(spread('EntenteEntity'));
    if (shape.is(type, 'Fact')) additions.push(spread('EntenteFact'));
    if (isLink(shape, type)) {
      additions.push(fieldOf('node', entityEnd()));
      if (shape.typeOf(type, 'type') === 'RelationType') additions.push(fieldOf('type'));
    }
    if (type === 'Relation') additions.push(fieldOf('from', entityEnd()), fieldOf('to', entityEnd()), fieldOf('type'));
    if (type === 'Claim') additions.push(fieldOf('subject', entityEnd()));
    if (type === 'TimelineEntry') additions.push(spread('EntenteEntry'), fieldOf('entity', entityEnd()));
    if (type === 'PartialDate') additions.push(spread('EntenteDate'));
    if (type === 'Interval') {
      const date = () => setOf([fieldOf('__typename'), spread('EntenteDate')]);
      additions.push(fieldOf('from', date()), fieldOf('to', date()));
    }
    if (type === 'Agreement' && options.extra === 'parties' && depth + PARTIES_DEPTH <= DEPTH)
      additions.push(spread('EntenteParties'));
    if (options.extra === 'figures') additions.push(...figureAdditions(type));
    // Where only the nodes of a page of facts are asked for, the facts themselves are still to be drawn.
    const edge = shape.typeOf(type, 'edges');
    if (edge && isLink(shape, edge) && selects(set, 'nodes') && !selects(set, 'edges')) {
      note(edge);
      additions.push(fieldOf('edges', setOf(additionsTo(edge, NOTHING, depth + 1))));
    }
    return additions;
  };

  const figureAdditions = (type: string): SelectionNode[] => {
    const figure = () => setOf([fieldOf('__typename'), spread('EntenteEntity'), spread('EntenteFigure')]);
    if (type === 'Figure') return [spread('EntenteFigure')];
    if (type === 'FigureSeries') return [fieldOf('points', setOf(additionsTo('SeriesPoint', NOTHING, 0)))];
    if (type === 'SeriesPoint') return [fieldOf('best', figure()), fieldOf('alternatives', figure())];
    if (type === 'Group') return [fieldOf('key'), fieldOf('count'), fieldOf('node', entityEnd())];
    return [];
  };

  const entityEnd = () => setOf([fieldOf('__typename'), spread('EntenteEntity')]);

  const definitions = document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query')
      return {
        ...definition,
        selectionSet: completeSet(definition.selectionSet, 'Query', 0),
      } satisfies OperationDefinitionNode;
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      return {
        ...definition,
        selectionSet: completeSet(definition.selectionSet, definition.typeCondition.name.value, 0),
      } satisfies FragmentDefinitionNode;
    return definition;
  });
  const fragments = fragmentsFor(used, options.language);
  return {
    query: print({ kind: Kind.DOCUMENT, definitions: [...definitions, ...fragments] } satisfies DocumentNode),
    selected,
  };
}

/** Whether a type is the edge of a page of facts: a fact that leads to a node. */
const isLink = (shape: SchemaShape, type: string): boolean =>
  shape.is(type, 'Fact') && shape.typeOf(type, 'node') !== undefined;

const selects = (set: SelectionSetNode, name: string): boolean =>
  set.selections.some((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value === name
      : selection.kind === Kind.INLINE_FRAGMENT && selects(selection.selectionSet, name),
  );

/** The fragments spread so far, and those that they spread. */
function fragmentsFor(used: ReadonlySet<string>, language: Language): FragmentDefinitionNode[] {
  const lang = language.toUpperCase();
  const texts: Readonly<Record<string, string>> = {
    EntenteEntity: `on Entity { id kind ${NAME}: name(lang: ${lang}) }`,
    EntenteDate: `on PartialDate { earliest latest precision inferred edtf ${TEXT}: text(lang: ${lang}) }`,
    EntenteEntry: `on TimelineEntry { ${TITLE}: title(lang: ${lang}) }`,
    EntenteFact: 'on Fact { id modality rank rankReason isCurrent origin }',
    EntenteFigure: `on Figure { indicator modality period { __typename ...EntenteDate } quantity { __typename amount unit comparator lower upper ${TEXT}: text(lang: ${lang}) } }`,
    EntenteParties: `on Agreement { ${PARTIES}: parties(first: 5) { edges { __typename type node { __typename ...EntenteEntity } ...EntenteFact } } }`,
  };
  const needs: Readonly<Record<string, readonly string[]>> = {
    EntenteParties: ['EntenteEntity', 'EntenteFact'],
    EntenteFigure: ['EntenteDate'],
  };
  const names = new Set([...used].flatMap((name) => [name, ...(needs[name] ?? [])]));
  const text = [...names].map((name) => `fragment ${name} ${texts[name]}`).join('\n');
  if (!text) return [];
  return parse(text, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
}

const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });

const fieldOf = (name: string, set?: SelectionSetNode): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(set && { selectionSet: set }),
});
