import type { Question } from '../api.js';
import type { Absence, Language } from '../words.js';

/** Facts and claims of an entity that its page shows at first. */
export const FACTS_AT_FIRST = 60;

const CLAIM = `fragment claim on ClaimConnection {
  totalCount
  nodes {
    id
    property
    value
    absence
    date {
      text(lang: $lang)
    }
    quantity {
      text(lang: $lang)
    }
    isBest
    modality
    rank
    rankReason
    citations {
      footnote
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`;

const FACT = `fragment fact on RelationConnection {
  totalCount
  nodes {
    id
    type
    role
    modality
    rank
    rankReason
    isCurrent
    origin
    validTime {
      from {
        text(lang: $lang)
      }
      to {
        text(lang: $lang)
      }
    }
    from {
      id
      kind
      name(lang: $lang)
    }
    to {
      id
      kind
      name(lang: $lang)
    }
    citations {
      footnote
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`;

const ENTITY_PAGE = `query EntityPage($id: ID!, $lang: Language!) {
  entity(ref: { id: $id }) {
    id
    kind
    name(lang: $lang)
    description(lang: $lang)
    names {
      text
      language
    }
    conflicts {
      id
      kind
      property
      reason(lang: $lang)
      preferred {
        id
      }
      claims {
        id
        value
        absence
        rank
        rankReason
        citations {
          footnote
        }
      }
    }
    related(first: ${FACTS_AT_FIRST}) {
      ...fact
    }
    claims(first: ${FACTS_AT_FIRST}) {
      ...claim
    }
  }
}

${FACT}

${CLAIM}`;

const MORE_FACTS = `query MoreFacts($id: ID!, $after: String!, $lang: Language!) {
  entity(ref: { id: $id }) {
    related(first: ${FACTS_AT_FIRST}, after: $after) {
      ...fact
    }
  }
}

${FACT}`;

const MORE_CLAIMS = `query MoreClaims($id: ID!, $after: String!, $lang: Language!) {
  entity(ref: { id: $id }) {
    claims(first: ${FACTS_AT_FIRST}, after: $after) {
      ...claim
    }
  }
}

${CLAIM}`;

const ENTITY_GRAPH = `query EntityGraph($id: ID!, $lang: Language!) {
  neighbourhood(of: [{ id: $id }], depth: 1, maxNodes: 60) {
    nodes {
      id
      kind
      name(lang: $lang)
    }
    links {
      id
      type
      modality
      rank
    }
    truncated
    omitted {
      key
      count
    }
  }
}`;

const ENTITY_TIMELINE = `query EntityTimeline($id: ID!, $lang: Language!) {
  entity(ref: { id: $id }) {
    name(lang: $lang)
    timeline(first: 100) {
      totalCount
      nodes {
        title(lang: $lang)
        date {
          text(lang: $lang)
        }
        end {
          text(lang: $lang)
        }
        modality
        citations {
          footnote
        }
      }
    }
  }
}`;

const WAYS = `query Ways($from: ID!, $to: ID!, $via: [RelationType!], $lang: Language!) {
  paths(from: { id: $from }, to: { id: $to }, via: $via, maxHops: 4, first: 10) {
    length
    sentence(lang: $lang)
    holdsTogether
    hops {
      forward
      from {
        id
        kind
        name(lang: $lang)
      }
      to {
        id
        kind
        name(lang: $lang)
      }
      relation {
        id
        type
        citations {
          footnote
        }
      }
    }
  }
}`;

const question = (query: string, variables: object, language: Language): Question => ({
  query,
  variables: JSON.stringify({ ...variables, lang: language.toUpperCase() }, null, 2),
});

/** The question that an entity's page, its graph or its timeline answers. */
export const entityQuestion = (id: string, view: 'facts' | 'graph' | 'timeline', language: Language): Question =>
  question({ facts: ENTITY_PAGE, graph: ENTITY_GRAPH, timeline: ENTITY_TIMELINE }[view], { id }, language);

/** The question for the next facts, or claims, of an entity. */
export const moreQuestion = (of: 'related' | 'claims', id: string, after: string, language: Language): Question =>
  question({ related: MORE_FACTS, claims: MORE_CLAIMS }[of], { id, after }, language);

/** The question for the ways between two entities, by any facts or by those of one type. */
export const waysQuestion = (from: string, to: string, via: string | undefined, language: Language): Question =>
  question(WAYS, { from, to, ...(via !== undefined && { via: [via] }) }, language);

const NAMES = `query NamesOf($ids: [ID!]!, $lang: Language!) {
  nodes(ids: $ids) {
    ... on Entity {
      id
      name(lang: $lang)
    }
  }
}`;

/** The question for the names of some entities. */
export const namesQuestion = (ids: readonly string[], language: Language): Question =>
  question(NAMES, { ids }, language);

const NEAR = `query Near($text: String!, $lang: Language!) {
  search(text: $text, first: 6) {
    nodes {
      id
      kind
      name(lang: $lang)
    }
  }
}`;

/** The question for entities whose names are near what an id says: `province/tay-ninhh` as `tay ninhh`. */
export const nearQuestion = (id: string, language: Language): Question =>
  question(NEAR, { text: id.slice(id.indexOf('/') + 1).replaceAll('-', ' ') }, language);

/** An entity, as facts name it. */
export interface Named {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

interface Cited {
  readonly citations: readonly { readonly footnote: string }[];
}

/** One stated value of a property, or one stated absence. */
export interface ClaimRow extends Cited {
  readonly id: string;
  readonly property: string;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly date: { readonly text: string } | null;
  readonly quantity: { readonly text: string } | null;
  readonly isBest: boolean;
  readonly modality: string;
  readonly rank: string;
  readonly rankReason: string | null;
}

/** A fact between two entities. */
export interface RelatedRow extends Cited {
  readonly id: string;
  readonly type: string;
  readonly role: string | null;
  readonly modality: string;
  readonly rank: string;
  readonly rankReason: string | null;
  readonly isCurrent: boolean;
  readonly origin: 'DOCUMENT' | 'REFERENCE';
  readonly validTime: { readonly from: { text: string } | null; readonly to: { text: string } | null } | null;
  readonly from: Named;
  readonly to: Named;
}

/** Values of one property that are not the same. */
export interface ConflictRow {
  readonly id: string;
  readonly kind: 'CONTRADICTION' | 'COMPATIBLE';
  readonly property: string;
  readonly reason: string;
  readonly preferred: { readonly id: string } | null;
  readonly claims: readonly (Cited & {
    readonly id: string;
    readonly value: string | null;
    readonly absence: Absence | null;
    readonly rank: string;
    readonly rankReason: string | null;
  })[];
}

/** A page of a connection. */
export interface PageOf<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What an entity's page shows. */
export interface EntityRow extends Named {
  readonly description: string | null;
  readonly names: readonly { readonly text: string; readonly language: string | null }[];
  readonly claims: PageOf<ClaimRow>;
  readonly conflicts: readonly ConflictRow[];
  readonly related: PageOf<RelatedRow>;
}

/** One way between two entities. */
export interface WayRow {
  readonly length: number;
  readonly sentence: string;
  readonly holdsTogether: boolean;
  readonly hops: readonly {
    readonly forward: boolean;
    readonly from: Named;
    readonly to: Named;
    readonly relation: Cited & { readonly id: string; readonly type: string };
  }[];
}
