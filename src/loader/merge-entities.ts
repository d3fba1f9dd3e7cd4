import { compareText } from '../model/best-claim.js';
import type { Name } from '../model/name.js';
import { LANGUAGES } from './check-entity.js';
import type { SeedEntity } from './seed.js';

/**
 * One entity out of its own entry and what reference files add to it.
 *
 * Where both prefer a name in the same language the document's is preferred and the other becomes a variant. The result
 * does not depend on the order of the entries.
 */
export function mergeEntities(entries: readonly [SeedEntity, ...SeedEntity[]]): SeedEntity {
  const [first, ...others] = entries.toSorted(
    (one, other) =>
      compareText(one.origin, other.origin) || compareText(JSON.stringify(one.names), JSON.stringify(other.names)),
  ) as [SeedEntity, ...SeedEntity[]];
  const names: Name[] = [];
  for (const name of [first, ...others].flatMap((entry) => entry.names)) addName(names, name);
  return {
    ...first,
    names: names.sort(compareNames),
    descriptions: Object.assign({}, ...[first, ...others].toReversed().map(({ descriptions }) => descriptions)),
    externalIds: distinct([first, ...others].flatMap(({ externalIds }) => externalIds)).sort(
      (one, other) => compareText(one.scheme, other.scheme) || compareText(one.value, other.value),
    ),
    citations: [first, ...others].flatMap(({ citations }) => citations),
  };
}

function addName(names: Name[], name: Name): void {
  const same = names.findIndex((known) => known.text === name.text && known.language === name.language);
  const isFirst = name.preferred && !names.some((known) => known.preferred && known.language === name.language);
  if (same < 0) names.push({ ...name, preferred: isFirst });
  else if (isFirst) names[same] = name;
}

function compareNames(one: Name, other: Name): number {
  return (
    Number(other.preferred) - Number(one.preferred) ||
    LANGUAGES.indexOf(one.language!) - LANGUAGES.indexOf(other.language!) ||
    compareText(one.text, other.text)
  );
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
