// What lies under the pointer. Points are found by distance on the screen, which costs a few hundred
// multiplications and spares the graphics card a read-back; roads and areas are asked of MapLibre.

import type { State } from '../state/address';
import { getBoot } from '../state/boot';
import type { PointAt } from './compose';
import { holds } from './geo';
import type { Stage } from './stage';
import { FILLS, type Fill } from './style';

export interface Pixel { x: number; y: number }

function pointSets(s: State, stage: Stage): { collection: string; reach: number }[] {
  const boardings = stage.shown.track?.property.collections.includes('subway-stations');
  switch (s.view) {
    case 'city': return [{ collection: 'weather-stations', reach: 16 }, { collection: 'air-stations', reach: 10 }, { collection: 'traffic-points', reach: 9 }];
    case 'air': return [{ collection: 'city', reach: 24 }, { collection: 'weather-stations', reach: 18 }, { collection: 'air-stations', reach: 15 }];
    case 'traffic': return [boardings ? { collection: 'subway-stations', reach: 14 } : { collection: 'traffic-points', reach: 15 }];
    case 'noise': return [{ collection: 'noise-sites', reach: 20 }];
    default: return [];
  }
}

/** The feature at a pixel, or null. A point beats a road, a road beats an area. */
export function hit(stage: Stage, s: State, at: Pixel, touch: boolean): string | null {
  // Between the stations of a surface a finger asks the ground, so their circles take no more than they cover.
  const more = touch && stage.shown.air?.kind !== 'surface' ? 8 : 0;
  for (const { collection, reach } of pointSets(s, stage)) {
    if (collection === 'city') {
      if (cityCircle(stage, at, reach)) return 'city:seoul';
      continue;
    }
    const found = nearest(stage, stage.points[collection] ?? [], collection, at, reach + more);
    if (found) return found;
  }
  if (s.view === 'traffic' || s.view === 'city') {
    const r = 5 + more / 2;
    const links = stage.map.queryRenderedFeatures([[at.x - r, at.y - r], [at.x + r, at.y + r]], { layers: ['links'] });
    const counted = links.map((l) => roadOf(stage, String(l.properties['fid']))).find((f) => f !== null);
    if (counted) return counted;
    if (s.view === 'traffic' && links[0] && stage.map.getZoom() > 12.5) return String(links[0].properties['fid']);
  }
  const areas: Fill[] = s.view === 'place' ? [(stage.shown.subject?.collection as Fill) ?? 'dong'] : ['gu'];
  for (const fill of areas) {
    if (!FILLS.includes(fill)) continue;
    const layer = stage.map.getLayoutProperty(`${fill}-fill`, 'visibility') === 'visible' ? `${fill}-fill` : fill === 'gu' ? 'land' : null;
    const found = layer && stage.map.queryRenderedFeatures([at.x, at.y], { layers: [layer] })[0];
    if (found) return String(found.properties['fid']);
    if (fill !== 'gu') continue;
    // While MapLibre cuts the districts into tiles it knows of none; their shapes are here.
    const { lng, lat } = stage.map.unproject([at.x, at.y]);
    const held = stage.shapes['gu']?.geo.features.find((f) => holds(f.geometry, [lng, lat]));
    if (held) return String(held.properties!['fid']);
  }
  return null;
}

/** The circle in the city's middle, which is drawn where only the whole city has a value. */
function cityCircle(stage: Stage, at: Pixel, reach: number): boolean {
  const middle = getBoot().city?.centre;
  const drawn = stage.shown.track?.drawn;
  if (!middle || !drawn?.has('city:seoul') || [...drawn.keys()].some((k) => !k.startsWith('city:'))) return false;
  const q = stage.map.project(middle);
  return Math.hypot(q.x - at.x, q.y - at.y) < reach;
}

function roadOf(stage: Stage, link: string): string | null {
  return (stage.matches.find((m) => m.link === link) ?? stage.matches.find((m) => m.reach?.some((r) => r.link === link)))?.feature ?? null;
}

function nearest(stage: Stage, points: PointAt[], collection: string, at: Pixel, reach: number): string | null {
  let best: PointAt | null = null;
  let distance = reach * reach;
  for (const p of points) {
    if (collection === 'air-stations' && stage.shown.state === 'ready' && !valued(stage, p.feature)) continue;
    const q = stage.map.project(collection === 'weather-stations' ? (stage.windStands ?? p.at) : p.at);
    let d = (q.x - at.x) ** 2 + (q.y - at.y) ** 2;
    // Both directions of a point share a place: the half on the pointer's side is nearer.
    const side = (p.bearing * Math.PI) / 180;
    if (p.bearing !== 0 || collection === 'traffic-points') d -= 0.5 * (Math.cos(side) * (at.x - q.x) + Math.sin(side) * (at.y - q.y));
    if (d < distance) {
      distance = d;
      best = p;
    }
  }
  return best?.feature ?? null;
}

function valued(stage: Stage, feature: string): boolean {
  const track = stage.shown.tint?.track ?? stage.shown.track;
  return track?.drawn.has(feature) ?? false;
}
