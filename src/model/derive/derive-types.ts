import { type KindDeclaration, relationshipTypes } from '../declare.js';
import { valueTypes } from '../value-types.js';
import { defineEnumerations, defineValueType } from './enumerations.js';
import { defineFacts } from './facts.js';
import { defineFilters } from './filters.js';
import { defineSeries } from './series.js';
import { defineGroups } from './groups.js';
import { defineGraphInfo } from './graph-info.js';
import { defineInterfaces } from './interfaces.js';
import { defineKind, defineTarget } from './kinds.js';
import { definePaths } from './paths.js';
import { definePages } from './pages.js';
import { type Argument, Registry, type TypeReference } from './registry.js';
import { defineSearch } from './search.js';
import { defineSources } from './sources.js';
import { defineTimeline } from './timeline.js';

/** The types that follow from a list of kinds, by their GraphQL names: what a resolver names in `() => types.of('Agreement')`. */
export interface DerivedTypes {
  readonly kinds: readonly KindDeclaration[];
  /** What type-graphql wants to know of a type that SDL writes so: `[Agreement!]!`. */
  reference(sdl: string): TypeReference;
  /** Gives a method of a resolver class an argument, in SDL's words. */
  argument(prototype: object, method: string, index: number, argument: Argument): void;
}

/**
 * Tells type-graphql of every type that follows from the kinds: object, edge, connection, filter and order types, and
 * the enumerations. Each field carries its `FieldPlan` in its extensions.
 *
 * Agreement becomes `Agreement`, `AgreementConnection`, `AgreementEdge`, `AgreementFactConnection`,
 * `AgreementFactEdge`, `AgreementFilter`, `AgreementFactFilter`, `AgreementRelationFilter` and `AgreementOrder`.
 */
export function deriveTypes(kinds: readonly KindDeclaration[]): DerivedTypes {
  const registry = new Registry();
  const relationships = relationshipTypes(kinds);
  const comparable = defineEnumerations(registry, kinds, relationships);
  for (const valueType of valueTypes) defineValueType(registry, valueType);
  defineInterfaces(registry);
  definePages(registry);
  defineFacts(registry, relationships);
  defineSources(registry, kinds);
  defineGroups(registry, kinds);
  defineSeries(registry, kinds);
  definePaths(registry, relationships);
  defineTimeline(registry);
  defineGraphInfo(registry, kinds);
  defineSearch(registry);
  defineFilters(registry, relationships, comparable);
  for (const kind of kinds) defineKind(registry, kind, kinds);
  defineTarget(registry, 'Entity', [], relationships);
  return {
    kinds,
    reference: (sdl) => registry.reference(sdl),
    argument: (prototype, method, index, argument) => registry.argument(prototype, method, index, argument),
  };
}
