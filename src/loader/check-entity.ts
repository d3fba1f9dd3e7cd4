import type { KindDeclaration, RelationDeclaration } from '../model/declare.js';
import type { Origin } from '../model/leaf.js';
import type { Name } from '../model/name.js';
import type { Language } from '../model/partial-date.js';
import { absenceIn, checkAbsence } from './check-absence.js';
import { checkCitations } from './check-citations.js';
import { checkClaim } from './check-claim.js';
import { checkFact } from './check-fact.js';
import { checkKeys, checkMap, checkText, checkTexts } from './check-leaf.js';
import type { StatementContext } from './check-statement.js';
import { itemsOf, plain, shown, type Located, type LocatedMap } from './located.js';
import type { Report } from './report.js';
import type { SeedClaim, SeedEntity, SeedFact } from './seed.js';

/** The languages of names and descriptions, in the order in which names are stored. */
export const LANGUAGES = ['vi', 'en', 'km'] as const satisfies readonly Language[];

/** The keys of an entity that are no property or relation of its kind. */
export const ENTITY_KEYS = ['id', 'name', 'variants', 'description', 'cite', 'externalIds', 'externalIdsCite'] as const;

/** What one item of a seed file says. */
export interface CheckedEntity {
  readonly entity: SeedEntity;
  readonly claims: readonly SeedClaim[];
  readonly facts: readonly SeedFact[];
  /** The keys that stand there, whether or not what they hold was accepted. */
  readonly written: readonly string[];
}

/** What the file says of its items: their kind, unless it is a reference file, and where its facts come from. */
export interface FileContext {
  readonly kinds: readonly KindDeclaration[];
  readonly fileKind?: KindDeclaration;
  readonly origin: Origin;
  readonly report: Report;
}

/** Checks one item of a seed file, by itself. `undefined`, with faults, where it cannot be told what it is about. */
export function checkEntity(item: Located, context: FileContext): CheckedEntity | undefined {
  const { report, origin } = context;
  const map = checkMap(item, 'an entity: { id: …, name: { vi: …, en: … }, cite: […], … }', report);
  if (!map) return undefined;
  const identity = checkIdentity(map, context);
  if (!identity) return undefined;
  const { id, kind } = identity;

  const claims: SeedClaim[] = [];
  const facts: SeedFact[] = [];
  const statement: StatementContext = { subject: id, origin, report };
  const properties = new Map(kind.properties.map((property) => [property.name, property]));
  const relations = new Map(kind.relations.map((relation) => [relation.name, relation]));
  for (const [key, { keyPlace, value }] of map.entries) {
    const property = properties.get(key);
    const relation = relations.get(key);
    if (property) claims.push(...itemsOf(value).flatMap((each) => checkClaim(property, each, statement) ?? []));
    else if (relation?.inverse) report(keyPlace, 'WRITTEN_AT_INVERSE', whereToWrite(kind, relation));
    else if (relation) {
      for (const each of itemsOf(value)) {
        const absent = absenceIn(each);
        if (absent) claims.push(...[checkAbsence(relation, absent, statement) ?? []].flat());
        else facts.push(...[checkFact(relation, each, statement) ?? []].flat());
      }
    }
  }
  const written = kind.relations.filter(({ inverse }) => !inverse).map(({ name }) => name);
  const known = [...ENTITY_KEYS, ...properties.keys(), ...written];
  checkKeys(without(map, relations), known, `The kind ${kind.singular}`, report);

  return {
    entity: { ...describeEntity(map, id, report), place: map.place, id, kind, origin },
    claims,
    facts,
    written: [...map.entries.keys()],
  };
}

function checkIdentity(
  map: LocatedMap,
  { kinds, fileKind, report }: FileContext,
): { readonly id: string; readonly kind: KindDeclaration } | undefined {
  const given = map.entries.get('id')?.value;
  const id = given?.form === 'scalar' ? given.value : undefined;
  const match = /^([A-Za-z]+)\/[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(typeof id === 'string' ? id : '');
  const singular = fileKind?.singular ?? 'agreement';
  if (!match) {
    const said = given ? `${shown(given)} is not an id` : 'The entity has no id';
    report(
      (given ?? map).place,
      'BAD_ID',
      `${said}; write one such as id: ${singular}/some-name (a-z, 0-9 and hyphens).`,
    );
    // A name of its own, so that all else that is wrong with it is told as well.
    return fileKind && { id: `${singular}/?${map.place.line}`, kind: fileKind };
  }
  const kind = kinds.find((candidate) => candidate.singular === match[1]);
  if (!kind) {
    const singulars = kinds.map((candidate) => candidate.singular).join(', ');
    report(given!.place, 'UNKNOWN_KIND', `There is no kind “${match[1]}”; there are ${singulars}.`);
    return undefined;
  }
  if (fileKind && kind !== fileKind) {
    report(
      given!.place,
      'WRONG_FILE',
      `${id} belongs in ${kind.plural}.yaml; this file is for ids such as ${singular}/….`,
    );
  }
  return { id: id as string, kind };
}

function whereToWrite(kind: KindDeclaration, relation: RelationDeclaration): string {
  const other = relation.targets[0]!;
  const forward = other.relations.find(
    (candidate) =>
      !candidate.inverse && candidate.relationship === relation.relationship && candidate.targets.includes(kind),
  );
  const field = forward?.name ?? relation.relationship.type;
  return `“${relation.name}” is read here, not written: write it as “${field}” of the ${other.singular}, in ${other.plural}.yaml.`;
}

/** The map without the keys of inverse relations, which have a fault of their own. */
function without(map: LocatedMap, relations: ReadonlyMap<string, RelationDeclaration>): LocatedMap {
  return { ...map, entries: new Map([...map.entries].filter(([key]) => !relations.get(key)?.inverse)) };
}

function describeEntity(
  map: LocatedMap,
  id: string,
  report: Report,
): Pick<SeedEntity, 'names' | 'descriptions' | 'externalIds' | 'citations'> {
  const value = (key: (typeof ENTITY_KEYS)[number]): Located | undefined => map.entries.get(key)?.value;
  const preferred = byLanguage(value('name'), `The name of ${id}`, checkText, report);
  const variants = byLanguage(value('variants'), `The variants of ${id}`, checkTexts, report);
  const names: Name[] = [
    ...preferred.map(([language, text]) => ({ text, language, preferred: true })),
    ...variants.flatMap(([language, texts]) => texts.map((text) => ({ text, language, preferred: false }))),
  ];
  const externalIds = checkExternalIds(value('externalIds'), report);
  const cite = value('cite') ? checkCitations(value('cite'), map.place, id, report) : [];
  const externalIdsCite =
    value('externalIdsCite') || (externalIds.length > 0 && cite.length === 0)
      ? checkCitations(value('externalIdsCite'), map.place, `“externalIds” of ${id} (externalIdsCite)`, report)
      : [];
  return {
    names,
    descriptions: Object.fromEntries(byLanguage(value('description'), `The description of ${id}`, checkText, report)),
    externalIds,
    citations: [...cite, ...externalIdsCite],
  };
}

function byLanguage<Value>(
  located: Located | undefined,
  what: string,
  check: (located: Located, report: Report) => Value | undefined,
  report: Report,
): readonly (readonly [Language, Value])[] {
  const map = located && checkMap(located, 'one for each language: { vi: …, en: … }', report);
  if (!map) return [];
  checkKeys(map, LANGUAGES, what, report);
  return LANGUAGES.flatMap((language) => {
    const given = map.entries.get(language)?.value;
    const value = given && check(given, report);
    return value === undefined ? [] : [[language, value] as const];
  });
}

function checkExternalIds(located: Located | undefined, report: Report): SeedEntity['externalIds'] {
  const map = located && checkMap(located, 'an id for each scheme: { wikidata: Q881 }', report);
  return [...(map?.entries ?? [])].flatMap(([scheme, { value }]) =>
    itemsOf(value).flatMap((item) => {
      const id = plain(item);
      if (typeof id === 'string' || typeof id === 'number') return { scheme, value: String(id).normalize('NFC') };
      report(item.place, 'WRONG_TYPE', `${shown(item)} is not accepted here; write the id as a text.`);
      return [];
    }),
  );
}
