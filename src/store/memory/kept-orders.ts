import type { Items } from './items.js';

/** How many items the orders kept of a release have together at most, of 8 bytes each. */
const MOST_ITEMS = 4_000_000;

/** As many items as an order takes the room of besides its own. */
const OVERHEAD = 50;

/**
 * The orders that long lists were put in, kept for the next page of any plan that asks for the same. So a page of a
 * long list costs what it returns; only the first one costs what the list holds.
 */
export class KeptOrders {
  readonly #kept = new Map<string, Map<number, Items>>();
  #items = 0;

  /** @param way Where the items come from, and their order. @param start The record at which the way starts; -1 for none. */
  get(way: string, start: number): Items | undefined {
    return this.#kept.get(way)?.get(start);
  }

  keep(way: string, start: number, items: Items): void {
    const room = items.nodes.length + OVERHEAD;
    if (this.#items + room > MOST_ITEMS) {
      this.#kept.clear();
      this.#items = 0;
    }
    this.#items += room;
    const ofWay = this.#kept.get(way);
    if (ofWay) ofWay.set(start, items);
    else this.#kept.set(way, new Map([[start, items]]));
  }
}
