// The floor: the release's own records in Maps and sorted arrays, made for exactly the questions of the bench. What a
// programmer would write by hand who knew the questions beforehand and needed no server: the least that any graph costs.

/**
 * Makes the Maps and lists that the shapes look up.
 *
 * @param model The functions of the model that say what is equal and in what order: fold, sortKey, nameIn, dateReadingOf, dayNumber.
 */
export function openFloor(release, { fold, sortKey, nameIn, dateReadingOf, dayNumber }) {
  const entities = new Map();
  const ofKind = new Map();
  for (const record of release.entities) {
    const { concludedOn } = record.properties;
    const reading = concludedOn && dateReadingOf(concludedOn.edtf);
    const entity = {
      ...record,
      name: nameIn(record.names, 'vi'),
      sortKey: sortKey(nameIn(record.names, 'vi')),
      folded: record.names.map(({ text }) => fold(text)),
      earliest: reading && dayNumber(reading.earliest),
      latest: reading && dayNumber(reading.latest),
    };
    entities.set(record.id, entity);
    push(ofKind, record.kind, entity);
  }
  const passages = new Map();
  for (const passage of release.passages)
    passages.set(passage.id, { ...passage, source: entities.get(passage.source) });
  const out = new Map();
  const into = new Map();
  for (const fact of release.relations) {
    push(out, `${fact.type} ${fact.from}`, { fact, node: entities.get(fact.to) });
    push(into, `${fact.type} ${fact.to}`, { fact, node: entities.get(fact.from) });
  }
  for (const lists of [out, into]) for (const items of lists.values()) items.sort(byName);
  const earliestFirst = new Map();
  const latestFirst = new Map();
  for (const [key, items] of out) {
    if (!key.startsWith('PARTY_TO ')) continue;
    earliestFirst.set(key.slice('PARTY_TO '.length), items.toSorted(byDate));
    latestFirst.set(key.slice('PARTY_TO '.length), items.toSorted(byDateDown));
  }
  const about = new Map();
  for (const [key, items] of into) {
    if (!key.startsWith('HAS_TOPIC ')) continue;
    about.set(
      key.slice('HAS_TOPIC '.length),
      items.filter(({ node }) => node.kind === 'Agreement'),
    );
  }
  const claims = [...release.claims].sort((one, other) => compare(one.id, other.id));
  const agreements = ofKind.get('Agreement').sort((one, other) => byDate({ node: one }, { node: other }));
  const along = (type, id) => out.get(`${type} ${id}`) ?? [];
  return {
    entities,
    citationsOf: ({ citations }) => citations.map(({ passage }) => passages.get(passage)),
    agreements,
    earliestFirst,
    latestFirst,
    about,
    byDate: (one, other) => byDate({ node: one }, { node: other }),
    claims: claims.filter(({ property }) => property === 'concludedOn'),
    provinces: ofKind
      .get('Province')
      .sort((one, other) => along('PARTY_TO', other.id).length - along('PARTY_TO', one.id).length),
    countries: ofKind.get('Country'),
    leaders: ofKind.get('Leader').sort((one, other) => byName({ node: one }, { node: other })),
    along,
    back: (type, id) => into.get(`${type} ${id}`) ?? [],
    fold,
  };
}

export function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many of a sorted list come before the first for which something holds. */
export function placeOf(list, holds) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

function byName(one, other) {
  return compare(one.node.sortKey, other.node.sortKey) || byIds(one, other);
}

function byDate(one, other) {
  return (
    compare(one.node.earliest, other.node.earliest) || compare(one.node.latest, other.node.latest) || byIds(one, other)
  );
}

function byDateDown(one, other) {
  return (
    compare(other.node.earliest, one.node.earliest) || compare(other.node.latest, one.node.latest) || byIds(one, other)
  );
}

function byIds(one, other) {
  return compare(one.node.id, other.node.id) || compare(one.fact?.id, other.fact?.id);
}

function push(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
