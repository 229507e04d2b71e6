// The air stations that speak for a district.

import { holds } from './hour';
import { labelPoint, nameOf, ringsOf, type Shapes } from '../map/geo';
import type { Stage } from '../map/stage';
import { getState } from '../state/store';

/** Ids of the stations that bear the district's name, then of the others that stand in it; none of what is no district. */
export function stationsOf(district: string, districts: Shapes | undefined, stations: Shapes | undefined): string[] {
  const area = districts?.geo.features.find((f) => f.properties?.['fid'] === district) ?? districts?.byId.get(district);
  if (!area?.geometry || !stations) return [];
  const name = nameOf(districts?.byId.get(district)).ko;
  const rings = ringsOf(area.geometry);
  const named: string[] = [];
  const inside: string[] = [];
  for (const [id, station] of stations.byId) {
    const at = labelPoint(station.geometry);
    if (name !== null && nameOf(station).ko === name) named.push(id);
    else if (at && rings.some((ring) => holds(ring, at[0], at[1]))) inside.push(id);
  }
  return [...named, ...inside];
}

/**
 * The station that answers for a district where the districts' own data do not reach the instant; null where they do, and
 * where none of its stations has a value.
 *
 * @param valued ids of the features with a value at the instant
 */
export function answering(district: string, stations: string[], valued: ReadonlySet<string>): string | null {
  if (!district.startsWith('gu:') || [...valued].some((f) => f.startsWith('gu:'))) return null;
  return stations.find((s) => valued.has(s)) ?? null;
}

/** The station of the air view that answers for a district at the cursor, by what the map has drawn. */
export function answeringNow(stage: Stage, feature: string): string | null {
  const { view, time } = getState();
  const { track } = stage.shown;
  if (view !== 'air' || !track || !feature.startsWith('gu:')) return null;
  const valued = new Set([...track.drawn.keys(), ...track.flaggedAt(time).keys()]);
  return answering(feature, stationsOf(feature, stage.shapes['gu'], stage.shapes['air-stations']), valued);
}
