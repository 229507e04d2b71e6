// How far each count is from usual. Usual is the median of the same weekday and hour in the four weeks before and
// the four after: near enough in the year to share its season, and an odd week or a holiday among them does not matter.
// A chunk of the film is one week, so the same hour of another week is the same frame of another chunk.

import { CHUNK_HOURS, FilmCache, type Film } from '../api/film';
import { HOUR } from '../time/steps';

const WEEKS = [-4, -3, -2, -1, 1, 2, 3, 4];
/** Fewer values than this are no custom. */
export const FEWEST = 3;

export interface Departure { /** Per cent above (or below) usual; NaN where the count or the usual is missing. */ percent: number; usual: number }

export function median(values: number[]): number {
  if (values.length === 0) return NaN;
  values.sort((a, b) => a - b);
  const m = values.length >> 1;
  return values.length % 2 ? values[m]! : (values[m - 1]! + values[m]!) / 2;
}

/** The usual value of each datastream at a frame, from the same frame of other weeks; NaN where too few have one. */
export function usualOf(film: Film, others: (Film | null)[], frame: number): Float32Array {
  const width = film.datastreams.length;
  const out = new Float32Array(width).fill(NaN);
  const fit = others.filter((o): o is Film => o !== null && o.datastreams.length === width && o.steps > frame);
  const list: number[] = [];
  for (let i = 0; i < width; i++) {
    list.length = 0;
    for (const o of fit) {
      const v = o.values[frame * width + i]!;
      if (Number.isFinite(v)) list.push(v);
    }
    if (list.length >= FEWEST) out[i] = median(list);
  }
  return out;
}

export class Usual {
  private readonly cache: FilmCache;
  private readonly known = new Map<number, Float32Array>();
  readonly now = new Map<string, Departure>();
  private key = '';

  constructor(property: string, onNews: () => void) {
    this.cache = new FilmCache({ property, collection: undefined }, undefined, () => { this.known.clear(); this.key = ''; onNews(); }, 14);
  }

  /** Brings `now` to the hour of the instant; asks for the weeks around it. */
  update(t: number): void {
    const chunk = FilmCache.chunkOf(t);
    const length = CHUNK_HOURS * HOUR;
    for (const w of [0, ...WEEKS]) void this.cache.fetch(chunk + w);
    const film = this.cache.at(t);
    if (!film) return this.now.clear();
    const frame = Math.floor((t - film.start) / HOUR);
    const hour = chunk * CHUNK_HOURS + frame;
    if (this.key === String(hour)) return;
    this.key = String(hour);
    let usual = this.known.get(hour);
    if (!usual) {
      usual = usualOf(film, WEEKS.map((w) => this.cache.at(t + w * length)), frame);
      if (this.known.size > 2000) this.known.clear();
      this.known.set(hour, usual);
    }
    const width = film.datastreams.length;
    this.now.clear();
    for (let i = 0; i < width; i++) {
      const u = usual[i]!;
      if (!Number.isFinite(u)) continue;
      const v = film.values[frame * width + i]!;
      this.now.set(film.datastreams[i]!.feature, { percent: (v / u - 1) * 100, usual: u });
    }
  }
}
