// The questions of the bench as somebody would write them by hand, for the bare driver: no GraphQL, no plan, no checks.
// Each gives the same answer as the floor; the statement knows the layout and the slot, and needs no more than it asks.
import { nameIn } from '../../dist/model/name.js';

const named = ([id, names]) => ({ id, name: nameIn(JSON.parse(names), 'vi') });
const dated = ([id, names, date]) => ({ ...named([id, names]), concludedOn: { edtf: JSON.parse(date).edtf } });
const nodes = (list, make) => ({ nodes: list.map(make) });

const agreementsOfProvinces = (slot) => `
  MATCH (p:Entity_${slot}) WHERE p.id IN $ids
  MATCH (p)-[:PARTY_TO]->(n:Agreement_${slot}) WHERE n.concludedOn_latest > $after
  WITH DISTINCT n`;

const inOrder = 'WITH n ORDER BY n.concludedOn_earliest, n.concludedOn_latest, n.id';

const ofProvinces = (slot) => `
  ${agreementsOfProvinces(slot)}
  ${inOrder} LIMIT 20
  RETURN collect([n.id, n.names, n.concludedOn]) AS answer`;

const totalOfProvinces = (slot) => `
  ${agreementsOfProvinces(slot)}
  ${inOrder}
  WITH collect(n) AS found
  RETURN [size(found), [n IN found[0..20] | [n.id, n.names, n.concludedOn]]] AS answer`;

const afterDay = ({ ids, after }) => ({ ids, after: Number(after.replaceAll('-', '')) });

/** For each shape: the statement, its parameters of the shape's variables, and the answer of what comes back. */
export const byHand = {
  a: {
    text: (slot) => `
      MATCH (n:Entity_${slot}:Agreement_${slot} {id: $id})
      RETURN [n.id, n.names, n.concludedOn, n.type, n.manner] AS answer`,
    answer: ([id, names, date, type, manner]) => ({ agreement: { ...dated([id, names, date]), type, manner } }),
  },
  b: {
    text: (slot) => `
      MATCH (p:Entity_${slot}:Province_${slot}) WHERE p.id IN $ids
      WITH p ORDER BY p.id LIMIT 50
      CALL (p) {
        MATCH (p)-[f:PARTY_TO]->(a:Agreement_${slot})
        WITH a, f ORDER BY a.concludedOn_earliest, a.concludedOn_latest, a.id, f.id LIMIT 5
        CALL (a) {
          MATCH (a)<-[f:PARTY_TO]-(q) WITH q, f ORDER BY q.names_sort, q.id, f.id LIMIT 100
          RETURN collect([q.id, q.names]) AS parties
        }
        RETURN collect([a.id, a.names, a.concludedOn, parties]) AS agreements
      }
      RETURN collect([p.id, p.names, agreements]) AS answer`,
    answer: (provinces) => ({
      provinces: nodes(provinces, ([id, names, agreements]) => ({
        ...named([id, names]),
        agreements: nodes(agreements, ([...agreement]) => ({
          ...dated(agreement),
          parties: nodes(agreement[3], named),
        })),
      })),
    }),
  },
  c: {
    text: totalOfProvinces,
    parameters: afterDay,
    answer: ([total, agreements]) => ({ agreements: { totalCount: Number(total), ...nodes(agreements, dated) } }),
  },
  d: {
    text: (slot) => `
      MATCH (p:Entity_${slot}:Province_${slot} {id: $id})
      CALL (p) {
        MATCH (p)-[f:PARTY_TO]->(a) WITH a, f ORDER BY a.names_sort, a.id, f.id LIMIT 10
        CALL (a) {
          MATCH (a)-[f:HAS_TOPIC]->(t) WITH t, f ORDER BY t.names_sort, t.id, f.id LIMIT 10
          CALL (t) {
            MATCH (t)<-[f:HAS_TOPIC]-(b:Agreement_${slot}) WITH b, f ORDER BY b.names_sort, b.id, f.id LIMIT 10
            CALL (b) {
              MATCH (b)<-[f:SIGNED]-(s) WITH s, f ORDER BY s.names_sort, s.id, f.id LIMIT 10
              RETURN collect([s.id, s.names]) AS signatories
            }
            RETURN collect([b.id, b.names, b.concludedOn, signatories]) AS others
          }
          RETURN collect([t.id, t.names, others]) AS topics
        }
        RETURN collect([a.id, a.names, topics]) AS agreements
      }
      RETURN [p.id, agreements] AS answer`,
    answer: ([id, agreements]) => ({
      province: {
        id,
        agreements: nodes(agreements, ([agreement, names, topics]) => ({
          ...named([agreement, names]),
          topics: nodes(topics, ([topic, topicNames, others]) => ({
            ...named([topic, topicNames]),
            agreements: nodes(others, ([...other]) => ({ ...dated(other), signatories: nodes(other[3], named) })),
          })),
        })),
      },
    }),
  },
  g: { text: ofProvinces, parameters: afterDay, answer: (agreements) => ({ agreements: nodes(agreements, dated) }) },
  hub: {
    text: (slot) => `
      MATCH (p:Entity_${slot}:Province_${slot} {id: $id})
      CALL (p) {
        MATCH (p)-[f:PARTY_TO]->(a)
        WITH a, f ORDER BY a.concludedOn_earliest DESC, a.concludedOn_latest DESC, a.id, f.id LIMIT 20
        CALL (a) {
          MATCH (a)<-[f:PARTY_TO]-(q) WITH q, f ORDER BY q.names_sort, q.id, f.id LIMIT 100
          RETURN collect([q.id, q.names]) AS parties
        }
        RETURN collect([a.id, a.names, a.concludedOn, parties]) AS agreements
      }
      RETURN [p.id, agreements] AS answer`,
    answer: ([id, agreements]) => ({
      province: {
        id,
        agreements: nodes(agreements, ([...agreement]) => ({
          ...dated(agreement),
          parties: nodes(agreement[3], named),
        })),
      },
    }),
  },
  page: {
    text: (slot) => `
      MATCH (n:Agreement_${slot})
      WHERE n.concludedOn_earliest >= $earliest
        AND (n.concludedOn_earliest <> $earliest
          OR n.concludedOn_latest > $latest OR (n.concludedOn_latest = $latest AND n.id > $id))
      WITH n ORDER BY n.concludedOn_earliest, n.concludedOn_latest, n.id LIMIT 21
      RETURN collect([n.id, n.names, n.concludedOn, n.concludedOn_earliest, n.concludedOn_latest]) AS answer`,
    parameters: ({ node: { earliest, latest, id } }) => ({ earliest, latest, id }),
    answer: (found, cursor) => ({
      page: pageOf(found, dated, ([id, , , early, late]) => cursor([early, late, id].map(plain))),
    }),
  },
  name: {
    text: (slot) => `
      MATCH (n:Leader_${slot})
      WHERE n.names_sort IS NOT NULL AND any(name IN n.names_folded WHERE name CONTAINS $folded)
      WITH n ORDER BY n.names_sort, n.id LIMIT 20
      RETURN collect([n.id, n.names]) AS answer`,
    parameters: ({ text }, fold) => ({ folded: fold(text) }),
    answer: (leaders) => ({ leaders: nodes(leaders, named) }),
  },
  claims: {
    text: (slot) => `
      MATCH (c:Claim_${slot}) WHERE c.id > $id AND c.property = 'concludedOn'
      WITH c ORDER BY c.id LIMIT 21
      MATCH (c)-[:OF]->(n)
      CALL (c) {
        UNWIND range(0, size(c.citations) - 1) AS i
        MATCH (p:Passage_${slot} {id: c.citations[i]})-[:IN]->(s)
        WITH i, p, s ORDER BY i
        RETURN collect([p.paragraph, s.id]) AS citations
      }
      WITH c, n, citations ORDER BY c.id
      RETURN collect([c.id, c.value, c.isBest, [n.id, n.names], citations]) AS answer`,
    answer: (found, cursor) => ({
      page: pageOf(
        found,
        ([id, value, isBest, subject, citations]) => ({
          id,
          value,
          isBest,
          subject: named(subject),
          citations: citations.map(([paragraph, source]) => ({ paragraph: Number(paragraph), source: { id: source } })),
        }),
        ([id]) => cursor([id]),
      ),
    }),
  },
  cited: {
    text: (slot) => {
      const edges = (pattern, as, role) => `
      CALL (n) {
        MATCH ${pattern} WITH m, f ORDER BY m.names_sort, m.id, f.id LIMIT 100
        CALL (f) {
          UNWIND range(0, size(f.citations) - 1) AS i
          MATCH (p:Passage_${slot} {id: f.citations[i]})-[:IN]->(s)
          WITH i, p, s ORDER BY i
          RETURN collect([p.paragraph, p.footnote, s.id, s.names]) AS citations
        }
        RETURN collect([m.id, m.names, citations${role ? ', f.role' : ''}]) AS ${as}
      }`;
      return `
      MATCH (n:Entity_${slot}:Agreement_${slot} {id: $id})
      ${edges('(n)<-[f:PARTY_TO]-(m)', 'parties', true)}
      ${edges('(n)<-[f:SIGNED]-(m)', 'signatories', true)}
      ${edges('(n)-[f:HAS_TOPIC]->(m)', 'topics', false)}
      RETURN [n.id, n.names, parties, signatories, topics] AS answer`;
    },
    answer: ([id, names, parties, signatories, topics]) => {
      const edge = ([end, endNames, citations, ...role]) => ({
        ...(role.length > 0 && { role: role[0] }),
        citations: citations.map(([paragraph, footnote, source, sourceNames]) => ({
          paragraph: Number(paragraph),
          footnote,
          source: named([source, sourceNames]),
        })),
        node: named([end, endNames]),
      });
      return {
        agreement: {
          ...named([id, names]),
          parties: { edges: parties.map(edge) },
          signatories: { edges: signatories.map(edge) },
          topics: { edges: topics.map(edge) },
        },
      };
    },
  },
};

const plain = (value) => (typeof value === 'object' ? Number(value) : value);

function pageOf(found, make, cursorOf) {
  const items = found.slice(0, 20);
  return {
    nodes: items.map(make),
    pageInfo: { hasNextPage: found.length > 20, endCursor: cursorOf(items.at(-1)) },
  };
}
