/** A place on the earth: degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
