// The frames of a film: chunks of a fixed length in steps, kept while they are near the cursor.

import { ask } from './client';
import { HOUR, isoUtc } from '../time/steps';

export interface Film {
  property: string; unit: string; start: number; stepSeconds: number; steps: number;
  datastreams: { id: string; feature: string }[];
  /** `[steps][datastreams]`, NaN where there is no good value. */
  values: Float32Array;
}

/** Reads the server's binary answer; see docs/api.md. */
export function readFilm(buffer: ArrayBuffer): Film {
  const n = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, n))) as Omit<Film, 'values'>;
  const at = 4 + n;
  // The contract pads the head to a multiple of four; a server that forgets costs one copy.
  const values = at % 4 === 0
    ? new Float32Array(buffer, at, Math.floor((buffer.byteLength - at) / 4))
    : new Float32Array(buffer.slice(at));
  if (values.length < head.steps * head.datastreams.length) throw new Error('the film is shorter than its head says');
  return { ...head, values };
}

/** Hours in a chunk: a week is long enough to play on while the next one comes, and short enough to come fast. */
export const CHUNK_HOURS = 168;
const KEPT = 14;

export interface Source { property: string; collection: string | undefined }

/** One property's film, in chunks; the oldest unused chunk goes first. */
export class FilmCache {
  private readonly chunks = new Map<number, Film>();
  private readonly coming = new Map<number, Promise<void>>();
  private failedAt = 0;

  constructor(
    readonly source: Source,
    private readonly load: (s: Source, from: number, to: number) => Promise<Film> = fetchFilm,
    private readonly onChunk: () => void = () => {},
    private readonly kept = KEPT,
  ) {}

  static chunkOf(t: number): number {
    return Math.floor(t / (CHUNK_HOURS * HOUR));
  }

  /** The film that holds the instant, or null while it is still coming. */
  at(t: number): Film | null {
    const chunk = FilmCache.chunkOf(t);
    const film = this.chunks.get(chunk);
    if (!film) return null;
    this.chunks.delete(chunk);
    this.chunks.set(chunk, film);
    return film;
  }

  /** Asks for the chunk of the instant and for the next ones in the direction of play. */
  want(t: number, ahead = 1): void {
    const first = FilmCache.chunkOf(t);
    for (let c = first; c <= first + ahead; c++) void this.fetch(c);
  }

  get size(): number {
    return this.chunks.size;
  }

  fetch(chunk: number): Promise<void> {
    const known = this.coming.get(chunk);
    if (known) return known;
    // After a failure, wait three seconds rather than ask sixty times a second.
    if (this.chunks.has(chunk) || Date.now() - this.failedAt < 3000) return Promise.resolve();
    const from = chunk * CHUNK_HOURS * HOUR;
    const job = this.load(this.source, from, from + CHUNK_HOURS * HOUR)
      .then((film) => {
        this.chunks.set(chunk, film);
        while (this.chunks.size > this.kept) this.chunks.delete(this.chunks.keys().next().value!);
        this.onChunk();
      })
      .catch(() => {
        this.failedAt = Date.now();
      })
      .finally(() => this.coming.delete(chunk));
    this.coming.set(chunk, job);
    return job;
  }
}

async function fetchFilm(s: Source, from: number, to: number): Promise<Film> {
  const answer = await ask('/api/film', {
    property: s.property, collection: s.collection, from: isoUtc(from), to: isoUtc(to), step: 'PT1H',
  });
  return readFilm(await answer.arrayBuffer());
}

/**
 * Writes the values to draw at an instant into `out`, one a datastream. Between two hours it goes straight from
 * one value to the next, for the eye only; where either is missing it keeps the earlier one. Returns the frame.
 */
export function sample(film: Film, next: Film | null, t: number, smooth: boolean, out: Float32Array): number {
  const width = film.datastreams.length;
  const place = (t - film.start) / film.stepSeconds;
  const frame = Math.max(0, Math.min(film.steps - 1, Math.floor(place)));
  const share = smooth ? Math.min(1, Math.max(0, place - frame)) : 0;
  const here = frame * width;
  const source = frame + 1 < film.steps ? film : next;
  const there = source === film ? here + width : 0;
  const usable = share > 0 && source !== null && source.datastreams.length === width;
  for (let i = 0; i < width; i++) {
    const a = film.values[here + i]!;
    const b = usable ? source.values[there + i]! : NaN;
    out[i] = Number.isFinite(b) && Number.isFinite(a) ? a + (b - a) * share : a;
  }
  return frame;
}
