// Maps ICEWS events to the load format: node examples/icews/map.js --data DIR --out DIR [--file NAME …] [--most LINES]
// README.md says by what rules, and what they cannot do.
import { createReadStream, realpathSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Codes that ISO 3166 has withdrawn, and those that are no country's. */
const NO_COUNTRY = /^(A[CN]|BU|C[PQS]|D[DGY]|E[AUZ]|FX|HV|IC|N[HT]|Q.|RH|SU|T[AP]|U[KN]|VD|X[A-JL-Z]|Y[DU]|Z[RZ])$/;

/** Countries whose name in ICEWS is not that of the Unicode CLDR. */
const ALIASES = {
  'Antigua and Barbuda': 'AG',
  'Bosnia and Herzegovina': 'BA',
  Burma: 'MM',
  'Cape Verde': 'CV',
  Congo: 'CG',
  "Cote d'Ivoire": 'CI',
  'Czech Republic': 'CZ',
  'Democratic Republic of Congo': 'CD',
  'East Timor': 'TL',
  'Falkland Islands (Malvinas)': 'FK',
  'Hong Kong': 'HK',
  Macao: 'MO',
  Macedonia: 'MK',
  Myanmar: 'MM',
  'Occupied Palestinian Territory': 'PS',
  'Palestinian Territory, Occupied': 'PS',
  'Saint Kitts and Nevis': 'KN',
  'Saint Lucia': 'LC',
  'Saint Vincent and the Grenadines': 'VC',
  'Sao Tome and Principe': 'ST',
  Swaziland: 'SZ',
  'Trinidad and Tobago': 'TT',
  Turkey: 'TR',
  'Vatican City': 'VA',
  'Virgin Islands, U.S.': 'VI',
};

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const vietnamese = new Intl.DisplayNames(['vi'], { type: 'region', fallback: 'none' });

/** ISO 3166 codes by the names of countries. */
const codes = new Map(Object.entries(ALIASES));
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  const name = NO_COUNTRY.test(code) ? undefined : english.of(code);
  if (name && !codes.has(name)) codes.set(name, code);
}

/** What part of an actor's name says what type of organization it is; the first that fits. */
const ORGANIZATION_TYPES = [
  ['ARMED_FORCE', /\b(Military|Army|Armed Forces?|Defen[cs]e Forces?|Air Force|Navy|Police|Gendarmerie|Militia)\b/],
  ['MINISTRY', /\b(Ministry|Foreign Affairs|Department of)\b/],
  ['GOVERNMENT', /\b(Government|Cabinet|Royal Administration|Executive Office)\b/],
  ['ASSEMBLY', /\b(Parliament|Congress|Senate|National Assembly|Legislature|House of|Knesset|Duma)\b/],
  ['COMMISSION', /\b(Commission|Committee)\b/],
  ['INTERNATIONAL', /\b(UN|United Nations|World|International|European|African|Arab|ASEAN|Asian|NATO)\b/],
];

/** Words that a person's name does not have. */
const NO_PERSON =
  /[\d&",]|\b(of|the|for|and|on|in|to|de la)\b|\b(Party|Front|Union|Unity|Movement|Alliance|League|Coalition|Council|Commission|Committee|Congress|Parliament|Senate|Assembly|Government|Ministry|Department|Authority|Agency|Administration|Army|Forces?|Police|Military|Navy|Guard|Brigades?|Corps|Command|Militia|Association|Organi[sz]ation|Organi[sz]ations|Federation|Confederation|Society|Foundation|Institute|Community|Group|Groups|Network|Club|Church|Court|Bank|Fund|Company|Corporation|Limited|Ltd|Inc|Board|Bureau|Office|Service|Services|Center|Centre|University|College|School|Hospital|Press|News|Times|Post|Daily|Herald|Tribune|Radio|TV|Television|Media|Newspaper|Agence|Cartel|Gang|Tigers?|Liberation|National|International|People|Peoples|State|States|Republic|Islamic|Democratic|Socialist|Communist|Workers|East|West|North|South|Middle|Airlines?|Airport|Industries|Systems|Bloc|Nations|Africa|America|Asia|Europe|Jihad|Brotherhood|Taliban|Qaeda|Shabaab|Hezbollah|Hamas|Jazeera|Kurds)\b/;

/** The relations of ICEWS (CAMEO) that are an Entente type of event; the others have none. */
const EVENT_TYPES = [
  ['STATEMENT', /^(Make .*(statement|comment)|Make statement|Praise|Criticize|Accuse|Deny|Discuss by telephone)/],
  ['AID', /^Provide .*aid|^Provide aid/i],
  ['HANDOVER', /^Return, release/],
  ['WAR', /^(Use conventional military|fight with|Occupy territory|Employ aerial)/i],
  ['MILITARY', /^(Mobilize|Increase military|Demobilize|Receive deployment of peacekeepers)/i],
  ['CEREMONY', /^Sign formal agreement/],
];

/** An id's part: letters without marks, digits, hyphens. */
function slugOf(text) {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll('ø', 'o');
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}

/** The kind of an actor, and what follows from its name. */
export function actorOf(name) {
  const code = codes.get(name);
  if (code) return { kind: 'country', slug: code.toLowerCase(), vi: vietnamese.of(code) ?? name, en: name };
  const [, of] = /\((.+)\)$/.exec(name) ?? [];
  const country = of && codes.get(of);
  const isPerson = !of && !NO_PERSON.test(name) && /^\p{Lu}.* ./u.test(name) && name.split(' ').length <= 6;
  if (isPerson) return { kind: 'leader', slug: slugOf(name), vi: name, en: name };
  const type = ORGANIZATION_TYPES.find(([, words]) => words.test(name.replace(/ \(.*/, '')))?.[0];
  return { kind: 'organization', slug: slugOf(name), vi: name, en: name, type, country: country && of };
}

const FILES = { country: 'countries', leader: 'leaders', organization: 'organizations', event: 'events' };

/** Collects entries of the load format; each is `[file, entry]`. */
export class IcewsMap {
  #actors = new Map();
  #taken = new Set();
  #seen = new Set();
  counts = { lines: 0, repeated: 0, malformed: 0 };

  /** The entries that one line of a file brings: its event, and the actors that are new. */
  *entriesOf(line, file, number) {
    if (line.trim() === '') return;
    this.counts.lines++;
    const [source, relation, target, date, ...others] = line.split('\t').map((part) => part.trim());
    if (!source || !relation || !target || !/^\d{4}-\d\d-\d\d$/.test(date ?? '') || others.length > 0) {
      this.counts.malformed++;
      return;
    }
    const said = `${source}\t${relation}\t${target}\t${date}`;
    if (this.#seen.has(said)) {
      this.counts.repeated++;
      return;
    }
    this.#seen.add(said);
    const cite = [`icews#${file}:${number}`];
    const from = yield* this.#actor(source, cite);
    const to = yield* this.#actor(target, cite);
    const title = `${relation}: ${source} – ${target}, ${date}`;
    const type = EVENT_TYPES.find(([, words]) => words.test(relation))?.[0];
    yield [
      FILES.event,
      {
        id: this.#id('event', slugOf(`${date} ${relation} ${source} ${target}`).slice(0, 100).replace(/-$/, '')),
        name: { vi: title, en: title },
        description: { en: relation },
        cite,
        ...(type && { type: { value: type, as: relation, cite } }),
        date: { value: date, cite },
        involved:
          from === to
            ? [{ to: from, role: 'source and target', cite }]
            : [
                { to: from, role: 'source', cite },
                { to, role: 'target', cite },
              ],
      },
    ];
  }

  *#actor(name, cite) {
    const known = this.#actors.get(name);
    if (known) return known;
    const { kind, slug, vi, en, type, country } = actorOf(name);
    const isKnownCountry = kind === 'country' && this.#taken.has(`country/${slug}`);
    const id = isKnownCountry ? `country/${slug}` : this.#id(kind, slug);
    this.#actors.set(name, id);
    if (isKnownCountry) return id;
    const of = country && (yield* this.#actor(country, cite));
    yield [
      FILES[kind],
      {
        id,
        name: { vi, en },
        cite,
        ...(type && { type: { value: type, as: name, cite } }),
        ...(of && { country: [{ to: of, as: country, cite }] }),
      },
    ];
    return id;
  }

  /** An id that nothing else has. */
  #id(kind, slug) {
    let id = `${kind}/${slug}`;
    for (let number = 2; this.#taken.has(id); number++) id = `${kind}/${slug}-${number}`;
    this.#taken.add(id);
    return id;
  }
}

/** The source that everything is cited to. */
export const source = [
  'sources',
  {
    id: 'source/icews',
    name: { vi: 'Sự kiện ICEWS 2005–2015 (mã hoá bằng máy)', en: 'ICEWS events 2005–2015 (machine-coded)' },
    cite: ['icews#README'],
    type: { value: 'DATASET', cite: ['icews#README'] },
    publisher: { value: 'NEC Laboratories Europe', cite: ['icews#README'] },
    publishedOn: { value: '2018', cite: ['icews#README'] },
    licence: { value: 'BSD-3-Clause', cite: ['icews#LICENSE'] },
  },
];

/** An entry as YAML: a line for each key, what it holds as JSON, which is YAML. */
export function yamlOf(entry) {
  const lines = Object.entries(entry).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `- ${lines.join('\n  ')}\n`;
}

async function main() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      file: { type: 'string', multiple: true },
      most: { type: 'string', default: 'Infinity' },
    },
  });
  if (!values.data || !values.out || !(Number(values.most) > 0)) {
    console.error('Usage: node examples/icews/map.js --data DIR --out DIR [--file NAME …] [--most LINES]');
    process.exit(1);
  }
  const names = values.file ?? (await readdir(values.data)).filter((name) => /^icews.*\.txt$/.test(name)).sort();
  const map = new IcewsMap();
  const texts = new Map([[source[0], [yamlOf(source[1])]]]);
  for (const name of names) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(join(values.data, name)) })) {
      if (++number > Number(values.most)) break;
      for (const [file, entry] of map.entriesOf(line, basename(name, '.txt'), number)) {
        if (!texts.has(file)) texts.set(file, []);
        texts.get(file).push(yamlOf(entry));
      }
    }
  }
  await mkdir(values.out, { recursive: true });
  for (const [file, entries] of texts) await writeFile(join(values.out, `${file}.yaml`), entries.join(''));
  const counts = [...texts].map(([file, entries]) => `${entries.length} ${file}`).join(', ');
  const { lines, repeated, malformed } = map.counts;
  console.log(`${lines} lines, of which ${repeated} repeated and ${malformed} malformed: ${counts}.`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
