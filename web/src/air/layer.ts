// What is worked out about the air, on the map: the field between the stations, where it comes from at each station, and
// the places that the network points to. The server computes; here it is asked for and laid on.

import type { CanvasSource, GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import { ask } from '../api/client';
import { shade, type Scale } from '../colour/scale';
import type { AirLayerKind, Lang, Theme } from '../state/address';
import type { PointAt } from '../map/compose';
import { civil, isoUtc, parseLocal } from '../time/steps';

export interface Wanted {
  kind: AirLayerKind; property: string; time: number; scale: Scale; theme: Theme; lang: Lang; stations: PointAt[];
}

/** What the legend says of a layer. */
export interface Told { kind: AirLayerKind; state: 'loading' | 'ready' | 'cannot'; problem: string; details: Record<string, unknown>;
  /** When it was asked for, ms. */
  since: number }

interface Answer { details: Record<string, unknown>; table: Record<string, (number | null)[]> }

const FIELD = 'air-field';
const CELLS = 'air-cells';

/** Pixels of the picture to a cell, so that the city's edge is smooth. */
const FINE = 8;

/** Kilometres of surface beyond the outermost stations: as far as the city goes. */
const MARGIN_M = 7000;

export class AirLayer {
  told: Told | null = null;
  private key = '';
  private stop: AbortController | null = null;
  private timer = 0;
  private readonly glyphs = document.createElement('div');
  private placed: { el: HTMLImageElement; at: [number, number] }[] = [];

  /** @param city the outer rings of its districts, once they are known */
  constructor(private readonly map: GlMap, private readonly city: () => number[][][], private readonly changed: () => void) {
    this.glyphs.className = 'glyphs';
    map.getContainer().append(this.glyphs);
    map.on('move', () => this.place());
  }

  /** After the style was set anew, its layers are gone. */
  forget(): void {
    this.key = '';
  }

  update(wanted: Wanted | null): void {
    const key = wanted ? this.keyOf(wanted) : '';
    if (key === this.key) return;
    this.key = key;
    this.stop?.abort();
    clearTimeout(this.timer);
    if (wanted?.kind !== this.told?.kind) this.clear();
    if (!wanted) {
      this.tell(null);
      return;
    }
    this.tell({ kind: wanted.kind, state: 'loading', problem: '', details: {}, since: Date.now() });
    this.timer = window.setTimeout(() => void this.load(wanted), 90);
  }

  /** Directions and places are of a year: an hour of wind says where nothing comes from. */
  private keyOf(w: Wanted): string {
    const span = w.kind === 'surface' ? Math.floor(w.time / 3600) : civil(w.time).year;
    return `${w.kind} ${w.property} ${span} ${w.theme} ${w.lang} ${w.stations.length}`;
  }

  private clear(): void {
    this.glyphs.replaceChildren();
    this.placed = [];
    for (const id of [`${CELLS}-line`, CELLS, FIELD]) if (this.map.getLayer(id)) this.map.removeLayer(id);
    for (const id of [CELLS, FIELD]) if (this.map.getSource(id)) this.map.removeSource(id);
  }

  private tell(told: Told | null): void {
    this.told = told;
    this.changed();
  }

  private async load(w: Wanted): Promise<void> {
    const stop = (this.stop = new AbortController());
    const year = civil(w.time).year;
    const span = w.kind === 'surface'
      ? [Math.floor(w.time / 3600) * 3600, Math.floor(w.time / 3600) * 3600 + 3600]
      : [parseLocal(`${year}-01-01`)!, parseLocal(`${year + 1}-01-01`)!];
    const query = { value: w.property, from: isoUtc(span[0]!), to: isoUtc(span[1]!) };
    try {
      if (w.kind === 'polar') {
        this.polar(w, query);
        return;
      }
      const answer = await ask(`/api/air/${w.kind}`, { ...query, f: w.kind === 'sources' ? 'geojson' : 'json', ...(w.kind === 'surface' && { margin: MARGIN_M }) }, stop.signal);
      const body: unknown = await answer.json();
      if (stop.signal.aborted) return;
      if (w.kind === 'surface') this.field(body as Answer, w.scale);
      else this.cells(body as GeoJSON.FeatureCollection);
      this.tell({ kind: w.kind, state: 'ready', problem: '', details: (body as Partial<Answer>).details ?? {}, since: 0 });
    } catch (e) {
      if (stop.signal.aborted) return;
      this.clear();
      this.tell({ kind: w.kind, state: 'cannot', problem: e instanceof Error ? e.message : String(e), details: {}, since: 0 });
    }
  }

  /** The grid as a picture under the names, cut out along the city's edge; what is less sure is paler. */
  private field(answer: Answer, scale: Scale): void {
    const { lon = [], lat = [], value = [], standard_error: error = [] } = answer.table;
    const lons = [...new Set(lon as number[])].sort((a, b) => a - b);
    const lats = [...new Set(lat as number[])].sort((a, b) => b - a);
    const small = new ImageData(lons.length, lats.length);
    const column = new Map(lons.map((v, i) => [v, i]));
    const row = new Map(lats.map((v, i) => [v, i]));
    value.forEach((v, i) => {
      if (v === null) return;
      const at = 4 * (row.get(lat[i]!)! * lons.length + column.get(lon[i]!)!);
      // An error of half the value is as good as no knowledge.
      const doubt = Math.min(1, (2 * (error[i] ?? 0)) / Math.max(Math.abs(v), 1e-9));
      small.data.set([...shade(scale, v), Math.round(225 - 150 * doubt)], at);
    });
    const half = [(lons[1]! - lons[0]!) / 2 || 0.002, (lats[0]! - lats[1]!) / 2 || 0.002] as const;
    const [west, east] = [lons[0]! - half[0], lons.at(-1)! + half[0]];
    const [north, south] = [lats[0]! + half[1], lats.at(-1)! - half[1]];
    const canvas = this.cutOut(small, [west, north, east, south]);
    // A new canvas is a new source: one that is kept would not read its canvas again.
    this.clear();
    this.map.addSource(FIELD, { type: 'canvas', canvas, coordinates: [[west, north], [east, north], [east, south], [west, south]], animate: true });
    this.map.addLayer({ id: FIELD, type: 'raster', source: FIELD, paint: { 'raster-fade-duration': 0, 'raster-resampling': 'linear' } }, 'dong-line');
    // Read once: a source that plays is uploaded in every frame, one that does not is never drawn.
    this.map.once('render', () => (this.map.getSource(FIELD) as CanvasSource | undefined)?.pause());
  }

  private cutOut(small: ImageData, [west, north, east, south]: [number, number, number, number]): HTMLCanvasElement {
    const raw = document.createElement('canvas');
    raw.width = small.width;
    raw.height = small.height;
    raw.getContext('2d')!.putImageData(small, 0, 0);
    const canvas = document.createElement('canvas');
    canvas.width = small.width * FINE;
    canvas.height = small.height * FINE;
    const paint = canvas.getContext('2d')!;
    paint.imageSmoothingQuality = 'high';
    paint.drawImage(raw, 0, 0, canvas.width, canvas.height);
    const city = this.city();
    if (city.length === 0) return canvas;
    const x = (v: number) => ((v - west) / (east - west)) * canvas.width;
    const y = (v: number) => ((north - v) / (north - south)) * canvas.height;
    paint.globalCompositeOperation = 'destination-in';
    paint.beginPath();
    for (const ring of city) {
      ring.forEach(([a, b], i) => (i === 0 ? paint.moveTo(x(a!), y(b!)) : paint.lineTo(x(a!), y(b!))));
      paint.closePath();
    }
    paint.fill('nonzero');
    return canvas;
  }

  private cells(data: GeoJSON.FeatureCollection): void {
    const source = this.map.getSource(CELLS) as GeoJSONSource | undefined;
    if (source) {
      source.setData(data);
      return;
    }
    this.map.addSource(CELLS, { type: 'geojson', data });
    this.map.addLayer({ id: CELLS, type: 'fill', source: CELLS, filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-antialias': false, 'fill-color': ['coalesce', ['get', 'fill'], '#888888'], 'fill-opacity': ['coalesce', ['get', 'fill-opacity'], 0] } }, 'gu-line');
    this.map.addLayer({ id: `${CELLS}-line`, type: 'line', source: CELLS,
      paint: { 'line-color': ['coalesce', ['get', 'stroke'], '#888888'], 'line-width': ['coalesce', ['get', 'stroke-width'], 0], 'line-opacity': ['coalesce', ['get', 'stroke-opacity'], 1] } }, 'gu-line');
  }

  /** A small polar plot at each station: colour for the concentration, outwards for the wind's speed. */
  private polar(w: Wanted, query: Record<string, string>): void {
    this.clear();
    let left = w.stations.length;
    const done = (problem: string) => {
      left--;
      if (left === 0) this.tell({ kind: 'polar', state: this.placed.some((g) => !g.el.hidden) ? 'ready' : 'cannot', problem, details: {}, since: 0 });
    };
    for (const station of w.stations) {
      const el = new Image(76, 76);
      el.alt = '';
      el.loading = 'eager';
      el.onload = () => done('');
      el.onerror = () => {
        el.hidden = true;
        done('');
      };
      el.src = `/api/air/polar?${new URLSearchParams({ ...query, station: station.feature, f: 'glyph', lang: w.lang, theme: w.theme })}`;
      this.glyphs.append(el);
      this.placed.push({ el, at: station.at });
    }
    this.place();
  }

  private place(): void {
    for (const { el, at } of this.placed) {
      const p = this.map.project(at);
      el.style.transform = `translate(${p.x.toFixed(1)}px, ${p.y.toFixed(1)}px) translate(-50%, -50%)`;
    }
  }
}
