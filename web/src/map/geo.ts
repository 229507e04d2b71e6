// Geometry on the page: loading, a place for a label, the bearing of a road.

import { api } from '../api/client';
import type { Geo, Name } from '../api/types';

export type LonLat = [number, number];
export type Ring = LonLat[];
export type GeoFeature = Geo['features'][number];

/** Features with a number as id, which MapLibre needs for feature state, and the words the labels are made of. */
export interface Shapes { geo: GeoJSON.FeatureCollection; index: Map<string, number>; ids: string[]; byId: Map<string, GeoFeature> }

export const NO_SHAPES: Shapes = { geo: { type: 'FeatureCollection', features: [] }, index: new Map(), ids: [], byId: new Map() };

const loaded = new Map<string, Promise<Shapes>>();

export function loadShapes(collection: string): Promise<Shapes> {
  let job = loaded.get(collection);
  if (!job) {
    job = api.features(collection).then((geo) => shapesOf(collection, geo));
    job.catch(() => loaded.delete(collection));
    loaded.set(collection, job);
  }
  return job;
}

function shapesOf(collection: string, geo: Geo): Shapes {
  const index = new Map<string, number>();
  const ids: string[] = [];
  const byId = new Map<string, GeoFeature>();
  const features: GeoJSON.Feature[] = [];
  for (const f of geo.features) {
    const id = fullId(collection, f);
    byId.set(id, f);
    if (!f.geometry) continue;
    index.set(id, ids.length);
    features.push({ type: 'Feature', id: ids.length, geometry: f.geometry, properties: { ...f.properties, fid: id } });
    ids.push(id);
  }
  return { geo: { type: 'FeatureCollection', features }, index, ids, byId };
}

function fullId(collection: string, f: GeoFeature): string {
  const id = String(f.id ?? f.properties?.['id'] ?? '');
  return id.includes(':') ? id : `${collection}:${id}`;
}

/** The feature's names; a counting point's without its direction, which the page says in its own place. */
export function nameOf(f: GeoFeature | undefined): Name {
  const bare = (name: unknown) => (typeof name === 'string' ? name.replace(/ (유입|유출)$|, (in|out)bound$/, '') : null);
  return { ko: bare(f?.properties?.['name_ko']), en: bare(f?.properties?.['name_en']) };
}

function areaAndCentre(ring: Ring): { area: number; centre: LonLat } {
  let area = 0;
  let x = 0;
  let y = 0;
  const [ox, oy] = ring[0]!;
  for (let i = 0; i + 1 < ring.length; i++) {
    const ax = ring[i]![0] - ox;
    const ay = ring[i]![1] - oy;
    const bx = ring[i + 1]![0] - ox;
    const by = ring[i + 1]![1] - oy;
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (area === 0) return { area: 0, centre: ring[0]! };
  return { area: Math.abs(area / 2), centre: [ox + x / (3 * area), oy + y / (3 * area)] };
}

/** Where a label goes: the centroid of the largest part. */
export function labelPoint(g: GeoJSON.Geometry | null): LonLat | null {
  if (!g) return null;
  switch (g.type) {
    case 'Point': return g.coordinates as LonLat;
    case 'LineString': return (g.coordinates[Math.floor(g.coordinates.length / 2)] as LonLat) ?? null;
    case 'Polygon': return areaAndCentre(g.coordinates[0] as Ring).centre;
    case 'MultiPolygon': {
      const parts = g.coordinates.map((p) => areaAndCentre(p[0] as Ring));
      return parts.sort((a, b) => b.area - a.area)[0]?.centre ?? null;
    }
    default: return null;
  }
}

/** Bearing, degrees clockwise from north, of the stretch of a line nearest to a point. */
export function bearingNear(line: LonLat[], p: LonLat): number {
  let best = Infinity;
  let bearing = 0;
  const kx = Math.cos((p[1] * Math.PI) / 180);
  for (let i = 0; i + 1 < line.length; i++) {
    const ax = (line[i]![0] - p[0]) * kx;
    const ay = line[i]![1] - p[1];
    const dx = (line[i + 1]![0] - line[i]![0]) * kx;
    const dy = line[i + 1]![1] - line[i]![1];
    const length = dx * dx + dy * dy;
    if (length === 0) continue;
    const s = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    const d = (ax + s * dx) ** 2 + (ay + s * dy) ** 2;
    if (d < best) {
      best = d;
      bearing = ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360;
    }
  }
  return bearing;
}

export function bounds(geo: GeoJSON.FeatureCollection): [number, number, number, number] | null {
  const b: [number, number, number, number] = [180, 90, -180, -90];
  const walk = (c: unknown): void => {
    const list = c as unknown[];
    if (typeof list[0] === 'number') {
      const [x, y] = list as LonLat;
      b[0] = Math.min(b[0], x);
      b[1] = Math.min(b[1], y);
      b[2] = Math.max(b[2], x);
      b[3] = Math.max(b[3], y);
    } else for (const part of list) walk(part);
  };
  for (const f of geo.features) if ('coordinates' in f.geometry) walk(f.geometry.coordinates);
  return b[0] < b[2] ? b : null;
}

/** Does the area hold the point? Counts crossings of a ray, holes included. */
export function holds(g: GeoJSON.Geometry, [x, y]: LonLat): boolean {
  const polygons = g.type === 'Polygon' ? [g.coordinates] : g.type === 'MultiPolygon' ? g.coordinates : [];
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings as Ring[]) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i]!;
        const [bx, by] = ring[j]!;
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
  }
  return inside;
}

/** The outer ring of every polygon. */
export function outerRings(shapes: Shapes | undefined): number[][][] {
  return (shapes?.geo.features ?? []).flatMap(({ geometry }) => ringsOf(geometry));
}

export function ringsOf(g: GeoJSON.Geometry): number[][][] {
  return g.type === 'Polygon' ? [g.coordinates[0]!] : g.type === 'MultiPolygon' ? g.coordinates.map((p) => p[0]!) : [];
}
