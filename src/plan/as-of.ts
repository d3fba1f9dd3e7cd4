import type { Parameter } from './read-plan.js';

/**
 * The moment as of which a plan is answered. The answer is that of the same plan on the graph that is there at the
 * moment: what is not there is met nowhere, be it in pages, filters, counts, links or by its id. Days are numbers
 * YYYYMMDD. Without a moment the plan is answered on the whole graph.
 *
 * **validAt** cuts by validity. A relation or claim is there if its `validTime` may include the day: neither its
 * earliest beginning lies after the day nor its latest end before it; an end that is absent, and an absent `validTime`,
 * rule out nothing. Entities, sources and passages are not cut by it.
 *
 * **knownAt** cuts by what was known. A source is known if its publication may have been by the day: `earliest` of the
 * `publishedOn` that it has in the whole graph is the day or before; one without is always known.
 *
 * - Passages, citations: those of known sources are there.
 * - A relation or claim is there if a citation of it is, or if it has none at all. A derived relation must also have
 *   such a citation of its basis, and under `validAt` its basis must hold too. What is about an entity that is a source
 *   is there only if that source is known.
 * - An entity that is a source is there if it is known. Any other is there if a citation of itself, or of one of its
 *   claims or relations, is known (whatever `validAt` says of these), or if it has none at all.
 * - An entry of a timeline is there if its fact is, a conflict if both its claims are.
 * - Names, descriptions and external ids are not cut: they have no citations of their own. Neither are ranks: they are
 *   the editors' judgement of today.
 *
 * **What follows from that.** `citations`, `sources` and the facet `count` of `sources` tell what is there. Best values
 * are chosen anew among the claims that are there, as `src/model/best-claim.ts` does, with `now` for its day and with
 * known sources only; `isBest` and the declared properties of entities follow, wherever they are read, compared or put
 * in order. A property without a claim that may be best is absent; only one that is required keeps the value that it
 * has in the whole graph, since there is no entity of the kind without. `attested` ends with the latest known source.
 * An entry of a claim is best if its claim is so among those that are there; one of a relation always is. Involved are
 * those whom a relation that is there involves. Its date, end and titles stay those of the whole graph, as do the kind,
 * the preferred claim and the reasons of a conflict, and which entities are hubs.
 * The record of the graph itself counts what is there, and lists the sources that are; all else of it stays.
 */
export interface AsOf {
  readonly validAt?: Parameter;
  readonly knownAt?: Parameter;
  /** The day that is “now”: validAt, else the earlier one of knownAt and the day of the release. */
  readonly now: Parameter;
}
