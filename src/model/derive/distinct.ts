import { ModelError } from '../../errors.js';
import type { PropertyDeclaration } from '../declare.js';

/** Properties by name, each once. @throws ModelError where two of one name differ. */
export function distinct(properties: readonly PropertyDeclaration[]): readonly PropertyDeclaration[] {
  const byName = new Map<string, PropertyDeclaration>();
  for (const property of properties) {
    const known = byName.get(property.name);
    if (known && known.leaf !== property.leaf)
      throw new ModelError(`Relationships disagree on what ${property.name} is.`);
    if (!known) byName.set(property.name, property);
  }
  return [...byName.values()];
}

/** The name of a type in a sentence. */
export function article(name: string): string {
  const word = name === 'Entity' ? 'entity' : name.toLowerCase();
  return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}
