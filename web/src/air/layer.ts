// What is worked out about the air, on the map: the field between the stations, where it comes from at each station, and
// the places that the network points to. The server computes; here it is asked for and laid on.

import type { CanvasSource, GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import { ask, wordsOf } from '../api/client';
import type { Name, Provenance } from '../api/types';
import { limitsIn, type Fitted } from '../colour/fitted';
import type { Scale } from '../colour/scale';
import type { AirLayerKind, Lang, Theme } from '../state/address';
import type { PointAt } from '../map/compose';
import { civil, HOUR, isoUtc, parseLocal } from '../time/steps';
import { boxOf, paintField } from './field';
import { FieldFilm, type FieldKind, type Frame } from './frames';
import { contour, hourDigits, hourOf, levelsIn, numberAt, type Hour } from './hour';
import { readPlaces, type SourcePlaces } from './places';
import { spread } from './spread';

export interface Wanted {
  kind: AirLayerKind; property: string; time: number; scale: Scale; theme: Theme; lang: Lang; stations: PointAt[];
  /** The colour of lines on the map: that of the paper, where it is being printed. */
  ink: string;
  playing: boolean; hoursPerSecond: number;
  /** A concentration as the map writes it, with so many decimal places more than the instruments justify. */
  label: (value: number, more: number) => string;
  unit: string;
}

/** What the legend says of a layer. */
export interface Told {
  kind: AirLayerKind; state: 'loading' | 'ready' | 'cannot';
  /** Why there is nothing to show. */
  words: Name | null;
  details: Record<string, unknown>;
  /** Which of several data were taken. */
  remarks: Name[];
  /** The hour that is drawn, of a field. */
  frame: Frame | null;
  /** What the hour of a surface holds, and the colours fitted to it. */
  hour: (Hour & { fitted: Fitted }) | null;
  /** The places that a map of sources shows. */
  places: SourcePlaces | null;
  /** When it was asked for, ms. */
  since: number;
}

interface Answer { details: Record<string, unknown>; provenance: Provenance }

export const FIELD = 'air-field';
const CELLS = 'air-cells';
const LINES = 'air-lines';
const OUTLINES = 'air-cells-line';

/** Pixels across a polar plot: at most, where there is room, and at least. */
const PLOT = 76;
const SMALL_PLOT = 42;

/** Pixels across a number on the map. */
const NUMBER = 24;

const isField = (kind: AirLayerKind): kind is FieldKind => kind === 'surface' || kind === 'index';

export class AirLayer {
  told: Told | null = null;
  private key = '';
  private ink = '';
  private stop: AbortController | null = null;
  private timer = 0;
  private film: FieldFilm | null = null;
  private readonly canvas = document.createElement('canvas');
  private readonly glyphs = document.createElement('div');
  private placed: { el: HTMLElement; at: [number, number] }[] = [];
  private plots: { el: HTMLImageElement; at: [number, number] }[] = [];
  private hour: Told['hour'] = null;
  /** Pixels across a plot as last drawn, and where each stands. */
  private size = PLOT;
  private stands: { x: number; y: number }[] = [];

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
    if (wanted && wanted.ink !== this.ink) {
      this.ink = wanted.ink;
      for (const id of [LINES, OUTLINES]) if (this.map.getLayer(id)) this.map.setPaintProperty(id, 'line-color', this.ink);
    }
    if (wanted && isField(wanted.kind)) {
      this.updateField(wanted, wanted.kind);
      return;
    }
    this.film?.stop();
    this.film = null;
    // The film's hours pass under a layer that is of a year.
    const key = wanted ? keyOf(wanted) : '';
    if (key === this.key) return;
    this.key = key;
    this.stop?.abort();
    clearTimeout(this.timer);
    if (wanted?.kind !== this.told?.kind) this.clear();
    if (!wanted) {
      this.tell(null);
      return;
    }
    this.tell({ kind: wanted.kind, state: 'loading' });
    this.timer = window.setTimeout(() => void this.load(wanted), 90);
  }

  /** A field's last hour stays on the map until the next has come. */
  private updateField(w: Wanted, kind: FieldKind): void {
    const property = kind === 'index' ? '' : w.property;
    if (this.film?.kind !== kind || this.film.property !== property) {
      this.film?.stop();
      this.stop?.abort();
      clearTimeout(this.timer);
      this.clear();
      this.key = '';
      this.film = new FieldFilm(kind, property, this.changed);
    }
    const film = this.film;
    if (w.playing) film.want(w.time, true, w.hoursPerSecond);
    else if (film.at(w.time)) film.want(w.time, false, 0);
    else {
      // While the cursor is dragged nothing is asked.
      clearTimeout(this.timer);
      if (!film.refusal(w.time)) this.timer = window.setTimeout(() => film.want(w.time, false, 0), 120);
    }
    const frame = film.at(w.time);
    const refusal = film.refusal(w.time);
    if (frame) {
      const key = `${kind} ${property} ${frame.of.start + frame.step * frame.of.stepSeconds} ${w.theme}`;
      if (key === this.key && this.told?.state === 'ready') return;
      this.key = key;
      this.field(frame, kind === 'index' ? null : w);
      this.tell({ kind, state: 'ready', frame, hour: this.hour, remarks: frame.of.remarks ?? [] });
    } else if (refusal || film.lacks(w.time)) {
      if (this.told?.kind === kind && this.told.state === 'cannot' && this.told.words === (refusal?.words ?? null)) return;
      this.key = '';
      this.clear();
      this.tell({ kind, state: 'cannot', words: refusal?.words ?? null });
    } else if (this.told?.kind !== kind || this.told.state === 'cannot' || (this.told.state === 'ready' && (!w.playing || isBehind(this.told.frame, w.time)))) {
      const last = this.told?.kind === kind ? this.told : null;
      this.tell({ kind, state: 'loading', frame: last?.frame ?? null, hour: last?.hour ?? null, remarks: last?.remarks ?? [] });
    }
  }

  private clear(): void {
    this.glyphs.replaceChildren();
    this.placed = [];
    this.plots = [];
    this.stands = [];
    this.hour = null;
    for (const id of [OUTLINES, CELLS, LINES, FIELD]) if (this.map.getLayer(id)) this.map.removeLayer(id);
    for (const id of [CELLS, LINES, FIELD]) if (this.map.getSource(id)) this.map.removeSource(id);
  }

  /** What lies over the map in pixels, for names to keep away from. */
  obstacles(): { x: number; y: number; radius: number }[] {
    const plots = this.stands.map(({ x, y }) => ({ x, y, radius: this.size / 2 }));
    const numbers = this.placed.map(({ at }) => ({ x: this.map.project(at).x, y: this.map.project(at).y, radius: NUMBER / 2 }));
    return [...plots, ...numbers];
  }

  private tell(told: (Pick<Told, 'kind' | 'state'> & Partial<Told>) | null): void {
    // What is still loading has been asked for since it was first said to be.
    const since = told?.state === 'loading' && this.told?.state === 'loading' && this.told.kind === told.kind ? this.told.since : Date.now();
    this.told = told && { words: null, details: {}, remarks: [], frame: null, hour: null, places: null, ...told, since };
    this.changed();
  }

  private async load(w: Wanted): Promise<void> {
    const stop = (this.stop = new AbortController());
    const year = civil(w.time).year;
    const query = { value: w.property, from: isoUtc(parseLocal(`${year}-01-01`)!), to: isoUtc(parseLocal(`${year + 1}-01-01`)!) };
    try {
      if (w.kind === 'polar') {
        this.polar(w, query, stop.signal);
        return;
      }
      const answer = await ask(`/api/air/${w.kind}`, { ...query, f: 'geojson' }, stop.signal);
      const body: unknown = await answer.json();
      if (stop.signal.aborted) return;
      this.cells(body as GeoJSON.FeatureCollection);
      const places = readPlaces(body as GeoJSON.FeatureCollection);
      this.glyphs.replaceChildren();
      this.placed = [];
      for (const p of places.list) this.write(String(p.number), [p.lon, p.lat], `place-number${p.doubtful ? ' doubtful' : ''}`);
      this.place();
      this.tell({ kind: w.kind, state: 'ready', details: (body as Partial<Answer>).details ?? {}, remarks: (body as Partial<Answer>).provenance?.remarks ?? [], places });
    } catch (e) {
      if (stop.signal.aborted) return;
      this.clear();
      this.tell({ kind: w.kind, state: 'cannot', words: wordsOf(e) });
    }
  }

  /** The hour as a picture under the names. The source stays from hour to hour, so that nothing blinks. */
  private field(frame: Frame, of: Wanted | null): void {
    const hour = of && hourOf(frame, this.city());
    this.hour = hour && { ...hour, fitted: { scale: of.scale, low: hour.low, high: hour.high } };
    paintField(this.canvas, frame, of && (this.hour?.fitted ?? { scale: of.scale, low: 0, high: 1 }), this.city());
    const [west, north, east, south] = boxOf(frame);
    const corners: [[number, number], [number, number], [number, number], [number, number]] = [[west, north], [east, north], [east, south], [west, south]];
    const source = this.map.getSource(FIELD) as CanvasSource | undefined;
    if (source) source.setCoordinates(corners);
    else {
      this.map.addSource(FIELD, { type: 'canvas', canvas: this.canvas, coordinates: corners, animate: true });
      this.map.addLayer({ id: FIELD, type: 'raster', source: FIELD, paint: { 'raster-fade-duration': 0, 'raster-resampling': 'linear' } }, 'dong-line');
    }
    // Read once: a source that plays is uploaded in every frame, one that does not is never drawn.
    (this.map.getSource(FIELD) as CanvasSource | undefined)?.play();
    this.map.once('render', () => (this.map.getSource(FIELD) as CanvasSource | undefined)?.pause());
    if (of) this.lines(frame, of);
  }

  /** Lines of equal concentration with their numbers; those at the limits of grades are thick. */
  private lines(frame: Frame, of: Wanted): void {
    const fitted = this.hour?.fitted;
    const limits = fitted ? limitsIn(fitted) : [];
    const levels = fitted ? levelsIn(fitted.low, fitted.high).filter((v) => limits.every((l) => Math.abs(l - v) > 0.06 * (fitted.high - fitted.low))) : [];
    const more = this.hour ? hourDigits(this.hour, of.unit).values : 0;
    const busy = of.stations.map((s) => s.at);
    this.glyphs.replaceChildren();
    this.placed = [];
    const features = [...levels, ...limits].map((level): GeoJSON.Feature => {
      const line = contour(frame, level, this.city());
      const at = numberAt(line, busy);
      if (at) {
        busy.push(at);
        this.write(of.label(level, limits.includes(level) ? 0 : more), at, 'level');
      }
      return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: line }, properties: { wide: limits.includes(level) ? 2.2 : 1 } };
    });
    this.place();
    const data: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features };
    const source = this.map.getSource(LINES) as GeoJSONSource | undefined;
    if (source) {
      source.setData(data);
      return;
    }
    this.map.addSource(LINES, { type: 'geojson', data });
    this.map.addLayer({ id: LINES, type: 'line', source: LINES, layout: { 'line-cap': 'round' }, paint: { 'line-color': this.ink, 'line-opacity': 0.6, 'line-width': ['get', 'wide'] } }, 'gu-line');
  }

  private write(text: string, at: [number, number], kind: string): void {
    const el = document.createElement('span');
    el.className = kind;
    el.textContent = text;
    this.glyphs.append(el);
    this.placed.push({ el, at });
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
    this.map.addLayer({ id: OUTLINES, type: 'line', source: CELLS,
      paint: { 'line-color': this.ink, 'line-width': ['coalesce', ['get', 'stroke-width'], 0], 'line-opacity': ['coalesce', ['get', 'stroke-opacity'], 1] } }, 'gu-line');
  }

  /** A small polar plot at each station: colour for the concentration, outwards for the wind's speed. */
  private polar(w: Wanted, query: Record<string, string>, signal: AbortSignal): void {
    this.clear();
    let left = w.stations.length;
    const said = (words: Name | null) => {
      if (!signal.aborted) this.tell({ kind: 'polar', state: words ? 'cannot' : 'ready', words });
    };
    const done = () => {
      left--;
      if (left > 0) return;
      if (this.plots.some((g) => !g.el.hidden)) said(null);
      // A picture that fails does not say why; the same question as text does.
      else ask('/api/air/polar', { ...query, station: w.stations[0]?.feature, f: 'glyph' }, signal).then(() => said(null), (e: unknown) => said(wordsOf(e)));
    };
    for (const station of w.stations) {
      const el = new Image(PLOT, PLOT);
      el.alt = '';
      el.loading = 'eager';
      el.onload = done;
      el.onerror = () => {
        el.hidden = true;
        done();
      };
      el.src = `/api/air/polar?${new URLSearchParams({ ...query, station: station.feature, f: 'glyph', lang: w.lang, theme: w.theme })}`;
      this.glyphs.append(el);
      this.plots.push({ el, at: station.at });
    }
    this.place();
  }

  private place(): void {
    for (const { el, at } of this.placed) {
      const p = this.map.project(at);
      el.style.transform = `translate(${p.x.toFixed(1)}px, ${p.y.toFixed(1)}px) translate(-50%, -50%)`;
    }
    // Neighbours may not cover one another: all plots shrink alike, and those still too near step apart.
    const shown = this.plots.filter((g) => !g.el.hidden);
    const set = spread(shown.map((g) => this.map.project(g.at)), SMALL_PLOT, PLOT);
    this.size = set.size;
    this.stands = set.places;
    shown.forEach(({ el }, i) => {
      const { x, y } = set.places[i]!;
      el.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%) scale(${(set.size / PLOT).toFixed(3)})`;
    });
  }
}

/** A film whose field has fallen this far behind its clock says so. */
function isBehind(frame: Frame | null, time: number): boolean {
  return frame === null || Math.abs(frame.of.start + frame.step * frame.of.stepSeconds - time) > 3 * HOUR;
}

/** Directions and places are of a year: an hour of wind says where nothing comes from. */
function keyOf(w: Wanted): string {
  return `${w.kind} ${w.property} ${civil(w.time).year} ${w.theme} ${w.lang} ${w.stations.length}`;
}
