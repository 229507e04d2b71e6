// The air stations that speak for a district.

import { holds } from './hour';
import { labelPoint, nameOf, ringsOf, type Shapes } from '../map/geo';

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
