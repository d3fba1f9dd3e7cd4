import type { Along } from '../../plan/read-plan.js';
import { block, cypher, join, lines, name, type Cypher } from './cypher.js';
import {
  decodeNative,
  slotLabel,
  storedProperty,
  type Model,
  type RecordClass,
  type Slot,
  type StoredProperty,
} from './layout.js';

/** A record that a part of a statement has at hand. */
export interface Place {
  readonly recordClass: RecordClass;
  readonly variable: Cypher;
  /** The kind of the entity, where it can only be one. */
  readonly kind?: string;
  /** The record is a fact, held as a relationship, that was followed to an entity. */
  readonly followed?: { readonly to: Cypher; readonly direction: 'out' | 'in' | 'both' };
  /** The record is a citation: the passage as it is cited by another record, in its list of citations. */
  readonly cited?: { readonly by: Cypher; readonly index: Cypher };
}

/** A way from one record to others. */
export interface Way {
  /** Clauses that bind the variables of the records at its end. */
  readonly match: Cypher;
  readonly end: Place;
  /** Where the way goes along a relation. */
  readonly fact?: Place;
  /** It may come to the same record several times. */
  readonly isRepeating?: boolean;
  /** What puts the records in the order of a link. */
  readonly order: Cypher;
  /** What must hold of the records at its end. */
  readonly condition?: Cypher;
  /** The pattern alone, if that is all there is to it. */
  readonly pattern?: Cypher;
}

/** Variables that occur once in a statement. */
export class Variables {
  #count = 0;

  next(prefix: string): Cypher {
    return name(`${prefix}${++this.#count}`);
  }
}

/** A property of the record at hand. */
export function propertyAt(
  { recordClass, kind, followed, cited, variable }: Place,
  property: string,
  model: Model,
): StoredProperty {
  if (cited && (property === 'start' || property === 'end')) {
    return {
      ...storedProperty(property, undefined),
      value: () => cypher`${cited.by}.citations_${name(property)}[${cited.index}]`,
      decode: (value) => {
        const offset = decodeNative(value);
        return offset === -1 ? null : offset;
      },
    };
  }
  if (followed && property === 'edgeId') {
    return { ...storedProperty(property, undefined), value: () => edgeId(variable, followed) };
  }
  const stored = model.property(recordClass, property, kind);
  if (!followed || property !== 'type') return stored;
  const type = cypher`type(${variable})`;
  return {
    ...stored,
    value: () => type,
    facet: (record, facet) => ({ ...stored.facet(record, facet), expression: type }),
  };
}

/** The id of a fact with the way in which it was followed: a fact that leads from an entity to itself goes forward. */
function edgeId(fact: Cypher, { to, direction }: NonNullable<Place['followed']>): Cypher {
  switch (direction) {
    case 'out':
      return cypher`${fact}.id + '>'`;
    case 'in':
      return cypher`${fact}.id + '<'`;
    case 'both':
      return cypher`${fact}.id + CASE WHEN endNode(${fact}) = ${to} THEN '>' ELSE '<' END`;
  }
}

/** Along the relations of a type from an entity. */
export function alongRelation(
  start: Cypher,
  { relation, direction, kinds }: Extract<Along, { readonly relation: string }>,
  variables: Variables,
  slot: Slot,
): Way {
  const fact = variables.next('f');
  const end = variables.next('n');
  const [tail, head] =
    direction === 'out'
      ? [cypher`-`, cypher`->`]
      : direction === 'in'
        ? [cypher`<-`, cypher`-`]
        : [cypher`-`, cypher`-`];
  return {
    match: cypher`MATCH (${start})${tail}[${fact}:${name(relation)}]${head}(${end})`,
    ...(kinds
      ? {
          condition: cypher`(${join(
            kinds.map((kind) => cypher`${end}:${slotLabel(kind, slot)}`),
            cypher` OR `,
          )})`,
        }
      : { pattern: cypher`(${start})${tail}[:${name(relation)}]${head}()` }),
    end: { recordClass: 'entity', variable: end },
    fact: { recordClass: 'relation', variable: fact, followed: { to: end, direction } },
    order: cypher`${end}.id, ${fact}.id`,
  };
}

/**
 * Along a link from a record.
 *
 * @throws Error where the records of the class have no such link.
 */
export function alongLink(start: Place, link: string, variables: Variables, slot: Slot): Way {
  const { recordClass, variable: from } = start;
  const end = variables.next(END_PREFIX[link] ?? 'n');
  const at = (endClass: RecordClass, match: Cypher, more: Partial<Way> = {}): Way => ({
    match,
    end: { recordClass: endClass, variable: end },
    order: cypher`${end}.id`,
    ...more,
  });
  if (link === 'citations' && recordClass !== 'passage' && recordClass !== 'citation') {
    const index = variables.next('i');
    return {
      match: lines(
        cypher`UNWIND range(0, size(${from}.citations) - 1) AS ${index}`,
        cypher`MATCH (${end}:${slotLabel('Passage', slot)} {id: ${from}.citations[${index}]})`,
      ),
      end: { recordClass: 'citation', variable: end, cited: { by: from, index } },
      order: index,
    };
  }
  switch (`${recordClass}.${link}`) {
    case 'entity.sources': {
      const index = variables.next('i');
      return at(
        'entity',
        lines(
          cypher`UNWIND range(0, size(${from}.sources) - 1) AS ${index}`,
          cypher`MATCH (${end}:${slotLabel('Entity', slot)} {id: ${from}.sources[${index}]})`,
        ),
        { order: index },
      );
    }
    case 'entity.claims':
      return at('claim', cypher`MATCH (${from})<-[:OF]-(${end})`, { pattern: cypher`(${from})<-[:OF]-()` });
    case 'entity.passages':
      return at('passage', cypher`MATCH (${from})<-[:IN]-(${end})`, { pattern: cypher`(${from})<-[:IN]-()` });
    case 'entity.statements':
      return at('claim', cypher`MATCH (${from})<-[:IN]-()<-[:CITES]-(${end}:Claim)`, { isRepeating: true });
    case 'entity.facts':
      return at('relation', cypher`MATCH (${from})<-[:IN]-()<-[:CITES]-(${end}:Relation)`, { isRepeating: true });
    case 'entity.timeline':
      return at('entry', cypher`MATCH (${from})<-[:DATES|INVOLVES]-(${end}:TimelineEntry)`, { isRepeating: true });
    case 'entity.conflicts':
      return at('conflict', cypher`MATCH (${from})<-[:CONCERNS]-(${end})`, {
        order: cypher`${end}.property, ${end}.id`,
      });
    case 'entry.entity':
      return at('entity', cypher`MATCH (${from})-[:DATES]->(${end})`);
    case 'entry.involved':
      return at('entity', cypher`MATCH (${from})-[:INVOLVES]->(${end})`, { isRepeating: true });
    case 'conflict.subject':
      return at('entity', cypher`MATCH (${end}:${slotLabel('Entity', slot)} {id: ${from}.subject})`);
    case 'conflict.claims':
      return at('claim', cypher`MATCH (${end}:${slotLabel('Claim', slot)}) WHERE ${end}.id IN ${from}.claims`);
    case 'conflict.relations':
      return at('relation', cypher`MATCH (${end}:${slotLabel('Relation', slot)}) WHERE ${end}.id IN ${from}.relations`);
    case 'conflict.preferred':
      return at('claim', cypher`MATCH (${end}:${slotLabel('Claim', slot)} {id: ${from}.preferred})`);
    case 'relation.from':
    case 'relation.to':
      if (start.followed) {
        const side = link === 'from' ? cypher`startNode(${from})` : cypher`endNode(${from})`;
        return at('entity', cypher`WITH ${side} AS ${end}`);
      }
      return at('entity', cypher`MATCH (${end}:${slotLabel('Entity', slot)} {id: ${from}.${name(`${link}_id`)}})`);
    case 'claim.subject':
      return at('entity', cypher`MATCH (${from})-[:OF]->(${end})`);
    case 'passage.source':
    case 'citation.source':
      return at('entity', cypher`MATCH (${from})-[:IN]->(${end})`);
    case 'citation.passage':
      return { match: cypher``, end: { recordClass: 'passage', variable: from }, order: cypher`${from}.id` };
    case 'passage.claims':
      return at('claim', cypher`MATCH (${from})<-[:CITES]-(${end}:Claim)`);
    case 'passage.relations':
      return at('relation', cypher`MATCH (${from})<-[:CITES]-(${end}:Relation)`);
  }
  throw new Error(`A ${recordClass} has no link ${link}.`);
}

const END_PREFIX: Readonly<Record<string, string>> = {
  citations: 'p',
  passages: 'p',
  passage: 'p',
  claims: 'c',
  statements: 'c',
  facts: 'r',
  relations: 'r',
  timeline: 'e',
  conflicts: 'x',
  preferred: 'c',
};

/**
 * A subquery for each row, which sees some of its variables.
 *
 * @param isOptional A row for which it returns nothing stays, with null.
 */
export function subquery(imports: readonly Cypher[], body: Cypher, isOptional = false): Cypher {
  const call = cypher`CALL (${join(imports)})`;
  return block(isOptional ? cypher`OPTIONAL ${call}` : call, body);
}
