// The places of sources as the server's map has them, for a list and a key beside it.

/**
 * Strengths in g/s, with the ends of their 90 % interval; a doubtful one is lost by more than one in twenty resamples of the days, one at the
 * edge of the grid may lie farther out than its area.
 */
export interface SourcePlace { number: number; lon: number; lat: number; strength: number; lower: number; upper: number; resolvable: boolean; doubtful: boolean; atEdge: boolean }

export interface SourcePlaces { list: SourcePlace[]; cell: string | null; blind: string | null }

/** Whether a place is weaker, as it is written with two digits, than every strength that was put in to test the map. */
export function isUntested(p: SourcePlace, details: Record<string, unknown>): boolean {
  const tried = ((details['recovery'] ?? []) as { strength_g_s: number }[]).map((r) => r.strength_g_s);
  return tried.length > 0 && Number(p.strength.toPrecision(2)) < Math.min(...tried);
}

export function readPlaces(body: GeoJSON.FeatureCollection): SourcePlaces {
  const of = (kind: string) => body.features.filter((f) => f.properties?.['kind'] === kind).map((f) => f.properties!);
  const colour = (kind: string) => (of(kind)[0]?.['fill'] as string | undefined) ?? null;
  return {
    list: of('source').map((p) => ({ number: p['number'], lon: p['lon'], lat: p['lat'], strength: p['strength_g_s'], lower: p['lower'], upper: p['upper'], resolvable: p['resolvable'], doubtful: p['doubtful'] === true, atEdge: p['at_edge'] === true })),
    cell: colour('cell'), blind: colour('cannot-tell'),
  };
}
