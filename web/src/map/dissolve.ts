// Outlines of districts from their neighbourhoods. The districts' own file is of 2013 and lies up to 60 m beside the
// detailed survey of the neighbourhoods; drawn together they show two lines. The survey's neighbours share their
// vertices, so an edge that is walked in both directions is an inner one, and what is left over is the outline.

import type { LonLat } from './geo';

type Rings = LonLat[][];

const key = (p: LonLat) => `${p[0].toFixed(7)},${p[1].toFixed(7)}`;

/** The outline of polygons that share their edges exactly; slivers of a handful of points are left out. */
export function dissolve(polygons: Rings[]): Rings[] {
  const edges = new Map<string, [LonLat, LonLat]>();
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const a = key(ring[i]!);
        const b = key(ring[i + 1]!);
        if (a === b) continue;
        if (!edges.delete(`${b} ${a}`)) edges.set(`${a} ${b}`, [ring[i]!, ring[i + 1]!]);
      }
    }
  }
  const from = new Map<string, LonLat[]>();
  for (const [a, b] of edges.values()) {
    const list = from.get(key(a));
    if (list) list.push(b);
    else from.set(key(a), [b]);
  }
  const byStart = new Map([...edges.values()].map(([a]) => [key(a), a]));
  const out: Rings[] = [];
  for (;;) {
    const first = from.keys().next().value;
    if (first === undefined) return out;
    const ring: LonLat[] = [byStart.get(first)!];
    let at = first;
    let closed = false;
    for (let next = from.get(at); next; next = from.get(at)) {
      const p = next.pop()!;
      if (next.length === 0) from.delete(at);
      ring.push(p);
      at = key(p);
      if ((closed = at === first)) break;
    }
    if (closed && ring.length > 12) out.push([ring]);
  }
}

/** Gives each district the outline of its neighbourhoods, where they name their district. */
export function fitDistricts(gu: GeoJSON.Feature[], dong: GeoJSON.Feature[]): GeoJSON.Feature[] {
  const parts = new Map<string, Rings[]>();
  for (const f of dong) {
    const code = String(f.properties?.['gu_code'] ?? '');
    const g = f.geometry;
    const own = g.type === 'Polygon' ? [g.coordinates] : g.type === 'MultiPolygon' ? g.coordinates : [];
    if (code) parts.set(code, [...(parts.get(code) ?? []), ...(own as Rings[])]);
  }
  return gu.map((f) => {
    const own = parts.get(String(f.properties?.['code'] ?? ''));
    const coordinates = own && dissolve(own);
    return coordinates && coordinates.length > 0 ? { ...f, geometry: { type: 'MultiPolygon', coordinates } } : f;
  });
}
