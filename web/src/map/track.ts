// One property in time: what every feature has at the cursor, and what to draw between two hours.

import { api } from '../api/client';
import { FilmCache, sample, type Film } from '../api/film';
import type { Property, Quality } from '../api/types';
import { addSteps, asStep, civil, floorTo, HOUR, isoUtc } from '../time/steps';

export interface Cell { value: number; quality: Quality; reasons: string[]; datastream: string; start: number; end: number }
export type TrackState = 'loading' | 'ready' | 'empty' | 'error';

const KEPT_STEPS = 80;

/** Two datastreams may speak of one feature; the first with a value counts. */
function fill(out: Map<string, number>, film: Film, values: Float32Array): void {
  out.clear();
  film.datastreams.forEach(({ feature }, i) => {
    const v = values[i]!;
    if (Number.isFinite(v) && !out.has(feature)) out.set(feature, v);
  });
}

export class Track {
  /** Drawn values by feature: good ones alone, between two hours while playing. */
  readonly drawn = new Map<string, number>();
  /** Good values as they were observed, for the numbers that are shown: never between two hours. */
  readonly observed = new Map<string, number>();
  state: TrackState = 'loading';
  /** Changes whenever `drawn` or the cells may have changed. */
  edition = 0;

  private readonly film: FilmCache | null;
  private readonly steps = new Map<string, Map<string, Cell> | 'coming' | 'failed'>();
  private shown: { film: Film; frame: number } | null = null;
  private scratch = new Float32Array(0);
  private key = '';
  private timer = 0;

  constructor(
    readonly property: Property,
    readonly collection: string | null,
    private readonly hours: (Property | undefined)[] | null,
    private readonly onNews: () => void,
  ) {
    this.film = this.step === 'PT1H'
      ? new FilmCache({ property: property.id, collection: collection ?? undefined }, undefined, () => this.news())
      : null;
  }

  get step() {
    return asStep(this.property.step);
  }

  private news(): void {
    this.key = '';
    this.onNews();
  }

  /** The property whose values stand at the cursor: the hour's part of a monthly one, or the property itself. */
  partAt(t: number): Property | undefined {
    return this.hours ? this.hours[civil(t).hour] : this.property;
  }

  /** Brings `drawn` to the instant. Asks for what is missing; news come through the callback. */
  update(t: number, playing: boolean): void {
    if (t < this.property.from || t >= this.property.to) {
      this.clear('empty');
    } else if (this.film) this.updateFilm(t, playing, this.film);
    else this.updateStep(t);
  }

  private updateFilm(t: number, playing: boolean, cache: FilmCache): void {
    cache.want(t, playing ? 1 : 0);
    const start = floorTo('PT1H', t);
    if (!playing) this.askSoon(this.property, start);
    const exact = playing ? undefined : this.cellsOf(this.property.id, start);
    const film = cache.at(t);
    if (!film) {
      this.shown = null;
      if (exact) this.take(exact, `values ${start}`);
      else this.clear('loading');
      return;
    }
    const key = `${playing ? t : start} ${exact ? 1 : 0}`;
    if (key === this.key) return;
    this.key = key;
    this.edition++;
    const width = film.datastreams.length;
    if (this.scratch.length !== width) this.scratch = new Float32Array(width);
    const next = cache.at(film.start + film.steps * film.stepSeconds);
    const frame = sample(film, next, t, playing, this.scratch);
    if (this.shown?.film !== film || this.shown.frame !== frame || this.observed.size === 0) {
      fill(this.observed, film, film.values.subarray(frame * width, (frame + 1) * width));
      this.shown = { film, frame };
    }
    fill(this.drawn, film, this.scratch);
    this.state = this.drawn.size > 0 || (exact && exact.size > 0) ? 'ready' : 'empty';
  }

  private updateStep(t: number): void {
    const part = this.partAt(t);
    if (!part) return this.clear('empty');
    const start = floorTo(this.step, t);
    const cells = this.steps.get(`${part.id}@${start}`);
    void this.ask(part, start);
    // The next step comes ahead, so that playing does not blink.
    const ahead = this.hours ? t + HOUR : addSteps(this.step, start, 1);
    const aheadPart = this.partAt(ahead);
    if (aheadPart && ahead < this.property.to) void this.ask(aheadPart, floorTo(this.step, ahead));
    if (cells instanceof Map) this.take(cells, `${part.id}@${start}`);
    else if (cells === 'failed') this.clear('error');
    // While the new step is coming the old one stays on the map.
    else if (this.drawn.size === 0) this.clear('loading');
  }

  private take(cells: Map<string, Cell>, key: string): void {
    if (key === this.key) return;
    this.key = key;
    this.edition++;
    this.drawn.clear();
    this.observed.clear();
    for (const [feature, cell] of cells) {
      if (cell.quality !== 'good') continue;
      this.drawn.set(feature, cell.value);
      this.observed.set(feature, cell.value);
    }
    this.state = cells.size > 0 ? 'ready' : 'empty';
  }

  private clear(state: TrackState): void {
    if (this.state === state && this.drawn.size === 0 && this.key === state) return;
    this.key = state;
    this.state = state;
    this.shown = null;
    this.drawn.clear();
    this.observed.clear();
    this.edition++;
  }

  private cellsOf(property: string, start: number): Map<string, Cell> | undefined {
    const cells = this.steps.get(`${property}@${start}`);
    return cells instanceof Map ? cells : undefined;
  }

  /** While the cursor is dragged nothing is asked; where it rests, the flagged values are wanted too. */
  private askSoon(property: Property, start: number): void {
    if (this.steps.has(`${property.id}@${start}`)) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(property, start), 140);
  }

  private async ask(property: Property, start: number): Promise<void> {
    const key = `${property.id}@${start}`;
    if (this.steps.has(key)) return;
    this.steps.set(key, 'coming');
    try {
      const answer = await api.values(property.id, isoUtc(start), this.collection ?? undefined);
      const cells = new Map<string, Cell>();
      for (const v of answer.values) {
        if (v.value === null || !Number.isFinite(v.value)) continue;
        const known = cells.get(v.feature);
        if (known && known.quality === 'good') continue;
        cells.set(v.feature, { ...v, value: v.value, quality: v.quality ?? 'good', reasons: v.reasons ?? [] });
      }
      this.steps.set(key, cells);
      while (this.steps.size > KEPT_STEPS) this.steps.delete(this.steps.keys().next().value!);
    } catch {
      this.steps.set(key, 'failed');
      window.setTimeout(() => this.steps.delete(key), 4000);
    }
    this.news();
  }

  /** The value of a feature at the cursor as it was observed: never interpolated. */
  cellAt(feature: string, t: number): Cell | null {
    const part = this.partAt(t);
    const start = floorTo(this.step, t);
    const exact = part && this.cellsOf(part.id, start)?.get(feature);
    if (exact) return exact;
    if (!this.shown) return null;
    const { film, frame } = this.shown;
    const width = film.datastreams.length;
    for (let i = 0; i < width; i++) {
      if (film.datastreams[i]!.feature !== feature) continue;
      const value = film.values[frame * width + i]!;
      if (Number.isFinite(value)) {
        return { value, quality: 'good', reasons: [], datastream: film.datastreams[i]!.id, start, end: start + HOUR };
      }
    }
    return null;
  }

  /** Flagged values at the cursor, to be drawn hollow; known only where the cursor rests. */
  flaggedAt(t: number): Map<string, Cell> {
    const out = new Map<string, Cell>();
    const part = this.partAt(t);
    const cells = part && this.cellsOf(part.id, floorTo(this.step, t));
    if (cells) for (const [feature, cell] of cells) if (cell.quality !== 'good') out.set(feature, cell);
    return out;
  }
}
