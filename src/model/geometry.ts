/** An area on the earth as GeoJSON (RFC 7946): WGS 84, longitude before latitude. */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };
