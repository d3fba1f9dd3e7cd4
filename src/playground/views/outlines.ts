import type { MultiPolygon, Polygon } from 'geojson';
import { post } from '../api.js';
import type { Language } from '../words.js';

/** The outline of a province while it had it. Days are ISO dates; an open end is absent. */
export interface Outline {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly geometry: Polygon | MultiPolygon;
}

/** A province with its outlines over time. */
export interface OutlinedProvince {
  readonly id: string;
  readonly name: string;
  readonly country: string | undefined;
  readonly location: readonly [longitude: number, latitude: number] | undefined;
  readonly outlines: readonly Outline[];
}

const OUTLINES_QUERY = `query Outlines($lang: Language!, $after: String) {
  provinces(first: 100, after: $after) {
    nodes {
      id
      name(lang: $lang)
      location { latitude longitude }
      country(first: 1) { nodes { id } }
      claims(first: 10, where: { property: { eq: "outline" } }) {
        nodes { value validTime { from { earliest } to { latest } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly country: { readonly nodes: readonly { readonly id: string }[] };
  readonly claims: {
    readonly nodes: readonly {
      readonly value: string | null;
      readonly validTime: {
        readonly from: { readonly earliest: string } | null;
        readonly to: { readonly latest: string } | null;
      } | null;
    }[];
  };
}

interface Page {
  readonly provinces: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const asked = new Map<Language, Promise<readonly OutlinedProvince[]>>();

/** The outlines of all provinces of the graph, asked of the API once a language. Throws where it does not answer. */
export function fetchOutlines(language: Language): Promise<readonly OutlinedProvince[]> {
  const before = asked.get(language);
  if (before) return before;
  const asking = fetchPages(language);
  asked.set(language, asking);
  // What failed may succeed when asked again.
  asking.catch(() => asked.delete(language));
  return asking;
}

async function fetchPages(language: Language): Promise<readonly OutlinedProvince[]> {
  const found: OutlinedProvince[] = [];
  for (let after: string | null = null; ;) {
    const answer = await post({ query: OUTLINES_QUERY, variables: { lang: language.toUpperCase(), after } });
    const page = answer.data as Page | null | undefined;
    if (!page) throw new Error(answer.errors?.[0]?.message ?? 'The response has no provinces');
    found.push(...page.provinces.nodes.map(provinceOf));
    if (!page.provinces.pageInfo.hasNextPage) return found;
    after = page.provinces.pageInfo.endCursor;
  }
}

const provinceOf = ({ id, name, location, country, claims }: Row): OutlinedProvince => ({
  id,
  name,
  country: country.nodes[0]?.id,
  location: location ? [location.longitude, location.latitude] : undefined,
  outlines: claims.nodes.flatMap(({ value, validTime }) =>
    value === null
      ? []
      : {
          from: validTime?.from?.earliest,
          to: validTime?.to?.latest,
          geometry: JSON.parse(value) as Outline['geometry'],
        },
  ),
});
