import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { BruteForce, naiveWalk } from '../toy/brute-force.js';
import { toyRelease } from '../toy/release.js';
import { toyOver, toySchema, type Toy } from '../toy/toy-graph.js';

const folder = fileURLToPath(new URL('./toy/', import.meta.url));

/**
 * Golden cases on the toy: `x.graphql`, whose first line says why it exists, and `x.json`, its answer on every store.
 *
 * @param open Opens a store that holds nothing yet.
 */
export function describeCases(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    let toy: Toy;

    beforeAll(async () => {
      store = await open();
      await store.load(toyRelease);
      toy = toyOver(store);
    });

    afterAll(() => store.close());

    for (const file of readdirSync(folder).filter((each) => each.endsWith('.graphql'))) {
      const source = readFileSync(folder + file, 'utf8');
      const [why] = source.split('\n');

      test(`${file}: ${why!.replace(/^# /, '')}`, async () => {
        expect(why).toMatch(/^# .+\.$/);
        const golden = JSON.parse(readFileSync(folder + file.replace('.graphql', '.json'), 'utf8'));
        expect(await toy.ask(source)).toEqual(golden);
        const { fieldResolver, context } = naiveWalk(new BruteForce(toyRelease));
        const { data } = await execute({
          schema: toySchema,
          document: parse(source),
          contextValue: context,
          fieldResolver,
        });
        expect(JSON.parse(JSON.stringify(data))).toEqual(golden);
      });
    }
  });
}
