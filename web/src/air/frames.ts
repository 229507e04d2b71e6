// The field between the stations, a day of hours at a time: asked for ahead of the cursor, kept, and never more than two
// requests at once, so that playing neither waits for the server nor floods it.

import { ApiError, ask } from '../api/client';
import type { Name } from '../api/types';
import { civil, DAY, HOUR, instant, isoUtc } from '../time/steps';

export type FieldKind = 'surface' | 'index';

/** A station's index by step; -1 for none. */
export interface IndexSpot { id: string; name: Name; lon: number; lat: number; index: number[]; grade: number[]; responsible: number[] }

export interface FramesHead {
  start: number; stepSeconds: number; steps: number; bands: string[]; columns: number; rows: number;
  west: number; south: number; stepLon: number; stepLat: number;
  rmse: number | null; coverage: number | null;
  grade_hit?: number; grade_promised?: number; remarks?: Name[]; doubts?: Name[]; items?: Name[]; stations?: IndexSpot[];
}

export interface Frames extends FramesHead { values: Float32Array }

/** One hour of a film. */
export interface Frame { of: Frames; step: number }

export interface Refusal { words: Name; status: number }

/** uint32 n, n bytes of JSON, float32 by step, band and cell. */
export function readFrames(buffer: ArrayBuffer): Frames {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as FramesHead;
  return { ...head, values: new Float32Array(buffer, 4 + length) };
}

/** The numbers of a band of an hour, by row from the south, then from the west. */
export function band(frame: Frame, index: number): Float32Array {
  const { of, step } = frame;
  const cells = of.columns * of.rows;
  const from = (step * of.bands.length + index) * cells;
  return of.values.subarray(from, from + cells);
}

const KEPT_DAYS = 14;
const AT_ONCE = 2;

/** Draws of the concentrations at a place: half of the usual, for a film. A probability is then within 2 %. */
const DRAWS = 200;

/** Metres of field beyond the outermost stations: as far as the city goes. */
const MARGIN_M = 7000;
const CELL_M = 800;

type Day = Frames | Refusal | 'coming';
const isFrames = (d: Day | undefined): d is Frames => typeof d === 'object' && 'values' in d;
const isRefusal = (d: Day | undefined): d is Refusal => typeof d === 'object' && 'words' in d;

export class FieldFilm {
  private readonly days = new Map<number, Day>();
  private readonly stops = new Map<number, AbortController>();

  /** @param property of a surface; the index is of all pollutants */
  constructor(readonly kind: FieldKind, readonly property: string, private readonly onNews: () => void, private readonly fetched = fetchDay) {}

  /** Asks for what the cursor needs now, then for what it will need. */
  want(t: number, playing: boolean, hoursPerSecond: number): void {
    const day = dayOf(t);
    this.ask(day, t);
    // Seven seconds of playing ahead, or the evening of a reader who steps on by hand.
    const ahead = playing ? Math.max(DAY, Math.min(7 * hoursPerSecond * HOUR, 3 * DAY)) : 4 * HOUR;
    for (let next = dayOf(day + DAY + 2 * HOUR); next <= t + ahead; next = dayOf(next + DAY + 2 * HOUR)) this.ask(next, t);
  }

  at(t: number): Frame | null {
    const frames = this.days.get(dayOf(t));
    if (!isFrames(frames)) return null;
    const step = Math.floor((t - frames.start) / frames.stepSeconds);
    return step >= 0 && step < frames.steps ? { of: frames, step } : null;
  }

  refusal(t: number): Refusal | null {
    const day = this.days.get(dayOf(t));
    return isRefusal(day) ? day : null;
  }

  /** Whether the day of the cursor is there but not this hour of it. */
  lacks(t: number): boolean {
    return isFrames(this.days.get(dayOf(t))) && this.at(t) === null;
  }

  stop(): void {
    for (const [day, stop] of this.stops) {
      stop.abort();
      this.days.delete(day);
    }
    this.stops.clear();
  }

  private ask(day: number, cursor: number): void {
    if (this.days.has(day)) return;
    if (this.stops.size >= AT_ONCE) {
      // What the cursor has left behind gives way to where it stands; what lies ahead waits its turn.
      const left = [...this.stops.keys()].find((d) => d !== dayOf(cursor) && (d < dayOf(cursor) || d > cursor + 4 * DAY));
      if (left === undefined) return;
      this.stops.get(left)!.abort();
      this.stops.delete(left);
      this.days.delete(left);
    }
    const stop = new AbortController();
    this.stops.set(day, stop);
    this.days.set(day, 'coming');
    const done = (found: Day | null) => {
      if (stop.signal.aborted) return;
      this.stops.delete(day);
      if (found) this.days.set(day, found);
      else this.days.delete(day);
      for (const old of this.days.keys()) if (this.days.size > KEPT_DAYS && !this.stops.has(old) && old !== day) this.days.delete(old);
      this.onNews();
    };
    this.fetched(this.kind, this.property, day, stop.signal).then(done, (e: unknown) => {
      // A refusal is an answer; a server that does not answer is asked again.
      const refused = e instanceof ApiError && e.status >= 400 && e.status < 500;
      if (refused) done({ words: e.words, status: e.status });
      else setTimeout(() => done(null), 3000);
    });
  }
}

/** The beginning of the city's day. */
export function dayOf(t: number): number {
  const c = civil(t);
  return instant(c.year, c.month, c.day);
}

async function fetchDay(kind: FieldKind, property: string, day: number, signal: AbortSignal): Promise<Frames> {
  const span = { from: isoUtc(day), to: isoUtc(dayOf(day + DAY + 2 * HOUR)), f: 'frames', cell: CELL_M, margin: MARGIN_M };
  const answer = await ask(kind === 'index' ? '/api/air/index-surface' : '/api/air/surface-hours', kind === 'index' ? { ...span, draws: DRAWS } : { ...span, value: property }, signal);
  return readFrames(await answer.arrayBuffer());
}
