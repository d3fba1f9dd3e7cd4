import { NAME, PARTIES, TEXT, TITLE } from '../complete.js';
import { keyOfMoment, type Moment, type Moments } from './moments.js';

/** A label and a text of a card: a field of the answer. The moment only where the answer has other texts of other moments. */
export type Detail = readonly [label: string, text: string, moment?: Moment | undefined];

/** An entity of an answer, gathered from all places where it stands. */
export interface EntityNode {
  readonly id: string;
  /** `PROVINCE`; of a kind of one's own, its own. */
  readonly kind: string;
  readonly name: string;
  /** What the question asks of it, each field once. */
  readonly details: readonly Detail[];
  /** The moments as of which the answer tells of it, undefined for that of the release; where absent, that one. */
  readonly moments?: readonly (Moment | undefined)[];
  /** A value stated of it was set aside by the editors, as far as the answer shows. */
  readonly isDisputed: boolean;
  /** All that the answer says of it is planned. */
  readonly isPlanned: boolean;
}

/** How a fact is stated, as it looks: at most one of these. */
export type Standing = 'stated' | 'planned' | 'estimated' | 'disputed';

/** A fact of an answer, or the mere nesting of one entity in another where the question names no fact. */
export interface FactLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The fact itself leads the same way; false where the answer comes to it from its end. */
  readonly isForward: boolean;
  /** The field by which the answer leads from one to the other. */
  readonly relation: string;
  /** The type of the relation; absent for a mere nesting. */
  readonly type?: string | undefined;
  readonly standing: Standing;
  readonly modality?: string | undefined;
  readonly rank?: string | undefined;
  readonly rankReason?: string | undefined;
  readonly isCurrent?: boolean | undefined;
  readonly isReference?: boolean | undefined;
  /** The moment as of which the answer tells of it; undefined for that of the release. */
  readonly moment?: Moment | undefined;
  /** What the question asks of the fact itself. */
  readonly details: readonly Detail[];
  /** Its footnotes, where the question asks for them. */
  readonly footnotes: readonly string[];
}

/** A date or interval of an answer. */
export interface Dated {
  readonly entity: string;
  /** The fact whose time it is; absent where it is the entity's own. */
  readonly fact?: string | undefined;
  /** The response key: `concludedOn`. */
  readonly property: string;
  readonly from: DateBounds | undefined;
  readonly to: DateBounds | undefined;
  readonly isInterval: boolean;
  readonly text: string;
  readonly isDisputed: boolean;
  /** The moment as of which the answer tells of it; undefined for that of the release. */
  readonly moment?: Moment | undefined;
  /** What happened then, where the answer is a timeline; else the entity's name says it. */
  readonly title?: string | undefined;
}

/** A partial date, with the first and last day that it may mean: `2019`, `2019-01-01`, `2019-12-31`. */
export interface DateBounds {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly precision: string;
  readonly isInferred: boolean;
  readonly text: string;
}

/** What an answer to a completed question holds: entities, the facts between them, and dates. */
export interface Subgraph {
  readonly entities: ReadonlyMap<string, EntityNode>;
  readonly links: readonly FactLink[];
  readonly dates: readonly Dated[];
  /** The two entities that all ways of the answer join, where it has ways: what is asked about. */
  readonly ends?: readonly [start: string, end: string] | undefined;
}

/** Where the walk is: the entity and fact around it, and the response keys since that entity. */
interface Place {
  readonly entity?: string | undefined;
  readonly fact?: string | undefined;
  readonly path: readonly string[];
  readonly isDisputed?: boolean;
  readonly title?: string | undefined;
  readonly moment: Moment | undefined;
}

type Value = Readonly<Record<string, unknown>>;

interface Draft {
  id: string;
  kind: string;
  name: string;
  details: Map<string, { text: string; moment: Moment | undefined }[]>;
  moments: Map<string, Moment | undefined>;
  isDisputed: boolean;
}

/** Relay's scaffolding, which names no relation. */
const SCAFFOLDING = new Set(['edges', 'nodes', 'node']);
/** What every card says in its own way. */
const SAID_ELSEWHERE = new Set([
  '__typename',
  'id',
  'kind',
  'cursor',
  'type',
  'modality',
  'rank',
  'rankReason',
  'isCurrent',
  'origin',
  NAME,
  TEXT,
  TITLE,
  PARTIES,
]);

/**
 * Reads the entities, facts and dates out of the answer to a completed question. A fact that the answer holds twice, as
 * seen from both ends, is one link, from the end that comes first.
 *
 * @param moments Where the answer tells of other days than its release.
 */
export function subgraphOf(data: unknown, moments: Moments = new Map()): Subgraph {
  const entities = new Map<string, Draft>();
  const links = new Map<string, FactLink>();
  const dates: Dated[] = [];
  const ends = new Map<string, readonly [string, string]>();

  const visit = (value: unknown, place: Place, key: string): void => {
    if (Array.isArray(value)) return value.forEach((item) => visit(item, place, key));
    if (!isObject(value)) return;
    const path = key === '' ? place.path : [...place.path, key];
    const isOutside = place.entity === undefined && place.fact === undefined;
    const moment = (isOutside ? moments.get(path.join('.')) : undefined) ?? place.moment;
    const inner = visitObject(value, { ...place, path, moment }, key);
    if (!inner) return;
    const hasFacts =
      Array.isArray(value['edges']) && value['edges'].some((edge) => isObject(edge) && 'modality' in edge);
    for (const [field, child] of Object.entries(value)) {
      // The nodes of a page are the ends of its facts once more, not another relation.
      visit(child, hasFacts && field === 'nodes' ? { ...inner, fact: '' } : inner, field);
    }
  };

  const visitObject = (value: Value, place: Place, key: string): Place | undefined => {
    const type = value['__typename'];
    if (type === 'Citation') return undefined;
    if (type === 'PartialDate' || type === 'Interval') {
      addDate(value, place, key);
      return undefined;
    }
    if (type === 'Path') noteEnds(value, place.moment);
    if (typeof value['kind'] === 'string' && typeof value['id'] === 'string') return enterEntity(value, place);
    if (typeof value['modality'] === 'string' && typeof value['id'] === 'string') return enterFact(value, place);
    return place;
  };

  const enterEntity = (value: Value, place: Place): Place => {
    const { moment } = place;
    const id = addEntity(value, moment);
    // A nesting that no fact stands for: `claims { nodes { subject { name } } }` says nothing of the kind.
    if (place.entity !== undefined && place.fact === undefined && place.entity !== id) addNesting(place, id);
    return { entity: id, path: [], moment };
  };

  const enterFact = (value: Value, place: Place): Place => {
    const id = factIdOf(value);
    const { moment } = place;
    if (value['__typename'] === 'TimelineEntry') {
      const entity = isEntity(value['entity']) ? addEntity(value['entity'], moment) : place.entity;
      const isDisputed = standingOf(value) === 'disputed';
      return { entity, fact: id, path: [], isDisputed, title: textAt(value, TITLE), moment };
    }
    const [start, end] = endsOf(value, place);
    if (value['__typename'] === 'Claim') {
      const subject = start ?? place.entity;
      const isDisputed = standingOf(value) === 'disputed';
      if (subject !== undefined && isDisputed) entities.get(subject)!.isDisputed = true;
      return { entity: subject, fact: id, path: [], isDisputed, moment };
    }
    if (start !== undefined && end !== undefined && !links.has(id)) links.set(id, linkOf(value, place, start, end));
    const isDisputed = standingOf(value) === 'disputed';
    return { entity: place.entity ?? start, fact: id, path: place.path, isDisputed, moment };
  };

  /** The ends of a fact: a relation's own two, or where the walk comes from and the node of the edge. */
  const endsOf = (value: Value, place: Place): [string | undefined, string | undefined] => {
    const entityAt = (key: string) => (isEntity(value[key]) ? addEntity(value[key], place.moment) : undefined);
    if (value['__typename'] === 'Claim') return [entityAt('subject'), undefined];
    return isEntity(value['from']) ? [entityAt('from'), entityAt('to')] : [place.entity, entityAt('node')];
  };

  const addEntity = (value: Value, moment: Moment | undefined): string => {
    const id = value['id'] as string;
    const known: Draft = entities.get(id) ?? {
      id,
      kind: value['kind'] as string,
      name: textAt(value, NAME) ?? textAt(value, 'name') ?? id,
      details: new Map(),
      moments: new Map(),
      isDisputed: false,
    };
    entities.set(id, known);
    known.moments.set(keyOfMoment(moment), moment);
    for (const [label, text] of detailsOf(value)) {
      if (text === known.name) continue;
      const others = (known.details.get(label) ?? []).filter((one) => keyOfMoment(one.moment) !== keyOfMoment(moment));
      known.details.set(label, [...others, { text, moment }]);
    }
    return id;
  };

  const addNesting = (place: Place, to: string): void => {
    const relation = relationOf(place.path);
    const id = `${place.entity} ${relation} ${to}`;
    if (!links.has(id))
      links.set(id, {
        ...{ id, from: place.entity!, to, relation },
        isForward: true,
        standing: 'stated',
        moment: place.moment,
        details: [],
        footnotes: [],
      });
  };

  const noteEnds = (way: Value, moment: Moment | undefined): void => {
    const hops = Array.isArray(way['hops']) ? way['hops'].filter(isObject) : [];
    const [start, end] = [hops[0]?.['from'], hops.at(-1)?.['to']];
    if (!isEntity(start) || !isEntity(end)) return;
    ends.set(`${start['id']} ${end['id']}`, [addEntity(start, moment), addEntity(end, moment)]);
  };

  const addDate = (value: Value, place: Place, property: string): void => {
    const isInterval = value['__typename'] === 'Interval';
    const from = boundsOf(isInterval ? value['from'] : value);
    const to = isInterval ? boundsOf(value['to']) : undefined;
    if (place.entity === undefined || (!from && !to)) return;
    dates.push({
      entity: place.entity,
      fact: place.fact,
      property,
      from,
      to,
      isInterval,
      text: isInterval ? intervalText(from, to) : from!.text,
      isDisputed: place.isDisputed ?? false,
      moment: place.moment,
      title: place.title,
    });
  };

  visit(data, { path: [], moment: undefined }, '');
  return {
    entities: finish(entities, [...links.values()]),
    links: [...links.values()],
    dates,
    ends: ends.size === 1 ? [...ends.values()][0] : undefined,
  };
}

function finish(drafts: ReadonlyMap<string, Draft>, links: readonly FactLink[]): Map<string, EntityNode> {
  const standings = new Map<string, Set<Standing>>();
  for (const { to, from, standing } of links)
    for (const end of [from, to]) standings.set(end, (standings.get(end) ?? new Set<Standing>()).add(standing));
  return new Map(
    [...drafts].map(([id, draft]) => {
      const seen = standings.get(id);
      const isPlanned =
        draft.details.get('status')?.at(-1)?.text === 'PLANNED' || (seen?.size === 1 && seen.has('planned'));
      const details = [...draft.details].flatMap(([label, said]): Detail[] =>
        new Set(said.map(({ text }) => text)).size === 1
          ? [[label, said[0]!.text]]
          : said.map(({ text, moment }) => [label, text, moment]),
      );
      return [id, { ...draft, details, moments: [...draft.moments.values()], isPlanned }];
    }),
  );
}

function linkOf(value: Value, place: Place, from: string, to: string): FactLink {
  const type = textAt(value, 'type');
  return {
    id: factIdOf(value),
    from,
    to,
    isForward: !String(value['id']).endsWith('<'),
    // The field of a relation, such as `hops › relation`, does not say which it is.
    relation:
      (value['__typename'] !== 'Relation' && relationOf(place.path)) || (type ?? '').toLowerCase().replaceAll('_', ' '),
    type,
    standing: standingOf(value),
    modality: textAt(value, 'modality'),
    rank: textAt(value, 'rank'),
    rankReason: textAt(value, 'rankReason'),
    isCurrent: typeof value['isCurrent'] === 'boolean' ? value['isCurrent'] : undefined,
    isReference: value['origin'] === 'REFERENCE',
    moment: place.moment,
    details: detailsOf(value).filter(([label]) => label !== 'validTime'),
    footnotes: footnotesBelow(value),
  };
}

/** The id of a fact itself: that of an edge ends with the side from which the fact is seen, `<` or `>`. */
const factIdOf = (value: Value): string => String(value['id']).replace(/[<>]$/, '');

/** The look of a fact: what editors set aside or a source denies is disputed, whatever else it is. */
function standingOf(fact: Value): Standing {
  if (fact['rank'] === 'DEPRECATED' || fact['modality'] === 'DENIED') return 'disputed';
  if (fact['modality'] === 'PLANNED' || fact['modality'] === 'TARGET') return 'planned';
  return fact['modality'] === 'ESTIMATED' ? 'estimated' : 'stated';
}

/** Response keys without Relay's: `agreements`, or several joined where no fact lies between. */
const relationOf = (path: readonly string[]): string =>
  path.filter((key) => !SCAFFOLDING.has(key) && key !== PARTIES).join(' › ') ||
  (path.includes(PARTIES) ? 'parties' : '');

/** The footnotes of a fact's own citations, not of what lies beyond it. */
function footnotesBelow(fact: Value): string[] {
  const citations = Object.values(fact).find(
    (value) => Array.isArray(value) && value.some((item) => isObject(item) && item['__typename'] === 'Citation'),
  );
  if (!Array.isArray(citations)) return [];
  return citations.flatMap((one) => (isObject(one) && typeof one['footnote'] === 'string' ? [one['footnote']] : []));
}

/** The fields of a value that can be said in a line each; what leads to other entities and facts is none of them. */
function detailsOf(value: Value): Detail[] {
  return Object.entries(value).flatMap(([key, field]): Detail[] => {
    if (SAID_ELSEWHERE.has(key)) return [];
    const text = textOf(field);
    return text === undefined ? [] : [[key, text]];
  });
}

/** A field in words; nothing where it is null, or leads on. */
function textOf(field: unknown): string | undefined {
  if (field === null || field === undefined) return undefined;
  if (Array.isArray(field)) {
    const texts = field.map(textOf);
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join(', ') : undefined;
  }
  if (!isObject(field)) return String(field);
  const type = field['__typename'];
  if (type === 'PartialDate') return boundsOf(field)?.text;
  if (type === 'Interval') return intervalText(boundsOf(field['from']), boundsOf(field['to']));
  if (type === 'Citation' || isEntity(field) || 'edges' in field || 'nodes' in field || 'modality' in field)
    return undefined;
  const text = textAt(field, TEXT) ?? textAt(field, 'text');
  if (text !== undefined) return text;
  const parts = Object.entries(field).flatMap(([key, part]) => {
    const text = SAID_ELSEWHERE.has(key) ? undefined : textOf(part);
    return text === undefined ? [] : [text];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** The bounds of a partial date of a completed question. */
export function boundsOf(value: unknown): DateBounds | undefined {
  if (!isObject(value) || typeof value['earliest'] !== 'string' || typeof value['latest'] !== 'string')
    return undefined;
  const edtf = String(value['edtf']);
  return {
    edtf,
    earliest: value['earliest'],
    latest: value['latest'],
    precision: String(value['precision']),
    isInferred: value['inferred'] === true,
    text: textAt(value, TEXT) ?? edtf,
  };
}

const intervalText = (from: DateBounds | undefined, to: DateBounds | undefined): string =>
  `${from?.text ?? '…'} – ${to?.text ?? '…'}`;

const textAt = (value: Value, key: string): string | undefined =>
  typeof value[key] === 'string' ? value[key] : undefined;

const isEntity = (value: unknown): value is Value =>
  isObject(value) && typeof value['kind'] === 'string' && typeof value['id'] === 'string';

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
