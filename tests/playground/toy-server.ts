import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema, graphql } from 'graphql';

/** What the real server sends with the page. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; " +
  "img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A slice of the API, enough to draw the page. Names of places; the agreements are made up. */
const schema = buildSchema(`
  "The languages of names."
  enum Language { VI EN KM }
  type Query {
    "What the graph says about itself."
    graph: GraphInfo!
    "One province by its id."
    province(id: ID!): Province
    provinces(first: Int = 20): ProvinceConnection!
    agreements(first: Int = 20): AgreementConnection!
    "Answers only after a while."
    slow(seconds: Float!): String
    "Always fails."
    failing: String
  }
  type GraphInfo { release: String! date: String! counts: [Count!]! examples: [Example!]! }
  type Count { key: String! count: Int! }
  type Example { id: ID! theme: String! title(lang: Language = VI): String! query: String! variables: String }
  type Province { id: ID! name(lang: Language = VI): String! agreements(first: Int = 20): AgreementConnection! }
  type ProvinceConnection { nodes: [Province!]! totalCount: Int! }
  type AgreementConnection { edges: [AgreementEdge!]! nodes: [Agreement!]! totalCount: Int! }
  type AgreementEdge { cursor: String! node: Agreement! citations: [Citation!]! }
  type Agreement { id: ID! name(lang: Language = VI): String! concludedOn: PartialDate value: String }
  type PartialDate { edtf: String! text(lang: Language = VI): String! }
  type Citation { paragraph: Int! footnote: String! }
`);

const EXAMPLES = [
  {
    id: 'agreements-of-a-province',
    theme: 'Tỉnh biên giới',
    titles: { VI: 'Tỉnh Tây Ninh đã ký kết những gì?', EN: 'What has Tây Ninh agreed to?', KM: '' },
    query: `query AgreementsOf($id: ID!) {
  province(id: $id) {
    name
    agreements {
      totalCount
      edges {
        node { name concludedOn { text } }
        citations { footnote }
      }
    }
  }
}`,
    variables: '{"id":"province/tay-ninh"}',
  },
  {
    id: 'provinces',
    theme: 'Tỉnh biên giới',
    titles: { VI: 'Các tỉnh dọc biên giới', EN: 'The provinces along the border', KM: '' },
    query:
      '{\n  provinces {\n    nodes {\n      name\n      khmer: name(lang: KM)\n      agreements {\n        totalCount\n      }\n    }\n  }\n}',
    variables: null,
  },
  {
    id: 'agreements',
    theme: 'Văn kiện',
    titles: { VI: 'Mọi văn kiện, cũ trước', EN: 'All agreements', KM: '' },
    query:
      '{\n  agreements(first: 50) {\n    nodes {\n      name\n      concludedOn { edtf }\n      value\n    }\n  }\n}',
    variables: null,
  },
];

const PROVINCES = [
  ['tay-ninh', 'Tây Ninh', 'តៃនិញ'],
  ['an-giang', 'An Giang', 'អានយ៉ាង'],
  ['dak-lak', 'Đắk Lắk', 'ដាក់ឡាក់'],
  ['svay-rieng', 'Xvây Riêng', 'ស្វាយរៀង'],
  ['dong-thap', 'Đồng Tháp', 'ដុងថាប'],
  ['cao-bang', 'Cao Bằng', 'កៅបាំង'],
  ['da-nang', 'Đà Nẵng', 'ដាណាំង'],
  ['ca-mau', 'Cà Mau', 'កាម៉ៅ'],
  ['can-tho', 'Cần Thơ', 'កឹនធើ'],
] as const;

const AGREEMENTS = [
  ['a1', 'Biên bản ghi nhớ về hợp tác nông nghiệp', '2019-07', '1200'],
  ['a2', 'Thỏa thuận kết nghĩa', '1999', '90'],
  ['a3', 'Hiệp định về cửa khẩu quốc tế', '2005-10-10', null],
  ['a4', 'Ủy nhiệm quản lý mốc giới', '2012~', '7'],
] as const;

const edgesOf = (indexes: readonly number[]) =>
  indexes.map((index) => {
    const [id, name, edtf, value] = AGREEMENTS[index]!;
    return {
      cursor: id,
      node: { id: `agreement/${id}`, name, value, concludedOn: { edtf, text: edtf.replace('~', ' (khoảng)') } },
      citations: [{ paragraph: index + 1, footnote: `Văn kiện thử, đoạn ${index + 1}, “${name}”.` }],
    };
  });

const connectionOf = (indexes: readonly number[]) => {
  const edges = edgesOf(indexes);
  return { edges, nodes: edges.map(({ node }) => node), totalCount: edges.length };
};

const provinceOf = ([slug, name, khmer]: readonly [string, string, string]) => ({
  id: `province/${slug}`,
  name: ({ lang }: { lang: string }) => (lang === 'KM' ? khmer : name),
  agreements: () => connectionOf(slug === 'tay-ninh' ? [0, 2, 3] : slug === 'an-giang' ? [1] : []),
});

const root = {
  graph: () => ({
    release: '2024.1',
    date: '2024-05-17',
    counts: [
      { key: 'COUNTRY', count: 6 },
      { key: 'PROVINCE', count: PROVINCES.length },
      { key: 'AGREEMENT', count: AGREEMENTS.length },
      { key: 'LEADER', count: 1042 },
    ],
    examples: EXAMPLES.map(({ titles, ...example }) => ({
      ...example,
      title: ({ lang }: { lang: keyof typeof titles }) => titles[lang],
    })),
  }),
  province: ({ id }: { id: string }) => {
    const province = PROVINCES.find(([slug]) => id === `province/${slug}`);
    return province ? provinceOf(province) : null;
  },
  provinces: () => ({ nodes: PROVINCES.map(provinceOf), totalCount: PROVINCES.length }),
  agreements: () => connectionOf([0, 1, 2, 3]),
  slow: async ({ seconds }: { seconds: number }) => {
    await wait(seconds * 1000);
    return 'late';
  },
  failing: () => {
    throw new Error('The toy store is on fire');
  },
};

/** A server of the built page and of a toy API, on a port of its own. */
export interface ToyServer {
  readonly url: string;
  /** Questions received, those for the schema and for the examples left out. */
  readonly asked: { query: string; variables?: unknown; operationName?: string }[];
  /** Requests that the page gave up before they were answered. */
  readonly abandoned: () => number;
  /** Lets the API break every connection, or answer again. */
  setDown(isDown: boolean): void;
  close(): Promise<void>;
}

/** Serves the page built into a folder. */
export async function startToyServer(pages: string): Promise<ToyServer> {
  const asked: ToyServer['asked'] = [];
  let isDown = false;
  let abandoned = 0;
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/graphql') {
      if (isDown) return void request.socket.destroy();
      response.on('close', () => {
        if (!response.writableEnded) abandoned++;
      });
      const body = JSON.parse(await textOf(request)) as ToyServer['asked'][number];
      if (!/IntrospectionQuery|SchemaShape|examples \{ id theme/.test(body.query)) asked.push(body);
      const result = await graphql({
        schema,
        rootValue: root,
        source: body.query,
        variableValues: body.variables as never,
        operationName: body.operationName ?? null,
      });
      response.writeHead('data' in result ? 200 : 400, {
        'content-type': 'application/graphql-response+json; charset=utf-8',
      });
      return void response.end(JSON.stringify(result));
    }
    const file = join(pages, normalize(pathname === '/' ? 'index.html' : pathname));
    try {
      const content = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    abandoned: () => abandoned,
    setDown: (value) => (isDown = value),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
