// The shapes of questions that are measured. Each has a document, sets of variables to ask it with (several, since a
// question that is asked again is not the same as one like it), and the answer as the floor gives it.
import { compare, placeOf } from './floor.js';

/** How many sets of variables a shape has. */
const SETS = 20;

const named = ({ id, name }) => ({ id, name });
const dated = (node) => ({ ...named(node), concludedOn: { edtf: node.properties.concludedOn.edtf } });
const partiesOf = ({ back }, { id }) => ({ nodes: back('PARTY_TO', id).map(({ node }) => named(node)) });

export const shapes = [
  {
    key: 'a',
    what: 'one node by id, 5 scalars',
    query: `query ($id: ID!) { agreement(id: $id) { id name type manner concludedOn { edtf } } }`,
    variables: ({ agreements }) => spread(agreements).map(({ id }) => ({ id })),
    floor: ({ entities }, { id }) => {
      const node = entities.get(id);
      const { type, manner } = node.properties;
      return { agreement: { ...dated(node), type, manner } };
    },
  },
  {
    key: 'b',
    what: '50 large provinces, 5 agreements of each by date, all parties',
    query: `query ($ids: [ID!]!) {
      provinces(where: { id: { in: $ids } }, orderBy: [{ id: ASC }], first: 50) { nodes {
        id name agreements(first: 5, orderBy: [{ concludedOn: ASC }]) { nodes {
          id name concludedOn { edtf } parties(first: 100) { nodes { id name } } } } } } }`,
    variables: ({ provinces }) => {
      const large = provinces.slice(0, 60).map(({ id }) => id);
      return Array.from({ length: SETS }, (_, set) => ({
        ids: large.map((_, place) => large[(place + set * 3) % large.length]).slice(0, 50),
      }));
    },
    floor: (floor, { ids }) => ({
      provinces: {
        nodes: ids.toSorted(compare).map((id) => ({
          ...named(floor.entities.get(id)),
          agreements: {
            nodes: (floor.earliestFirst.get(id) ?? [])
              .slice(0, 5)
              .map(({ node }) => ({ ...dated(node), parties: partiesOf(floor, node) })),
          },
        })),
      },
    }),
  },
  ofProvinces('c', 'agreements of a country’s provinces after a date, by date, first 20, with the total', true),
  {
    key: 'd',
    what: 'four nested connections of 10',
    query: `query ($id: ID!) {
      province(id: $id) { id agreements(first: 10) { nodes {
        id name topics(first: 10) { nodes {
          id name agreements(first: 10) { nodes {
            id name concludedOn { edtf } signatories(first: 10) { nodes { id name } } } } } } } } } }`,
    variables: ({ provinces }) => provinces.slice(0, SETS).map(({ id }) => ({ id })),
    floor: ({ along, about, back }, { id }) => {
      const connection = (items, make) => ({ nodes: items.slice(0, 10).map(({ node }) => make(node)) });
      return {
        province: {
          id,
          agreements: connection(along('PARTY_TO', id), (agreement) => ({
            ...named(agreement),
            topics: connection(along('HAS_TOPIC', agreement.id), (topic) => ({
              ...named(topic),
              agreements: connection(about.get(topic.id), (other) => ({
                ...dated(other),
                signatories: connection(back('SIGNED', other.id), named),
              })),
            })),
          })),
        },
      };
    },
  },
  ofProvinces('g', 'c without the total', false),
  {
    key: 'hub',
    what: 'one of the 20 largest provinces, its latest 20 agreements, all parties',
    query: `query ($id: ID!) {
      province(id: $id) { id agreements(first: 20, orderBy: [{ concludedOn: DESC }]) { nodes {
        id name concludedOn { edtf } parties(first: 100) { nodes { id name } } } } } }`,
    variables: ({ provinces }) => provinces.slice(0, SETS).map(({ id }) => ({ id })),
    floor: (floor, { id }) => ({
      province: {
        id,
        agreements: {
          nodes: floor.latestFirst
            .get(id)
            .slice(0, 20)
            .map(({ node }) => ({ ...dated(node), parties: partiesOf(floor, node) })),
        },
      },
    }),
  },
  {
    key: 'page',
    what: '20 in the middle of all agreements by date',
    query: `query ($after: String) {
      page: agreements(orderBy: [{ concludedOn: ASC }], first: 20, after: $after) {
        nodes { id name concludedOn { edtf } } pageInfo { hasNextPage endCursor } } }`,
    variables: ({ agreements }, cursor) =>
      spread(agreements.slice(0, -30)).map((node) => ({ after: cursor([node.earliest, node.latest, node.id]), node })),
    floor: ({ agreements, byDate }, { node: from }, cursor) => {
      const start = placeOf(agreements, (each) => byDate(each, from) > 0);
      const nodes = agreements.slice(start, start + 20);
      const last = nodes.at(-1);
      const pageInfo = {
        hasNextPage: start + 20 < agreements.length,
        endCursor: cursor([last.earliest, last.latest, last.id]),
      };
      return { page: { nodes: nodes.map(dated), pageInfo } };
    },
  },
  {
    key: 'name',
    what: 'leaders whose name contains a text, first 20 by name',
    query: `query ($text: String!) { leaders(where: { name: { contains: $text } }, first: 20) { nodes { id name } } }`,
    variables: ({ leaders }) => spread(leaders).map(({ name }) => ({ text: name.split(' ').slice(1).join(' ') })),
    floor: ({ leaders, fold }, { text }) => {
      const folded = fold(text);
      const nodes = [];
      for (const leader of leaders) {
        if (leader.folded.some((name) => name.includes(folded))) nodes.push(named(leader));
        if (nodes.length === 20) break;
      }
      return { leaders: { nodes } };
    },
  },
  {
    key: 'claims',
    what: '20 in the middle of the claims of one property, with their subjects and citations',
    query: `query ($after: String) {
      page: claims(where: { property: { eq: "concludedOn" } }, first: 20, after: $after) {
        nodes { id value isBest subject { id name } citations { paragraph source { id } } }
        pageInfo { hasNextPage endCursor } } }`,
    variables: ({ claims }, cursor) => spread(claims.slice(0, -30)).map(({ id }) => ({ after: cursor([id]), id })),
    floor: ({ claims, citationsOf, entities }, { id: from }, cursor) => {
      const start = placeOf(claims, ({ id }) => id > from);
      const nodes = claims.slice(start, start + 20);
      const pageInfo = { hasNextPage: start + 20 < claims.length, endCursor: cursor([nodes.at(-1).id]) };
      const row = (claim) => ({
        id: claim.id,
        value: claim.value.edtf,
        isBest: claim.isBest,
        subject: named(entities.get(claim.subject)),
        citations: citationsOf(claim).map(({ paragraph, source }) => ({ paragraph, source: { id: source.id } })),
      });
      return { page: { nodes: nodes.map(row), pageInfo } };
    },
  },
  {
    key: 'cited',
    what: 'one agreement, all its parties, signatories and topics, citations on every edge',
    query: `query ($id: ID!) {
      agreement(id: $id) { id name
        parties(first: 100) { edges { role citations { ...C } node { id name } } }
        signatories(first: 100) { edges { role citations { ...C } node { id name } } }
        topics(first: 100) { edges { citations { ...C } node { id name } } } } }
      fragment C on Citation { paragraph footnote source { id name } }`,
    variables: ({ agreements }) => spread(agreements).map(({ id }) => ({ id })),
    floor: ({ entities, back, along, citationsOf }, { id }) => {
      const row = ({ fact, node }, more) => ({
        ...more,
        citations: citationsOf(fact).map(({ paragraph, footnote, source }) => ({
          paragraph,
          footnote,
          source: named(source),
        })),
        node: named(node),
      });
      const withRole = (item) => row(item, { role: item.fact.properties.role ?? null });
      return {
        agreement: {
          ...named(entities.get(id)),
          parties: { edges: back('PARTY_TO', id).map(withRole) },
          signatories: { edges: back('SIGNED', id).map(withRole) },
          topics: { edges: along('HAS_TOPIC', id).map((item) => row(item)) },
        },
      };
    },
  },
];

function ofProvinces(key, what, withTotal) {
  return {
    key,
    what,
    query: `query ($ids: [ID!]!, $after: Date!) {
      agreements(
        where: { concludedOn: { after: $after }, parties: { some: { node: { id: { in: $ids } } } } }
        orderBy: [{ concludedOn: ASC }]
        first: 20
      ) { ${withTotal ? 'totalCount' : ''} nodes { id name concludedOn { edtf } } } }`,
    variables: ({ provinces }) =>
      Array.from({ length: SETS }, (_, set) => ({
        // The provinces of a country: large and small ones.
        ids: provinces
          .filter((_, place) => place % SETS === set)
          .slice(0, 20)
          .map(({ id }) => id),
        after: `${1975 + set * 2}-06-15`,
      })),
    floor: ({ earliestFirst, byDate }, { ids, after }) => {
      const day = Number(after.replaceAll('-', ''));
      const found = new Set();
      for (const id of ids) for (const { node } of earliestFirst.get(id) ?? []) if (node.latest > day) found.add(node);
      const nodes = [...found].sort(byDate).slice(0, 20).map(dated);
      return { agreements: { ...(withTotal && { totalCount: found.size }), nodes } };
    },
  };
}

/** Some of a list, evenly spread. */
function spread(list) {
  return Array.from({ length: SETS }, (_, set) => list[Math.floor((set * list.length) / SETS)]);
}
