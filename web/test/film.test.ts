import { describe, expect, it } from 'vitest';
import { CHUNK_HOURS, FilmCache, readFilm, sample, type Film } from '../src/api/film';
import { HOUR } from '../src/time/steps';

function bytes(head: object, values: number[], pad: boolean): ArrayBuffer {
  let text = JSON.stringify(head);
  while (pad && (4 + text.length) % 4 !== 0) text += ' ';
  const json = new TextEncoder().encode(text);
  const out = new Uint8Array(4 + json.length + values.length * 4);
  const view = new DataView(out.buffer);
  view.setUint32(0, json.length, true);
  out.set(json, 4);
  values.forEach((v, i) => view.setFloat32(4 + json.length + i * 4, v, true));
  return out.buffer;
}

const HEAD = { property: 'p', unit: 'u', start: 0, stepSeconds: 3600, steps: 2, datastreams: [{ id: 'a', feature: 'f:a' }, { id: 'b', feature: 'f:b' }] };
const film = (start: number, values: number[]): Film => ({ ...HEAD, start, values: Float32Array.from(values) });

describe('the film', () => {
  it('reads the head and the frames, padded or not', () => {
    for (const pad of [true, false]) {
      const f = readFilm(bytes(HEAD, [1, 2, 3, NaN], pad));
      expect(f.datastreams[1]!.feature).toBe('f:b');
      expect([...f.values]).toEqual([1, 2, 3, NaN]);
    }
  });

  it('refuses a film that is shorter than its head says', () => {
    expect(() => readFilm(bytes(HEAD, [1, 2, 3], true))).toThrow(/shorter/);
  });

  it('goes straight between two hours, and never into a missing one', () => {
    const out = new Float32Array(2);
    const f = film(0, [10, 5, 20, NaN]);
    expect(sample(f, null, 1800, true, out)).toBe(0);
    expect([...out]).toEqual([15, 5]);
    sample(f, null, 1800, false, out);
    expect([...out]).toEqual([10, 5]);
  });

  it('goes on into the next chunk', () => {
    const out = new Float32Array(2);
    sample(film(0, [0, 0, 10, 10]), film(7200, [20, 30, 0, 0]), 3600 + 1800, true, out);
    expect([...out]).toEqual([15, 20]);
  });

  it('asks once for a chunk, prefetches the next, and lets the oldest go', async () => {
    const asked: number[] = [];
    const cache = new FilmCache({ property: 'p', collection: undefined }, (_s, from) => {
      asked.push(from / (CHUNK_HOURS * HOUR));
      return Promise.resolve(film(from, [1, 2, 3, 4]));
    }, () => {}, 2);
    cache.want(0);
    cache.want(0);
    expect(asked).toEqual([0, 1]);
    await cache.fetch(0);
    await cache.fetch(1);
    cache.at(0);
    await cache.fetch(2);
    expect(cache.size).toBe(2);
    expect(cache.at(0), 'chunk 0 was used last, so 1 went').not.toBeNull();
    expect(cache.at(CHUNK_HOURS * HOUR)).toBeNull();
  });

  it('waits after a failure instead of asking without end', async () => {
    let asked = 0;
    const cache = new FilmCache({ property: 'p', collection: undefined }, () => {
      asked++;
      return Promise.reject(new Error('down'));
    });
    await cache.fetch(0);
    await cache.fetch(0);
    expect(asked).toBe(1);
  });
});
