// One hour of a concentration surface in numbers: its range and standard errors over the city, its value at a place, and
// its lines of equal concentration.

import { moreDigits } from '../words/say';
import { band, type Frame, type Frames } from './frames';

/** Over the cells of the city; in the surface's unit. */
export interface Hour { low: number; high: number; error: { least: number; typical: number; most: number } }

export interface Estimate { value: number; error: number }

const masks = new WeakMap<Frames, { rings: number; inside: boolean[] }>();

/** Which cells have their middle in the city; all of them while its districts are not known. Kept by film. */
export function cityCells(of: Frames, city: number[][][]): boolean[] {
  const known = masks.get(of);
  if (known?.rings === city.length) return known.inside;
  const inside = Array.from({ length: of.columns * of.rows }, (_, cell) => {
    const lon = of.west + (0.5 + (cell % of.columns)) * of.stepLon;
    const lat = of.south + (0.5 + Math.floor(cell / of.columns)) * of.stepLat;
    return city.length === 0 || city.some((ring) => holds(ring, lon, lat));
  });
  masks.set(of, { rings: city.length, inside });
  return inside;
}

export function holds(ring: number[][], lon: number, lat: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = ring[i] as [number, number];
    const [u, v] = ring[j] as [number, number];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) odd = !odd;
  }
  return odd;
}

/** Null where no cell of the city has a value. */
export function hourOf(frame: Frame, city: number[][][]): Hour | null {
  const inside = cityCells(frame.of, city);
  const values = band(frame, 0);
  const errors = band(frame, 1);
  let [low, high] = [Infinity, -Infinity];
  const found: number[] = [];
  for (let cell = 0; cell < values.length; cell++) {
    const v = values[cell]!;
    if (!inside[cell] || !Number.isFinite(v)) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
    if (Number.isFinite(errors[cell])) found.push(errors[cell]!);
  }
  if (found.length === 0) return null;
  found.sort((a, b) => a - b);
  return { low, high, error: { least: found[0]!, typical: found[Math.floor(found.length / 2)]!, most: found.at(-1)! } };
}

/** Value and standard error between the four nearest cells; null outside of the field or of the city. */
export function estimateAt(frame: Frame, lon: number, lat: number, city: number[][][]): Estimate | null {
  const { of } = frame;
  if (city.length > 0 && !city.some((ring) => holds(ring, lon, lat))) return null;
  const x = (lon - of.west) / of.stepLon - 0.5;
  const y = (lat - of.south) / of.stepLat - 0.5;
  if (x < 0 || y < 0 || x > of.columns - 1 || y > of.rows - 1) return null;
  const c = Math.min(Math.floor(x), of.columns - 2);
  const r = Math.min(Math.floor(y), of.rows - 2);
  const at = r * of.columns + c;
  const between = (values: Float32Array) => {
    const [right, up] = [x - c, y - r];
    const lower = values[at]! * (1 - right) + values[at + 1]! * right;
    return lower * (1 - up) + (values[at + of.columns]! * (1 - right) + values[at + of.columns + 1]! * right) * up;
  };
  const value = between(band(frame, 0));
  return Number.isFinite(value) ? { value, error: between(band(frame, 1)) } : null;
}

/** Round numbers between low and high, some five of them. */
export function levelsIn(low: number, high: number): number[] {
  const raw = (high - low) / 5;
  if (!(raw > 0)) return [];
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((k) => k * unit).find((s) => s >= raw * 0.999)!;
  const out: number[] = [];
  for (let k = Math.floor(low / step) + 1; k * step < high; k++) out.push(Number((k * step).toPrecision(6)));
  return out;
}

/**
 * Decimal places beyond the instruments' with which the range of an hour, its lines and its standard errors read apart.
 * An hour that is the same all over needs none.
 */
export function hourDigits({ low, high, error }: Hour, unit: string): { values: number; errors: number } {
  return {
    values: Math.max(moreDigits([low, high], unit), moreDigits(levelsIn(low, high), unit)),
    errors: moreDigits([error.least, error.most], unit),
  };
}

export type Segment = [[number, number], [number, number]];

/** The line of a level in the city, in pieces of a cell each (marching squares between the cells' middles). */
export function contour(frame: Frame, level: number, city: number[][][]): Segment[] {
  const { of } = frame;
  const { columns, rows } = of;
  const inside = cityCells(of, city);
  const values = band(frame, 0);
  const out: Segment[] = [];
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c + 1 < columns; c++) {
      const at = r * columns + c;
      const corners = [at, at + 1, at + columns + 1, at + columns];
      if (!corners.every((k) => inside[k] && Number.isFinite(values[k]))) continue;
      const places: [number, number][] = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]];
      const cuts: [number, number][] = [];
      for (let k = 0; k < 4; k++) {
        const [a, b] = [values[corners[k]!]!, values[corners[(k + 1) % 4]!]!];
        if (a >= level === b >= level) continue;
        const f = (level - a) / (b - a);
        const [[x, y], [u, v]] = [places[k]!, places[(k + 1) % 4]!];
        cuts.push([of.west + (0.5 + x + (u - x) * f) * of.stepLon, of.south + (0.5 + y + (v - y) * f) * of.stepLat]);
      }
      // A saddle has four cuts: its two pieces go by the order of the sides.
      for (let k = 0; k + 1 < cuts.length; k += 2) out.push([cuts[k]!, cuts[k + 1]!]);
    }
  }
  return out;
}

/** Where a line's number stands: on its piece that is farthest from all that must stay free. */
export function numberAt(line: Segment[], busy: [number, number][]): [number, number] | null {
  let best: [number, number] | null = null;
  let free = 0;
  for (const [[x, y], [u, v]] of line) {
    const at: [number, number] = [(x + u) / 2, (y + v) / 2];
    const gap = busy.reduce((least, [lon, lat]) => Math.min(least, Math.hypot((lon - at[0]) * 0.79, lat - at[1])), Infinity);
    if (gap <= free) continue;
    free = gap;
    best = at;
  }
  return free > 0.006 ? best : null;
}
