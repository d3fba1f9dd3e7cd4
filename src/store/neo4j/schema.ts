import { cypher, name, textOf, type Cypher } from './cypher.js';
import { CLASS_LABEL, slotLabel, type Model, type Slot } from './layout.js';

/** Statements that make the constraints and indexes of both slots, where they are not there yet. */
export function schemaStatements(model: Model): readonly string[] {
  return [
    cypher`CREATE CONSTRAINT Load_key IF NOT EXISTS FOR (n:Load) REQUIRE n.key IS UNIQUE`,
    ...(['A', 'B'] as const).flatMap((slot) => [
      ...Object.values(CLASS_LABEL).map((label) => unique(slotLabel(label, slot))),
      index(slotLabel('Name', slot), cypher`folded`),
      index(slotLabel('Name', slot), cypher`squeezed`),
      index(slotLabel('Word', slot), cypher`text`),
      index(slotLabel('Edit', slot), cypher`key`),
      index(slotLabel(CLASS_LABEL.entry, slot), cypher`date_earliest`),
      index(slotLabel(CLASS_LABEL.conflict, slot), cypher`subject`),
      ...model.declarations.flatMap((kind) => indexesOfKind(kind.name, model, slot)),
    ]),
  ].map(textOf);
}

function indexesOfKind(kind: string, model: Model, slot: Slot): Cypher[] {
  const label = slotLabel(kind, slot);
  const { properties } = model.kinds.get(kind)!;
  return [
    index(label, cypher`names_sort`),
    ...properties.flatMap(({ name: property, leaf }) => {
      switch (leaf.family) {
        case 'integer':
        case 'id':
          return [index(label, name(property))];
        case 'date':
          return [`${property}_earliest`, `${property}_latest`].map((facet) => index(label, name(facet)));
        case 'interval':
          return [index(label, name(`${property}_fromEarliest`))];
        case 'quantity':
          return [index(label, name(`${property}_amount`))];
        default:
          return [];
      }
    }),
  ];
}

function unique(label: Cypher): Cypher {
  return cypher`CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`;
}

function index(label: Cypher, property: Cypher): Cypher {
  return cypher`CREATE RANGE INDEX ${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}
