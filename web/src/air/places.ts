// The places of sources as the server's map has them, for a list and a key beside it.

/** Strengths in g/s, with the ends of their 90 % interval; a doubtful one is lost by more than one in twenty resamples of the days. */
export interface SourcePlace { number: number; lon: number; lat: number; strength: number; lower: number; upper: number; resolvable: boolean; doubtful: boolean }

export interface SourcePlaces { list: SourcePlace[]; cell: string | null; blind: string | null }

export function readPlaces(body: GeoJSON.FeatureCollection): SourcePlaces {
  const of = (kind: string) => body.features.filter((f) => f.properties?.['kind'] === kind).map((f) => f.properties!);
  const colour = (kind: string) => (of(kind)[0]?.['fill'] as string | undefined) ?? null;
  return {
    list: of('source').map((p) => ({ number: p['number'], lon: p['lon'], lat: p['lat'], strength: p['strength_g_s'], lower: p['lower'], upper: p['upper'], resolvable: p['resolvable'], doubtful: p['doubtful'] === true })),
    cell: colour('cell'), blind: colour('cannot-tell'),
  };
}
