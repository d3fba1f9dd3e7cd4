import { ENTITY_FIELDS, FACT_FIELDS, ID_FIELD } from './entity-fields.js';
import { type Registry, addFields } from './registry.js';

/** Defines `Node`, `Entity` and `Fact`. */
export function defineInterfaces(registry: Registry) {
  addFields(registry, registry.interface('Node', 'Anything with a global id.'), [ID_FIELD]);
  addFields(registry, registry.interface('Entity', 'A thing that the graph tells of.', ['Node']), ENTITY_FIELDS);
  addFields(
    registry,
    registry.interface(
      'Fact',
      'Something stated: a relation between two entities, or a value of a property. Every fact is cited.',
      ['Node'],
    ),
    FACT_FIELDS,
  );
}
