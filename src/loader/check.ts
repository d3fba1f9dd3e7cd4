import { SeedError } from '../errors.js';
import type { KindDeclaration } from '../model/declare.js';
import type { Example } from '../model/release.js';
import { checkDigests } from './check-digests.js';
import { checkEntity, type CheckedEntity, type FileContext } from './check-entity.js';
import { checkExample } from './check-examples.js';
import { checkDigestsComplete, checkReferences } from './check-references.js';
import type { Place } from './located.js';
import { mergeEntities } from './merge-entities.js';
import { parseFile, parseList } from './parse.js';
import { readSeed, type SeedFile } from './read.js';
import { inOrder, startReport, type Report } from './report.js';
import type { Seed, SeedClaim, SeedDigest, SeedEntity, SeedFact } from './seed.js';

/** How strictly a seed is checked. */
export interface CheckOptions {
  /** Every cited paragraph of a document must have its digest. */
  readonly strict?: boolean;
  /** The largest file that is read, in bytes. */
  readonly mostBytes?: number;
}

/**
 * Reads the folders of a seed and checks everything that can be told without the documents.
 *
 * @throws SeedError with every fault at once.
 */
export async function checkSeed(
  directories: readonly string[],
  kinds: readonly KindDeclaration[],
  { strict = false, mostBytes }: CheckOptions = {},
): Promise<Seed> {
  const { faults, report } = startReport();
  const collected = new Collected(kinds, report);
  for await (const file of readSeed(directories, report, mostBytes)) collected.addFile(file);
  const seed = collected.seed();
  collected.checkEntities(seed);
  checkReferences(seed, (id) => seed.entities.has(id) || collected.damaged.has(id), report);
  if (strict) checkDigestsComplete(seed, report);
  if (faults.length > 0) throw new SeedError(inOrder(faults));
  return seed;
}

/** What the files read so far say. */
class Collected {
  readonly #entries = new Map<string, [SeedEntity, ...SeedEntity[]]>();
  readonly #claims: SeedClaim[] = [];
  readonly #facts: SeedFact[] = [];
  readonly #examples = new Map<string, Example>();
  readonly #digests = new Map<string, SeedDigest>();
  /** The keys written for each entity, whether or not what stands there was accepted. */
  readonly #written = new Map<string, Set<string>>();
  /** Ids that stand in files whose YAML is damaged: what refers to them is not at fault. */
  readonly damaged = new Set<string>();

  constructor(
    readonly kinds: readonly KindDeclaration[],
    readonly report: Report,
  ) {}

  addFile(file: SeedFile): void {
    const report: Report = (place, code, message) => {
      if (code === 'INVALID_YAML') for (const [, id] of file.text.matchAll(/^-\s+id:\s+(\S+)/gm)) this.damaged.add(id!);
      this.report(place, code, message);
    };
    if (file.name === 'examples') this.#addExamples(file);
    else if (file.name === 'digests') {
      for (const value of parseFile(file, report)) {
        for (const [key, digest] of checkDigests(value, report)) this.#digests.set(key, digest);
      }
    } else {
      const context = this.#contextOf(file);
      if (!context) return;
      for (const item of parseList(file, report, 'entity')) {
        const checked = checkEntity(item, context);
        if (checked) this.#addEntity(checked);
      }
    }
  }

  /** Everything together, entities with what reference files add to them. */
  seed(): Seed {
    const dataSets = this.#claims.filter(
      ({ property, value }) => property.leaf.type === 'SourceType' && value === 'DATASET',
    );
    return {
      kinds: this.kinds,
      entities: new Map([...this.#entries].map(([id, entries]) => [id, mergeEntities(entries)])),
      claims: this.#claims,
      facts: this.#facts,
      examples: [...this.#examples.values()],
      digests: this.#digests,
      dataSets: new Set(dataSets.map(({ subject }) => subject)),
    };
  }

  /** What must be said of each entity, wherever it is said. */
  checkEntities({ entities, claims, facts }: Seed): void {
    const { report } = this;
    const reached = new Set(facts.map(({ to }) => to));
    const usable = new Set(
      claims
        .filter(({ rank, modality }) => rank !== 'DEPRECATED' && modality !== 'DENIED')
        .map(({ subject, property }) => `${subject} ${property.name}`),
    );
    const stated = new Set(claims.map(({ subject, property }) => `${subject} ${property.name}`));
    for (const [id, { kind, names, place, citations }] of entities) {
      const written = this.#written.get(id)!;
      const missing = ['vi', 'en'].filter(
        (wanted) => !names.some(({ language, preferred }) => preferred && language === wanted),
      );
      if (missing.length > 0) {
        report(place, 'MISSING_NAME', `${id} has no name in ${missing.join(' and ')}; write name: { vi: …, en: … }.`);
      }
      for (const { name, leaf, required } of kind.properties) {
        const key = `${id} ${name}`;
        if (!required || usable.has(key) || (written.has(name) && !stated.has(key))) continue;
        const said = stated.has(key) ? 'only deprecated or denied values of' : 'no';
        report(
          place,
          'MISSING_REQUIRED',
          `${id} has ${said} “${name}”; write ${name}: { value: ${leaf.accepts}, cite: […] }.`,
        );
      }
      const isCitable = ['cite', ...kind.properties, ...kind.relations].some((key) =>
        written.has(typeof key === 'string' ? key : key.name),
      );
      if (citations.length === 0 && !isCitable && !reached.has(id)) {
        report(
          place,
          'UNCITED',
          `${id} has no citation, and nothing that is cited is said of it; write cite: [<source>#<paragraph>].`,
        );
      }
    }
  }

  #contextOf({ name, path }: SeedFile): FileContext | undefined {
    const { kinds, report } = this;
    if (name.startsWith('reference')) return { kinds, origin: 'REFERENCE', report };
    const fileKind = kinds.find(({ plural }) => plural === name);
    if (fileKind) return { kinds, fileKind, origin: 'DOCUMENT', report };
    const accepted = kinds.map(({ plural }) => `${plural}.yaml`).join(', ');
    const message = `There is no kind “${name}”; there are ${accepted}, reference….yaml, examples.yaml and digests.yaml.`;
    report({ file: path, line: 1, column: 1 }, 'UNKNOWN_KIND', message);
    return undefined;
  }

  #addEntity({ entity, claims, facts, written }: CheckedEntity): void {
    const { id, origin, place } = entity;
    const entries = this.#entries.get(id);
    const same = entries?.find((other) =>
      origin === 'REFERENCE' ? other.origin === origin && other.place.file === place.file : other.origin === origin,
    );
    if (same) {
      this.report(place, 'DUPLICATE_ID', `${id} stands already at ${where(same.place)}; put both together.`);
    } else if (!id.includes('?')) {
      if (entries) entries.push(entity);
      else this.#entries.set(id, [entity]);
    }
    this.#claims.push(...claims);
    this.#facts.push(...facts);
    const keys = this.#written.get(id);
    if (keys) written.forEach((key) => keys.add(key));
    else this.#written.set(id, new Set(written));
  }

  #addExamples(file: SeedFile): void {
    for (const item of parseList(file, this.report, 'example')) {
      const example = checkExample(item, this.report);
      if (!example) continue;
      if (this.#examples.has(example.id)) {
        this.report(
          item.place,
          'DUPLICATE_ID',
          `There is another example “${example.id}”; give each an id of its own.`,
        );
      }
      this.#examples.set(example.id, example);
    }
  }
}

function where({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
