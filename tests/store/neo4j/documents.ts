/** Questions to the graph that ships, each with what it is there for. */
export interface Question {
  readonly why: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const FACT =
  'id modality rank rankReason origin isCurrent validTime { from { edtf text precision earliest latest inferred reason } to { edtf } }';
const CITED =
  'citations { paragraph start end locator digest footnote text source { id name } passage { id locator } }';
const agreements = (where: string) => `{ agreements(first: 50, where: { ${where} }) { totalCount nodes { id } } }`;
const figures = (where: string) =>
  `{ figures(first: 100, where: { ${where} }) { totalCount nodes { id quantity { text } } } }`;
const provinces = (where: string) => `{ provinces(first: 50, where: { ${where} }) { totalCount nodes { id } } }`;

export const documents: readonly Question[] = [
  {
    why: 'one entity by id',
    document:
      '{ province(id: "province/tay-ninh") { __typename id name(lang: EN) names { text language preferred } description externalIds { scheme value } level exists { from { edtf } to { edtf } } location { latitude longitude } } }',
  },
  {
    why: 'an id that nothing has',
    document: '{ province(id: "province/nowhere") { id } node(id: "nothing/x") { id } }',
  },
  { why: 'an id of another kind', document: '{ province(id: "country/vn") { id } }' },
  {
    why: 'any node by id, an entity',
    document:
      '{ node(id: "country/vn") { __typename id ... on Country { name provinces(first: 3) { nodes { id name } } } ... on Province { level } } }',
  },
  {
    why: 'several nodes of all classes, in their order',
    document: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entity { name kind } ... on Fact { modality } ... on Claim { property value } ... on Passage { locator footnote } } }`,
    variables: { ids: ['country/kh', 'nothing/x', 'country/vn', 'passage/spokesperson-2020/5', 'country/kh', ''] },
  },
  {
    why: 'an entity by id through a reference',
    document: '{ entity(ref: { id: "country/kh" }) { __typename id name kind } }',
  },
  {
    why: 'an entity by a name, folded',
    document: '{ a: entity(ref: { name: "TAY NINH" }) { id name } b: entity(ref: { name: "nobody at all" }) { id } }',
  },
  {
    why: 'a name as a variable',
    document:
      'query ($name: String!) { entity(ref: { name: $name }) { __typename id name ... on Province { level borders { nodes { name } } } ... on Country { agreements(first: 2) { nodes { name } } } } }',
    variables: { name: 'Đồng Nai' },
  },
  {
    why: 'the graph itself',
    document:
      '{ graph { __typename release date counts { key count } sources { id name(lang: EN) publisher publishedOn { edtf } } examples { id theme title query variables } } }',
  },
  {
    why: 'the first page of a kind, by name',
    document:
      '{ countries { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id name } } nodes { id } } }',
  },
  {
    why: 'a small page of many',
    document: '{ topics(first: 5) { pageInfo { hasNextPage hasPreviousPage } nodes { id name } } }',
  },
  {
    why: 'a page of none',
    document:
      '{ topics(first: 0) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor } nodes { id } edges { cursor } } }',
  },
  {
    why: 'only the total',
    document: '{ agreements { totalCount } topics(where: { name: { contains: "kinh te" } }) { totalCount } }',
  },
  {
    why: 'only the flags',
    document:
      '{ agreements(first: 3) { pageInfo { hasNextPage } } events(last: 3) { pageInfo { hasNextPage hasPreviousPage endCursor } } }',
  },
  {
    why: 'the last ones',
    document:
      '{ events(last: 7, orderBy: [{ date: DESC }]) { pageInfo { hasNextPage hasPreviousPage } nodes { id date { edtf } } } }',
  },
  {
    why: 'an order of several keys',
    document:
      '{ events(first: 100, orderBy: [{ type: DESC }, { date: DESC }, { name: ASC }]) { edges { cursor node { id type date { edtf } end { edtf } } } } }',
  },
  {
    why: 'aliases of one relation apart',
    document:
      '{ country(id: "country/vn") { a: agreements(first: 2) { nodes { id } } b: agreements(last: 2) { nodes { name id } } c: agreements { totalCount } } }',
  },
  {
    why: 'aliases of one property',
    document: '{ country(id: "country/vn") { vi: name(lang: VI) en: name(lang: EN) km: name(lang: KM) id again: id } }',
  },
  {
    why: 'aliases that are names in JavaScript and Cypher',
    document:
      '{ country(id: "country/vn") { __proto__: id constructor: name answer: id release: id n1: name rows2: id provinces(first: 1) { nodes { __proto__: id toString: name } } } }',
  },
  {
    why: 'facts with all that they have',
    document: `{ country(id: "country/vn") { agreements(first: 100) { totalCount edges { cursor type role through ${FACT} ${CITED} node { id name } } } } }`,
  },
  {
    why: 'both ends of undirected relations',
    document: '{ provinces(first: 50) { nodes { id borders { totalCount edges { id cursor node { id } } } } } }',
  },
  {
    why: 'relations inwards and outwards',
    document:
      '{ agreements(first: 50) { nodes { id supplements { edges { id node { id } } } supplementedBy { edges { id node { id } } } parties { edges { id type role through node { __typename id name } } } } } }',
  },
  {
    why: 'an abstract end, with fields by type',
    document:
      '{ agreements(first: 50) { nodes { parties(first: 20) { nodes { __typename id ... on Country { exists { from { edtf } } provinces(first: 2) { nodes { name } } } ... on Province { level country { nodes { id } } } ... on Organization { country { nodes { name } } type } } } } } }',
  },
  {
    why: 'the same alias with other arguments by type',
    document:
      '{ agreements(first: 50) { nodes { parties { nodes { id ... on Country { x: agreements(first: 1) { nodes { id } } } ... on Province { x: agreements(first: 2) { nodes { id name } } } } } } } }',
  },
  {
    why: 'four connections deep',
    document:
      '{ countries { nodes { id provinces(first: 3) { nodes { id agreements(first: 3) { nodes { id parties(first: 3) { nodes { id name } } } } } } } } }',
  },
  {
    why: 'pages within pages, with flags and totals',
    document:
      '{ countries { nodes { id agreements(first: 4) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id parties(last: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } } } } } } }',
  },
  {
    why: 'related entities in other orders',
    document:
      '{ country(id: "country/vn") { a: agreements(first: 5, orderBy: [{ concludedOn: DESC }]) { edges { cursor node { id concludedOn { edtf } } } } b: agreements(last: 5, orderBy: [{ concludedOn: ASC }]) { edges { cursor node { id } } } } }',
  },
  {
    why: 'claims of an entity',
    document: `{ agreement(id: "agreement/supplementary-treaty-2005") { concludedOn { edtf } claims { totalCount pageInfo { hasNextPage } edges { cursor node { ${FACT} property value isBest date { edtf text } quantity { text } ${CITED} subject { id name } } } } } }`,
  },
  {
    why: 'claims of many',
    document:
      '{ figures(first: 20) { nodes { id claims(first: 3, where: { isBest: true }) { totalCount nodes { property value quantity { amount unit comparator lower upper } } } } } }',
  },
  {
    why: 'all claims',
    document:
      '{ claims(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { id subject { __typename id } property value } } }',
  },
  {
    why: 'the whole timeline, with all that entries have',
    document: `{ timeline(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ${FACT} factId title vi: title(lang: VI) date { edtf text } end { edtf } entity { __typename id name } involved { __typename id } ${CITED} } } }`,
  },
  {
    why: 'the end of the timeline',
    document:
      '{ timeline(last: 7) { pageInfo { hasNextPage hasPreviousPage startCursor } edges { cursor node { id date { earliest latest } } } } }',
  },
  {
    why: 'timelines of kinds and within days',
    document:
      '{ a: timeline(kinds: [MEETING, VISIT]) { totalCount nodes { id } } b: timeline(kinds: [OFFICE], between: { from: "2019-01-01", to: "2019-12-31" }) { totalCount nodes { title } } c: timeline(between: { from: "2019-01-01", to: "2019-12-31" }, certainty: CERTAIN) { totalCount nodes { id } } d: timeline(kinds: []) { totalCount } }',
  },
  {
    why: 'timelines about entities, by id and by name',
    document:
      '{ a: timeline(first: 30, about: [{ id: "province/tay-ninh" }, { name: "Hun Sen" }]) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id title } } b: timeline(about: [{ name: "nobody at all" }, { id: "x/y" }]) { totalCount } c: timeline(about: []) { totalCount nodes { id } } d: timeline(last: 3, about: [{ id: "country/kh" }], kinds: [AGREEMENT], between: { from: "2000-01-01", to: "2020-12-31" }) { totalCount nodes { id } } }',
  },
  {
    why: 'timelines of entities',
    document:
      '{ leaders(first: 20) { nodes { id conflicts { id } timeline(first: 3, between: { from: "1990-01-01" }) { totalCount pageInfo { hasNextPage endCursor } nodes { id title(lang: EN) modality } } } } office(id: "office/kh-prime-minister") { timeline { totalCount nodes { id entity { id } } } } }',
  },
  {
    why: 'conflicts with all that they have',
    document: `{ conflicts { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id kind property reason vi: reason(lang: VI) subject { __typename id name } claims { ${FACT} value date { edtf } ${CITED} } preferred { id value } } } } }`,
  },
  {
    why: 'conflicts about entities',
    document:
      '{ a: conflicts(about: [{ id: "agreement/supplementary-treaty-2005" }, { id: "country/vn" }]) { totalCount nodes { id } } b: conflicts(first: 2) { pageInfo { hasNextPage } nodes { id } } agreement(id: "agreement/supplementary-treaty-2005") { conflicts { id kind claims { id } preferred { id } } } }',
  },
  {
    why: 'entries and conflicts by id',
    document: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Fact { ${FACT} } ... on TimelineEntry { title } ... on Conflict { kind } } }`,
    variables: {
      ids: [
        'conflict/agreement.supplementary-treaty-2005/concludedOn/2005-10--2015',
        'entry/claim/agreement.supplementary-treaty-2005/concludedOn/2005',
        'entry/nothing',
      ],
    },
  },
  {
    why: 'all claims of a property',
    document:
      '{ claims(first: 100, where: { property: { eq: "concludedOn" }, not: { isBest: true } }) { totalCount nodes { id value rank } } }',
  },
  {
    why: 'all claims that contain a text',
    document:
      '{ claims(first: 50, where: { value: { contains: "2005" }, modality: { in: [REPORTED, PLANNED] } }) { totalCount nodes { id } } }',
  },
  {
    why: 'citations and sources of entities',
    document: `{ agreements(first: 10) { nodes { id ${CITED} sources { id name } } } countries { nodes { id sources { id name(lang: EN) publishedOn { edtf } } } } }`,
  },
  {
    why: 'passages of a source, by paragraph',
    document:
      '{ sources(first: 50) { nodes { id passages(first: 30) { totalCount pageInfo { hasNextPage } edges { cursor node { id paragraph locator footnote } } } } } }',
  },
  {
    why: 'statements and facts of a source',
    document:
      '{ sources(first: 50) { nodes { id statements(first: 5) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id value } } facts(first: 5) { totalCount nodes { id type from { id } to { id name } } } } } }',
  },
  {
    why: 'what a passage is cited for',
    document: `{ node(id: "passage/spokesperson-2020/5") { ... on Passage { id paragraph digest source { id } claims { totalCount nodes { id value } } relations { totalCount nodes { ${FACT} type role through ordinal venue from { __typename id } to { id } ${CITED} } } } } }`,
  },
  {
    why: 'a topic tree',
    document:
      '{ topics(first: 100) { nodes { id broader { nodes { id } } narrower { totalCount nodes { id narrower { nodes { id } } } } } } }',
  },
  {
    why: 'meetings with edge properties',
    document:
      '{ meetings(first: 50, orderBy: [{ date: ASC }]) { nodes { id date { edtf text } mechanism { edges { ordinal node { id } } } place { edges { venue node { __typename id } } } participants(first: 50) { edges { role node { __typename id } } } } } }',
  },
  {
    why: 'leaders and their offices',
    document: `{ leaders(first: 50) { nodes { id bornOn { edtf } offices { edges { ${FACT} node { id name body { nodes { __typename id } } } } } } } }`,
  },
  {
    why: 'outlines and points',
    document: '{ provinces(first: 40) { nodes { id location { latitude longitude } outline } } }',
  },
  {
    why: 'quantities',
    document:
      '{ figures(first: 100, orderBy: [{ quantity: DESC }]) { edges { cursor node { id indicator quantity { amount unit comparator lower upper text } period { edtf } modality about { nodes { __typename id } } } } } }',
  },
  { why: 'text equal, folded', document: agreements('name: { eq: "hiep uoc hoach dinh bien gioi" }') },
  { why: 'text that contains', document: agreements('name: { contains: "HIEP DINH" }') },
  { why: 'text that starts', document: agreements('name: { startsWith: "Hiệp" }') },
  {
    why: 'text in a list',
    document: '{ countries(where: { name: { in: ["Viet Nam", "Campuchia", "x"] } }) { nodes { id } } }',
  },
  {
    why: 'text in an empty list',
    document:
      '{ countries(where: { name: { in: [] } }) { totalCount } others: countries(where: { not: { name: { in: [] } } }) { totalCount } }',
  },
  { why: 'text by order', document: provinces('name: { gte: "Đ", lt: "M" }') },
  { why: 'ids', document: provinces('id: { in: ["province/tay-ninh", "province/svay-rieng", "country/vn"] }') },
  {
    why: 'enumerations',
    document:
      '{ agreements(first: 50, where: { type: { in: [TREATY, AGREEMENT] }, not: { manner: { eq: SIGNED } } }) { nodes { id type manner } } }',
  },
  {
    why: 'absent values',
    document: `{ a: ${agreements('concludedOn: { isNull: true }').slice(2, -2)} b: ${agreements('concludedOn: { isNull: false }').slice(2, -2)} c: ${agreements('not: { concludedOn: { isNull: false } }').slice(2, -2)} }`,
  },
  { why: 'a date in a year', document: agreements('concludedOn: { year: 2005 }') },
  { why: 'a date certainly after', document: agreements('concludedOn: { after: "2005-10-01", certainty: CERTAIN }') },
  {
    why: 'a date possibly before, and not',
    document: `{ a: ${agreements('concludedOn: { before: "2000-01-01" }').slice(2, -2)} b: ${agreements('not: { concludedOn: { before: "2000-01-01" } }').slice(2, -2)} }`,
  },
  { why: 'a date within', document: agreements('concludedOn: { within: { from: "1980-01-01", to: "1999-12-31" } }') },
  {
    why: 'an interval',
    document: `{ a: ${provinces('exists: { includes: "2026-01-01" }').slice(2, -2)} b: ${provinces('exists: { includes: "2026-01-01", certainty: CERTAIN }').slice(2, -2)} c: ${provinces('not: { exists: { overlaps: { to: "2000-01-01" } } }').slice(2, -2)} }`,
  },
  {
    why: 'quantities compared',
    document: `{ a: ${figures('quantity: { gte: "10000000000" }').slice(2, -2)} b: ${figures('quantity: { lt: "100", certainty: CERTAIN }').slice(2, -2)} c: ${figures('not: { quantity: { gt: "5" } }').slice(2, -2)} d: ${figures('quantity: { unit: "usd" }').slice(2, -2)} e: ${figures('quantity: { eq: "84" }').slice(2, -2)} }`,
  },
  {
    why: 'a relation that some satisfy',
    document: agreements('parties: { some: { node: { id: { eq: "province/tay-ninh" } } } }'),
  },
  {
    why: 'a relation that none satisfies',
    document: agreements('parties: { none: { node: { kind: { eq: PROVINCE } } } }'),
  },
  {
    why: 'a relation that every one satisfies',
    document: agreements('parties: { every: { node: { kind: { in: [COUNTRY, PARTY] } } } }'),
  },
  {
    why: 'node and fact of one edge together',
    document: agreements(
      'parties: { some: { node: { id: { eq: "country/vn" } }, fact: { origin: { eq: DOCUMENT }, minSources: 1, citedIn: { in: ["source/briefing-2009", "source/spokesperson-2020"] } } } }',
    ),
  },
  {
    why: 'how many there are',
    document: `{ a: ${agreements('parties: { count: { gte: 3 } }').slice(2, -2)} b: ${agreements('parties: { count: { in: [1, 2] } }').slice(2, -2)} c: ${agreements('supplements: { exists: true }').slice(2, -2)} d: ${agreements('not: { topics: { exists: true } }').slice(2, -2)} }`,
  },
  {
    why: 'conditions four deep',
    document: provinces(
      'country: { some: { node: { id: { eq: "country/kh" } } } } agreements: { some: { node: { parties: { some: { node: { id: { eq: "province/dong-nai" } } } } } } }',
    ),
  },
  {
    why: 'and, or, not',
    document: agreements(
      'or: [{ and: [{ type: { eq: TREATY } }, { concludedOn: { after: "1985-01-01" } }] }, { not: { parties: { some: {} } } }, { or: [] }], not: { and: [{ id: { eq: "x/y" } }, {}] }',
    ),
  },
  {
    why: 'an empty condition',
    document: `{ a: agreements(first: 1, where: {}) { totalCount } b: agreements(first: 1, where: { or: [] }) { totalCount } c: agreements(first: 1, where: { not: {} }) { totalCount } }`,
  },
  {
    why: 'a filter along a relation',
    document:
      '{ country(id: "country/vn") { agreements(first: 100, where: { node: { concludedOn: { after: "2000-01-01" } }, fact: { validAt: "2010-01-01" } }, orderBy: [{ concludedOn: ASC }]) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } } } }',
  },
  {
    why: 'what is current, and what is not',
    document:
      '{ offices(first: 50) { nodes { id now: holders(where: { fact: { isCurrent: true } }) { nodes { id } } before: holders(where: { fact: { isCurrent: false } }) { nodes { id } } all: holders { edges { isCurrent node { id } } } } } }',
  },
  {
    why: 'variables of a filter',
    document:
      'query ($where: AgreementFilter!, $n: Int!, $order: [AgreementOrder!]) { agreements(where: $where, first: $n, orderBy: $order) { totalCount nodes { id } } }',
    variables: {
      where: { name: { contains: 'bien gioi' }, parties: { count: { gte: 2 } } },
      n: 5,
      order: [{ concludedOn: 'DESC' }],
    },
  },
  {
    why: 'fragments and directives',
    document:
      'query ($yes: Boolean = true) { country(id: "country/vn") { ...A @include(if: $yes) name @skip(if: $yes) } } fragment A on Country { id agreements(first: 1) { ...B } } fragment B on AgreementFactConnection { nodes { id ... on Entity { kind } } }',
  },
  {
    why: 'events, where they were and what they commemorate',
    document:
      '{ events(first: 100, where: { or: [{ commemorates: { exists: true } }, { commemoratedBy: { exists: true } }] }) { nodes { id commemorates { nodes { id } } commemoratedBy { nodes { id } } place { nodes { __typename id } } involved(first: 3) { totalCount nodes { __typename id } } } } }',
  },
  {
    why: 'provinces and what they absorbed',
    document:
      '{ provinces(first: 50, where: { or: [{ absorbed: { exists: true } }, { absorbedInto: { exists: true } }] }) { nodes { id exists { to { edtf } } absorbed { edges { id node { id } } } absorbedInto { edges { id node { id } } } } } }',
  },
  {
    why: 'a search with all that it tells',
    document:
      '{ search(text: "dong nai", first: 4) { totalCount kinds { key count } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor score matchedOn node { __typename id name ... on Province { level } ... on Agreement { parties { nodes { id } } } } } nodes { id } } }',
  },
  {
    why: 'searches in every form of a text',
    document: `{ ${[
      'UBHH',
      'LHQ',
      'CPP',
      'MRC',
      'C++',
      '',
      ' – ',
      'tb-',
      '/re',
      '"a',
      'donk nai',
      'Campuchja',
      'campuhcia',
      'hoa binh',
      'ស្វាយរៀង',
      'ស្វា',
      'hanoi',
      'tay',
      'a',
      'bo ngoai giao',
      'ngoai giao bo',
      'tong thue',
      'UỶ BAN',
      '2022',
      '2023 a',
    ]
      .map(
        (text, index) =>
          `a${index}: search(text: ${JSON.stringify(text)}, first: 100) { totalCount kinds { key count } edges { score matchedOn node { id } } }`,
      )
      .join(' ')} }`,
  },
  {
    why: 'a search among some kinds, and among none',
    document:
      'query ($kinds: [EntityKind!]) { a: search(text: "tây ninh", kinds: [PROVINCE, AGREEMENT]) { totalCount kinds { key count } nodes { id } } b: search(text: "tay ninh", kinds: $kinds) { totalCount kinds { key } pageInfo { hasNextPage } nodes { id } } c: search(text: "tay", first: 0) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } } }',
    variables: { kinds: [] },
  },
  {
    why: 'suggestions while one types',
    document: `{ ${['d', 'do', 'dong', 'dong n', 'tinh dong', 'campuchja', '', 'ស្វា', 'UBND t', 'k']
      .map((text, index) => `a${index}: suggest(prefix: "${text}") { text kind entity { id name } }`)
      .join(
        ' ',
      )} few: suggest(prefix: "k", kinds: [PROVINCE], first: 3) { entity { id ... on Province { country { nodes { name } } } } } }`,
  },
  {
    why: 'names matched in one read',
    document:
      'query ($queries: [MatchInput!]!) { match(queries: $queries, first: 3) { query again: query candidates { isMatch score matchedOn features { name score reason vi: reason(lang: VI) } entity { __typename id name ... on Province { level } } } } none: match(queries: []) { query } only: match(queries: { name: "Hun Sen" }) { query } }',
    variables: {
      queries: [
        { name: ' Tây Ninh ' },
        { name: 'TAY-NINH', kinds: ['PROVINCE'] },
        { name: 'Tây Ninh', kinds: [] },
        { name: 'hunsen' },
        { name: '' },
        { name: 'Campuchja' },
        { name: 'Bộ' },
      ],
    },
  },
  {
    why: 'paths between two entities, with all that they tell',
    document: `{ a: paths(from: { name: "Tô Lâm" }, to: { id: "province/tay-ninh" }, maxHops: 3, first: 5) { length holdsTogether sentence en: sentence(lang: EN) validTime { from { edtf } to { edtf } } nodes { id } hops { forward from { id } relation { ${FACT} } to { id } } } b: paths(from: { id: "province/tay-ninh" }, to: { name: "Hun Sen" }, via: [HOLDS, PARTY_TO, ABOUT], throughHubs: true) { sentence } }`,
  },
  {
    why: 'what lies around entities',
    document:
      '{ neighbourhood(of: [{ id: "province/tay-ninh" }, { name: "Svay Rieng" }], depth: 2, maxNodes: 30) { truncated omitted { key count } nodes { id kind } links { id type from { id } to { id } } } }',
  },
  {
    why: 'entities in groups, and figures in a series',
    document:
      '{ a: groups(kind: AGREEMENT, by: COUNTRY) { key count node { id name } } b: groups(kind: AGREEMENT, by: YEAR, first: 5) { key count } c: groups(kind: FIGURE, by: INDICATOR) { key count } series(indicator: "two-way trade", unit: "USD") { unit points { period { edtf } modality change changeOn { edtf } best { id } alternatives { id } } undated { id } } }',
  },
  {
    why: 'hostile text as values',
    document:
      'query ($a: String!, $b: ID!) { countries(where: { or: [{ name: { contains: $a } }, { id: { eq: $b } }] }) { totalCount } entity(ref: { name: $a }) { id } node(id: $b) { id } }',
    variables: { a: "' OR 1=1 //`\\u0060 $p1 }", b: "x'}) DETACH DELETE n //" },
  },
  {
    why: 'the whole API as of what was known in 2009',
    document: `{ asOf(knownAt: "2009-12-31") { graph { counts { key count } sources { id } } agreements(first: 50, orderBy: [{ concludedOn: DESC }]) { totalCount nodes { id concludedOn { edtf } claims(first: 5) { nodes { id isBest ${CITED} } } parties { edges { ${FACT} attestation node { id } } } sources { id } } } } }`,
  },
  {
    why: 'two moments side by side, and within them filters on best values',
    document:
      '{ a: asOf(knownAt: "2020-12-31") { agreements(first: 50, where: { concludedOn: { after: "2005-01-01" } }) { totalCount nodes { id } } } b: asOf(validAt: "2025-06-30") { provinces(first: 50, where: { borders: { some: { fact: { isCurrent: true } } } }) { totalCount nodes { id level borders { totalCount } absorbedInto { totalCount } } } } }',
  },
  {
    why: 'who held an office on a day, and how far the sources reach',
    document:
      '{ asOf(validAt: "2012-01-01", knownAt: "2026-02-06") { offices(first: 50) { nodes { id holders { edges { id attestation isCurrent node { id name } } } } } } offices(first: 50) { nodes { holders { edges { attestation(on: "2012-01-01") } } } } }',
  },
];
