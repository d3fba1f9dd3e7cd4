import { describe, expect, it } from 'vitest';
import { seedSchema } from '../../src/loader/json-schema.js';
import { kinds } from './seed-folder.js';

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly anyOf: readonly Schema[];
  readonly enum: readonly string[];
  readonly pattern: string;
  readonly additionalProperties: boolean;
}

const schema = seedSchema(kinds) as unknown as {
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly items: { readonly allOf: readonly unknown[] };
};

describe('the JSON Schema of seed files', () => {
  it('has a definition for each kind, which the id chooses', () => {
    for (const { name, singular } of kinds) {
      expect(schema.definitions).toHaveProperty(name);
      expect(schema.items.allOf).toContainEqual({
        if: { properties: { id: { pattern: `^${singular}/` } } },
        then: { $ref: `#/definitions/${name}` },
      });
    }
  });

  it('knows the properties and relations that are written at a kind, and no others', () => {
    const agreement = schema.definitions['Agreement']!;
    expect(Object.keys(agreement.properties)).toEqual(
      expect.arrayContaining(['id', 'concludedOn', 'parties', 'supplements']),
    );
    expect(agreement.properties).not.toHaveProperty('supplementedBy');
    expect(agreement.additionalProperties).toBe(false);
    expect(agreement.properties['manner']!.anyOf[0]!.properties['value']!.enum).toEqual([
      'SIGNED',
      'EXCHANGED',
      'ADOPTED',
    ]);
    expect(agreement.properties['supplements']!.anyOf[0]!.properties['to']!.pattern).toMatch(/^\^\(agreement\)/);
    expect(schema.definitions['Meeting']!.properties['mechanism']!.anyOf[0]!.properties).toHaveProperty('ordinal');
  });

  it('refers to nothing that it does not define', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.filter((name) => !(name in schema.definitions))).toEqual([]);
  });
});
