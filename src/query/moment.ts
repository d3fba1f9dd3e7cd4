import { RequestError } from '../errors.js';

/**
 * The moment as of which a request asks, days as `YYYY-MM-DD`: what the field `asOf` answers with, and what the root
 * fields within it are given. What it leaves out cuts nothing off.
 */
export class Moment {
  constructor(
    readonly validAt?: string,
    readonly knownAt?: string,
  ) {}

  /** Whether it may cut anything off. */
  get isCut(): boolean {
    return this.validAt !== undefined || this.knownAt !== undefined;
  }

  /** The day that is “now”: that of validity, else the earlier one of what is known and the release. */
  now(release: string): string {
    if (this.validAt !== undefined) return this.validAt;
    return this.knownAt !== undefined && this.knownAt < release ? this.knownAt : release;
  }

  /**
   * The moment of an `asOf` within another one: what it gives replaces what is given around it.
   *
   * @throws RequestError where an argument is null: that would silently cut nothing off.
   */
  with(given: Readonly<Record<'validAt' | 'knownAt', string | null | undefined>>): Moment {
    for (const [argument, day] of Object.entries(given)) {
      if (day !== null) continue;
      throw new RequestError('BAD_USER_INPUT', `${argument} is null. Leave it out to cut nothing off.`, { argument });
    }
    return new Moment(given.validAt ?? this.validAt, given.knownAt ?? this.knownAt);
  }
}

/** The moment of a request that names none. */
export const WHOLE = new Moment();
