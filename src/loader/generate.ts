import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Graphs that nobody stated, for measuring and testing: of any size, in the shape of real ones. A few entities have
 * many facts and most have few (Zipf); dates are as exact as sources make them, some have two values that disagree, and
 * everything is cited. The same number of nodes and the same seed give the same graph.
 */

/** One entity as the load format writes it; under its other keys are claims and facts. */
export interface Entry extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly cite: readonly string[];
}

/** One claim or fact of an entry. */
export interface EntryStatement extends Readonly<Record<string, unknown>> {
  readonly value?: unknown;
  readonly to?: string;
  readonly cite: readonly string[];
}

/** The entities of a graph, each with the name of its file, made when they are asked for. */
export function* generateEntries(nodes: number, seed = 1): Generator<readonly [plural: string, entry: Entry]> {
  const sizes = sizesOf(nodes);
  for (const plural of pluralNames) {
    for (const entry of entriesOf(plural, sizes, seed)) yield [plural, entry];
  }
}

/** The most nodes that are written to one folder, so that no file is too large to be read. */
const NODES_OF_A_FOLDER = 100_000;

/**
 * Writes a generated graph in the load format, in little memory whatever its size.
 *
 * @returns The folders to load together: the given one, or several in it where the graph is too large for one.
 */
export async function writeGenerated(nodes: number, directory: string, seed = 1): Promise<readonly string[]> {
  const parts = Math.ceil(nodes / NODES_OF_A_FOLDER);
  const folders =
    parts === 1 ? [directory] : Array.from({ length: parts }, (_, part) => join(directory, `${part + 1}`));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const sizes = sizesOf(nodes);
  for (const plural of pluralNames) {
    const entries = entriesOf(plural, sizes, seed);
    for (const folder of folders) {
      const file = createWriteStream(join(folder, `${plural}.yaml`));
      for (let left = Math.ceil(sizes[plural] / parts); left > 0; left--) {
        const entry = entries.next();
        if (entry.done) break;
        if (!file.write(yamlOf(entry.value))) await once(file, 'drain');
      }
      await once(file.end(), 'finish');
    }
  }
  return folders;
}

// ——— What is drawn ———

/** The names of the files, in the order in which they are made: the last kind takes what nodes are left. */
const pluralNames = [
  'countries',
  'provinces',
  'parties',
  'offices',
  'leaders',
  'organizations',
  'mechanisms',
  'meetings',
  'visits',
  'events',
  'figures',
  'topics',
  'sources',
  'agreements',
] as const;

type Plural = (typeof pluralNames)[number];
type Sizes = Readonly<Record<Plural, number>>;

/** For each kind: its share of the nodes, the least there are, its names, and what is said of one. */
interface Recipe {
  readonly singular: string;
  readonly share: number;
  readonly least: number;
  readonly name: (draw: Draw) => readonly [vi: string, en: string];
  readonly say: (draw: Draw) => Readonly<Record<string, unknown>>;
}

const recipes: Readonly<Record<Plural, Recipe>> = {
  countries: {
    singular: 'country',
    share: 0.001,
    least: 3,
    name: ({ place }) => [place, place],
    say: () => ({}),
  },
  provinces: {
    singular: 'province',
    share: 0.06,
    least: 8,
    name: ({ place }) => [place, place],
    say: (draw) => ({
      level: draw.claim(draw.of(['PROVINCE', 'PROVINCE', 'PROVINCE', 'MUNICIPALITY'])),
      country: draw.facts(1, 1, 'countries'),
      borders: draw.earlier(0, 4, 'provinces'),
    }),
  },
  parties: {
    singular: 'party',
    share: 0.01,
    least: 2,
    name: ({ place }) => [`Đảng Nhân dân ${place}`, `People’s Party of ${place}`],
    say: (draw) => ({ foundedOn: draw.claim(draw.date()), country: draw.facts(1, 1, 'countries') }),
  },
  offices: {
    singular: 'office',
    share: 0.04,
    least: 3,
    name: ({ place }) => [`Chủ tịch ${place}`, `President of ${place}`],
    say: (draw) => ({ body: draw.facts(1, 1, 'countries', 'organizations', 'parties') }),
  },
  leaders: {
    singular: 'leader',
    share: 0.14,
    least: 5,
    name: ({ person }) => [person, person],
    say: (draw) => ({ bornOn: draw.claim(draw.date()), offices: draw.held(1, 3, 'offices') }),
  },
  organizations: {
    singular: 'organization',
    share: 0.12,
    least: 8,
    name: ({ place, topic }) => [`Ủy ban ${topic[0]} ${place}`, `${place} Committee on ${topic[1]}`],
    say: (draw) => ({
      type: draw.claim(draw.of(['MINISTRY', 'ASSEMBLY', 'COMMISSION', 'FRONT', 'PROVINCIAL_ADMINISTRATION'])),
      country: draw.facts(1, 1, 'countries'),
      administers: draw.facts(0, 1, 'provinces'),
      partOf: draw.earlier(0, 1, 'organizations'),
    }),
  },
  mechanisms: {
    singular: 'mechanism',
    share: 0.02,
    least: 2,
    name: ({ place, topic }) => [`Ủy ban hỗn hợp ${topic[0]} ${place}`, `${place} Joint Commission on ${topic[1]}`],
    say: (draw) => ({
      type: draw.claim(draw.of(['JOINT_COMMISSION', 'CONFERENCE_SERIES', 'FRAMEWORK'])),
      establishedOn: draw.claim(draw.date()),
      members: draw.facts(2, 5, 'countries', 'organizations'),
    }),
  },
  meetings: {
    singular: 'meeting',
    share: 0.13,
    least: 5,
    name: ({ place, topic }) => [`Hội nghị ${topic[0]} tại ${place}`, `Conference on ${topic[1]} in ${place}`],
    say: (draw) => ({
      date: draw.dates(),
      status: draw.claim(draw.of(['HELD', 'HELD', 'HELD', 'PLANNED'])),
      mechanism: draw.facts(1, 1, 'mechanisms').map((fact) => ({ ...fact, ordinal: draw.below(40) + 1 })),
      place: draw.facts(1, 1, 'provinces'),
      chairs: draw.facts(1, 2, 'leaders'),
      participants: draw.facts(1, 4, 'organizations', 'provinces', 'leaders'),
      topics: draw.facts(1, 2, 'topics'),
    }),
  },
  visits: {
    singular: 'visit',
    share: 0.04,
    least: 2,
    name: ({ person, place }) => [`Chuyến thăm ${place} của ${person}`, `Visit of ${person} to ${place}`],
    say: (draw) => ({
      date: draw.dates(),
      visitor: draw.facts(1, 2, 'leaders'),
      destination: draw.facts(1, 1, 'countries'),
      host: draw.facts(0, 1, 'leaders'),
    }),
  },
  events: {
    singular: 'event',
    share: 0.06,
    least: 3,
    name: ({ place, topic }) => [`Lễ kỷ niệm ${topic[0]} ${place}`, `Commemoration of ${topic[1]} in ${place}`],
    say: (draw) => ({
      type: draw.claim(draw.of(['COMMEMORATION', 'HANDOVER', 'AID', 'CEREMONY'])),
      date: draw.dates(),
      involved: draw.facts(1, 3, 'countries', 'organizations', 'leaders'),
      place: draw.facts(0, 1, 'provinces'),
    }),
  },
  figures: {
    singular: 'figure',
    share: 0.04,
    least: 2,
    name: ({ place }) => [`Kim ngạch thương mại ${place}`, `Trade of ${place}`],
    say: (draw) => ({
      indicator: draw.claim(draw.of(['two-way trade', 'investment', 'visitors'])),
      quantity: draw.claim({
        amount: (draw.below(1000) + 1) * 1e6,
        unit: 'USD',
        comparator: draw.of(['exactly', 'over', 'about']),
      }),
      period: draw.claim(draw.date()),
      about: draw.facts(1, 1, 'countries', 'organizations'),
    }),
  },
  topics: {
    singular: 'topic',
    share: 0.01,
    least: 4,
    name: ({ place, topic }) => [`${topic[0]} ${place}`, `${topic[1]} of ${place}`],
    say: (draw) => ({ broader: draw.earlier(0, 1, 'topics') }),
  },
  sources: {
    singular: 'source',
    share: 0.01,
    least: 3,
    name: ({ place, topic }) => [`Bài về ${topic[0]} ${place}`, `Article on ${topic[1]} of ${place}`],
    say: (draw) => ({
      type: draw.claim(draw.of(['ARTICLE', 'BRIEFING'])),
      publisher: draw.claim(draw.of(['Baoquocte.vn', 'Tiền Phong Online', 'dangcongsan.vn'])),
      publishedOn: draw.claim(draw.date()),
    }),
  },
  agreements: {
    singular: 'agreement',
    share: 0,
    least: 10,
    name: ({ place, topic }) => [`Hiệp định hợp tác ${topic[0]} ${place}`, `${place} Agreement on ${topic[1]}`],
    say: (draw) => ({
      type: draw.claim(draw.of(['TREATY', 'PROTOCOL', 'AGREEMENT', 'AGREEMENT', 'ARRANGEMENT', 'PLAN'])),
      concludedOn: draw.dates(),
      manner: draw.claim(draw.of(['SIGNED', 'SIGNED', 'EXCHANGED', 'ADOPTED'])),
      parties: draw.facts(2, 4, 'countries', 'provinces', 'provinces', 'organizations'),
      signatories: draw.facts(1, 3, 'leaders', 'organizations'),
      witnesses: draw.facts(0, 1, 'leaders'),
      supplements: draw.earlier(0, 1, 'agreements'),
      concludedAt: draw.facts(0, 1, 'meetings', 'visits'),
      topics: draw.facts(1, 3, 'topics'),
    }),
  },
};

function sizesOf(nodes: number): Sizes {
  const sizes = Object.fromEntries(
    Object.entries(recipes).map(([plural, { share, least }]) => [plural, Math.max(least, Math.round(nodes * share))]),
  ) as Record<Plural, number>;
  const others = Object.values(sizes).reduce((sum, size) => sum + size, -sizes.agreements);
  sizes.agreements = Math.max(sizes.agreements, nodes - others);
  return sizes;
}

function* entriesOf(plural: Plural, sizes: Sizes, seed: number): Generator<Entry, undefined> {
  const { name, say } = recipes[plural];
  for (let place = 0; place < sizes[plural]; place++) {
    const draw = new Draw(plural, place, sizes, seed);
    const [vi, en] = name(draw);
    const parts = Object.entries(say(draw)).filter(([, part]) => !(Array.isArray(part) && part.length === 0));
    const stated = Object.fromEntries(parts) as Readonly<Record<string, unknown>>;
    yield { id: idOf(plural, place), name: { vi, en: plain(en) }, cite: draw.cite(), ...stated };
  }
  return undefined;
}

function idOf(plural: Plural, place: number): string {
  return `${recipes[plural].singular}/${recipes[plural].singular}-${place + 1}`;
}

/** What chance says of one entity: its own chance, so that entities can be made in any order. */
class Draw {
  readonly place: string;
  readonly person: string;
  readonly topic: readonly [vi: string, en: string];
  #state: number;

  constructor(
    readonly plural: Plural,
    readonly index: number,
    readonly sizes: Sizes,
    readonly seed: number,
  ) {
    this.#state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(pluralNames.indexOf(plural) + 1, 0x85ebca6b) ^ index;
    this.place = `${this.of(FIRST)} ${this.of(SECOND)}`;
    this.person = `${this.of(SURNAMES)} ${this.of(MIDDLE)} ${this.of(SECOND)}`;
    this.topic = this.of(TOPICS);
  }

  /** A number from 0 up to this, not included: the SplitMix generator of 32 bits. */
  below(bound: number): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * bound);
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** A place in a list, the first twice as often as the second, ten times as often as the tenth. */
  zipf(size: number): number {
    return Math.min(size - 1, Math.floor(Math.exp((this.below(2 ** 30) / 2 ** 30) * Math.log(size + 1))) - 1);
  }

  /** A date as exact as sources make them. */
  date(from = 1960): string {
    const year = from + this.below(2024 - from);
    const two = (figure: number) => String(figure + 1).padStart(2, '0');
    const [month, day, exactness] = [two(this.below(12)), two(this.below(28)), this.below(100)];
    if (exactness < 60) return `${year}-${month}-${day}`;
    if (exactness < 85) return `${year}-${month}`;
    return exactness < 99 ? `${year}` : `${Math.floor(year / 10)}X`;
  }

  cite(): readonly string[] {
    const sources = this.sizes.sources;
    const citation = () => `source-${this.zipf(sources) + 1}#${this.below(40) + 1}`;
    return [...new Set(Array.from({ length: this.below(10) < 7 ? 1 : 2 }, citation))];
  }

  claim(value: unknown): EntryStatement {
    return { value, cite: this.cite() };
  }

  /** A date; of one entity in ten, two that disagree. */
  dates(): EntryStatement | readonly EntryStatement[] {
    const [first, second] = [this.date(), this.date()];
    return this.below(10) === 0 && first !== second
      ? [this.claim(first), { ...this.claim(second), modality: 'estimated' }]
      : this.claim(first);
  }

  /** From so many to so many facts, to entities of these kinds. */
  facts(least: number, most: number, ...plurals: readonly Plural[]): readonly EntryStatement[] {
    return this.#facts(least, most, () => {
      const plural = this.of(plurals);
      return idOf(plural, this.zipf(this.sizes[plural]));
    });
  }

  /** Facts to entities of its own kind that come before it, so that none is stated from both ends. */
  earlier(least: number, most: number, plural: Plural): readonly EntryStatement[] {
    return this.index === 0 ? [] : this.#facts(least, most, () => idOf(plural, this.zipf(this.index)));
  }

  /** Facts that held for some years. */
  held(least: number, most: number, plural: Plural): readonly EntryStatement[] {
    return this.facts(least, most, plural).map((fact) => {
      const from = this.date(1990);
      const to = Number(from.slice(0, 3)) * 10 + 10 + this.below(5);
      return { ...fact, validTime: this.below(3) === 0 ? { from } : { from, to: String(to) } };
    });
  }

  #facts(least: number, most: number, end: () => string): readonly EntryStatement[] {
    const count = least + this.below(most - least + 1);
    const ends = new Set(Array.from({ length: count }, end));
    return Array.from(ends, (to) => ({ to, cite: this.cite() }));
  }
}

const words = (text: string) => text.split(' ');
const FIRST = words('An Bình Cần Châu Đà Điện Đồng Gia Hà Hải Hòa Hưng Kiên Kon Lạng Lâm Long Mỹ Nam Ninh Phú Quảng');
const SECOND = words(
  'Biên Dương Đông Giang Hậu Hiệp Khánh Lâm Minh Mộc Nam Nghĩa Ninh Phong Phước Quang Sơn Tây Thái Thạnh Thơ Thuận Tiên Trạch Trung Tuấn Tuyên Vinh Xuyên Yên',
);
const SURNAMES = words('Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Chea Heng Keo Sok');
const MIDDLE = words('Văn Thị Minh Hữu Đức Quang Ngọc Xuân Thanh Công');
const TOPICS = [
  ['thương mại biên giới', 'Border Trade'],
  ['giáo dục', 'Education'],
  ['y tế', 'Health'],
  ['quốc phòng', 'Defence'],
  ['nông nghiệp', 'Agriculture'],
  ['du lịch', 'Tourism'],
  ['năng lượng', 'Energy'],
  ['giao thông vận tải', 'Transport'],
  ['văn hóa', 'Culture'],
  ['phân giới cắm mốc', 'Border Demarcation'],
] as const;

/** A Vietnamese name as English texts print it. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}

/** An entry as YAML: a line for each key, what it holds as JSON, which is YAML. */
function yamlOf(entry: Entry): string {
  const lines = Object.entries(entry).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `- ${lines.join('\n  ')}\n`;
}
