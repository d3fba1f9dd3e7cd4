import { SeedError } from '../errors.js';
import type { KindDeclaration } from '../model/declare.js';
import type { Example } from '../model/release.js';
import { checkDigests } from './check-digests.js';
import { checkEntity, type CheckedEntity, type FileContext } from './check-entity.js';
import { checkExample } from './check-examples.js';
import {
  checkClaimsOnce,
  checkDigestsComplete,
  checkFactsOnce,
  checkReferences,
  type Known,
} from './check-references.js';
import { circumstancesOf, plainFactId, RepeatedFacts } from './fact-ids.js';
import { groupBy } from './group-by.js';
import type { Place } from './located.js';
import { parseFile, parseList } from './parse.js';
import { readSeed, type SeedFile } from './read.js';
import { inOrder, startReport, type Report } from './report.js';
import type { Seed, SeedDigest, SeedSubject } from './seed.js';
import { SeedEntries } from './seed-entries.js';

/** How a seed is checked. */
export interface CheckOptions {
  /** Every cited paragraph of a document must have its digest. */
  readonly strict?: boolean;
  /** The largest file that is read, in bytes. */
  readonly mostBytes?: number;
  /** Told how many bytes of the files are checked, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Reads the folders of a seed and checks everything that can be told without the documents. However much there is, only
 * one file and the ids of what the others say are in memory.
 *
 * @throws SeedError with every fault at once.
 */
export async function checkSeed(
  directories: readonly string[],
  kinds: readonly KindDeclaration[],
  { strict = false, mostBytes, progress }: CheckOptions = {},
): Promise<Seed> {
  const { faults, report } = startReport();
  const collected = new Collected(kinds, report);
  for await (const file of readSeed(directories, report, mostBytes)) collected.addFile(file, progress);
  collected.check();
  const seed = collected.seed();
  if (strict) checkDigestsComplete(seed, report);
  if (faults.length > 0) throw new SeedError(inOrder(faults));
  return seed;
}

/** What the files read so far say. */
class Collected implements Known {
  readonly #entries: SeedEntries;
  readonly #examples = new Map<string, Example>();
  readonly #digests = new Map<string, SeedDigest>();
  readonly #cited = new Map<string, Set<string>>();
  readonly #repeated = new RepeatedFacts();
  readonly #severally = new Set<string>();
  /** The ids of all to which a fact leads. */
  readonly #reached = new Set<string>();
  /** Ids that stand in files whose YAML is damaged: what refers to them is not at fault. */
  readonly #damaged = new Set<string>();
  readonly dataSets = new Set<string>();

  constructor(
    readonly kinds: readonly KindDeclaration[],
    readonly report: Report,
  ) {
    this.#entries = new SeedEntries(kinds);
  }

  /** @param progress Told after each entity how far the files are read. */
  addFile(file: SeedFile, progress?: (done: number, total: number) => void): void {
    const report: Report = (place, code, message) => {
      if (code === 'INVALID_YAML')
        for (const [, id] of file.text.matchAll(/^-\s+id:\s+(\S+)/gm)) this.#damaged.add(id!);
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
      const lines = progress ? file.text.split('\n').length : 0;
      for (const item of parseList(file, report, 'entity')) {
        const checked = checkEntity(item, context);
        if (checked) this.#addEntity(checked);
        progress?.(file.before + Math.round((file.size * item.place.line) / lines), file.total);
      }
    }
    progress?.(file.before + file.size, file.total);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  isDamaged(id: string): boolean {
    return this.#damaged.has(id);
  }

  /** Checks what can be told once all files are read. */
  check(): void {
    for (const entry of this.#entries.entries()) {
      checkReferences(entry, this, this.report);
      const { id } = entry.entity;
      if (!this.has(id)) checkClaimsOnce(entry.claims, this.report);
      else if (this.#entries.numbersOf(id).length === 1)
        this.#checkSubject({ ...entry, written: new Set(entry.written) });
    }
    for (const id of this.#entries.extended()) this.#checkSubject(this.#entries.of(id)!);
    this.#checkRepeated();
  }

  seed(): Seed {
    return {
      kinds: this.kinds,
      subjects: this.#entries,
      examples: [...this.#examples.values()],
      digests: this.#digests,
      dataSets: this.dataSets,
      cited: this.#cited,
      severally: this.#severally,
    };
  }

  /** What must be said of an entity, wherever it is said. */
  #checkSubject({ entity: { id, kind, names, place, citations }, claims, written }: SeedSubject): void {
    const { report } = this;
    checkClaimsOnce(claims, report);
    const missing = ['vi', 'en'].filter(
      (wanted) => !names.some(({ language, preferred }) => preferred && language === wanted),
    );
    if (missing.length > 0) {
      report(place, 'MISSING_NAME', `${id} has no name in ${missing.join(' and ')}; write name: { vi: …, en: … }.`);
    }
    for (const { name, leaf, required } of kind.properties) {
      if (!required) continue;
      const stated = claims.filter(({ property }) => property.name === name);
      const isUsable = stated.some(({ rank, modality }) => rank !== 'DEPRECATED' && modality !== 'DENIED');
      if (isUsable || (written.has(name) && stated.length === 0)) continue;
      const said = stated.length > 0 ? 'only deprecated or denied values of' : 'no';
      report(
        place,
        'MISSING_REQUIRED',
        `${id} has ${said} “${name}”; write ${name}: { value: ${leaf.accepts}, cite: […] }.`,
      );
    }
    if (citations.length > 0 || this.#reached.has(id)) return;
    const isCitable = ['cite', ...kind.properties, ...kind.relations].some((key) =>
      written.has(typeof key === 'string' ? key : key.name),
    );
    if (!isCitable) {
      report(
        place,
        'UNCITED',
        `${id} has no citation, and nothing that is cited is said of it; write cite: [<source>#<paragraph>].`,
      );
    }
  }

  /** Of the facts that may be stated more than once: those that are at fault, and those that are stated in several ways. */
  #checkRepeated(): void {
    const facts = this.#repeated.entries().flatMap((number) => this.#entries.entry(number).facts);
    checkFactsOnce(facts, this.report);
    for (const [id, same] of groupBy(facts, plainFactId)) {
      if (new Set(same.map(circumstancesOf)).size > 1) this.#severally.add(id);
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

  #addEntity(entry: CheckedEntity): void {
    const { entity, claims, facts } = entry;
    const { id, origin, place } = entity;
    const same = this.#entries
      .numbersOf(id)
      .map((number) => this.#entries.entry(number).entity)
      .find((other) => other.origin === origin && (origin !== 'REFERENCE' || other.place.file === place.file));
    if (same) this.report(place, 'DUPLICATE_ID', `${id} stands already at ${where(same.place)}; put both together.`);
    const number = this.#entries.add(entry);
    for (const fact of facts) {
      this.#reached.add(fact.to);
      this.#repeated.add(fact, number);
    }
    for (const claim of claims) {
      if (!claim.absence && claim.property.leaf.type === 'SourceType' && claim.value === 'DATASET')
        this.dataSets.add(id);
    }
    for (const { citations } of [entity, ...claims, ...facts]) {
      for (const { source, locator } of citations) {
        const ofSource = this.#cited.get(source);
        if (ofSource) ofSource.add(locator);
        else this.#cited.set(source, new Set([locator]));
      }
    }
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
