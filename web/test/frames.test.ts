import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/client';
import { gradeOf, onPattern } from '../src/air/field';
import { band, dayOf, FieldFilm, readFrames, type Frames } from '../src/air/frames';
import { DAY, HOUR, parseLocal } from '../src/time/steps';

const MONDAY = parseLocal('2017-05-08')!;

function frames(start: number, steps = 24): Frames {
  return { start, stepSeconds: HOUR, steps, bands: ['index', 'grade', 'probability'], columns: 2, rows: 2, west: 0, south: 0, stepLon: 1, stepLat: 1, rmse: 1, coverage: 1, values: new Float32Array(steps * 3 * 4) };
}

/** A server that answers when it is told to. */
function slowServer() {
  const asked: { day: number; answer: (f: Frames) => void; refuse: (e: Error) => void; signal: AbortSignal }[] = [];
  const fetched = (_kind: string, _property: string, day: number, signal: AbortSignal) => new Promise<Frames>((answer, refuse) => asked.push({ day, answer, refuse, signal }));
  return { asked, fetched };
}

const soon = () => new Promise((r) => setTimeout(r, 0));

describe('the film of a field', () => {
  it('asks once for a day, whatever the hours of it', () => {
    const { asked, fetched } = slowServer();
    const film = new FieldFilm('index', '', () => {}, fetched);
    for (let h = 0; h < 12; h++) film.want(MONDAY + h * HOUR, false, 0);
    expect(asked.map((a) => a.day)).toEqual([MONDAY]);
  });

  it('asks for the next day in the evening, and while it plays at once', () => {
    const { asked, fetched } = slowServer();
    new FieldFilm('surface', 'pm10', () => {}, fetched).want(MONDAY + 20 * HOUR, false, 0);
    expect(asked.map((a) => a.day)).toEqual([MONDAY, MONDAY + DAY]);
    const playing = slowServer();
    new FieldFilm('surface', 'pm10', () => {}, playing.fetched).want(MONDAY + HOUR, true, 6);
    expect(playing.asked.map((a) => a.day)).toEqual([MONDAY, MONDAY + DAY]);
  });

  it('never has more than two requests under way, and lets go of what the cursor has left', () => {
    const { asked, fetched } = slowServer();
    const film = new FieldFilm('index', '', () => {}, fetched);
    for (let h = 0; h < 24 * 20; h++) {
      film.want(MONDAY + h * HOUR, true, 96);
      expect(asked.filter((a) => !a.signal.aborted).length).toBeLessThanOrEqual(2);
    }
    expect(asked.at(-1)!.day).toBeGreaterThan(MONDAY + 18 * DAY);
  });

  it('gives the hour of the cursor when its day has come, and says what it has not', async () => {
    const { asked, fetched } = slowServer();
    let news = 0;
    const film = new FieldFilm('index', '', () => news++, fetched);
    film.want(MONDAY, false, 0);
    expect(film.at(MONDAY)).toBeNull();
    asked[0]!.answer(frames(MONDAY, 20));
    await soon();
    expect(news).toBe(1);
    expect(film.at(MONDAY + 3 * HOUR)?.step).toBe(3);
    expect(film.lacks(MONDAY + 19 * HOUR)).toBe(false);
    expect(film.lacks(MONDAY + 20 * HOUR)).toBe(true);
  });

  it('keeps a refusal in both languages and does not ask again', async () => {
    const { asked, fetched } = slowServer();
    const film = new FieldFilm('index', '', () => {}, fetched);
    film.want(MONDAY, false, 0);
    asked[0]!.refuse(new ApiError(400, 'too few', { ko: '부족합니다', en: 'too few' }));
    await soon();
    film.want(MONDAY, false, 0);
    expect(film.refusal(MONDAY)?.words.ko).toBe('부족합니다');
    expect(asked).toHaveLength(1);
  });
});

describe('frames', () => {
  it('are read from bytes, by step and band', () => {
    const head = JSON.stringify({ steps: 2, bands: ['a', 'b'], columns: 1, rows: 2 }).padEnd(64);
    const bytes = new ArrayBuffer(4 + 64 + 8 * 4);
    new DataView(bytes).setUint32(0, 64, true);
    new Uint8Array(bytes, 4, 64).set(new TextEncoder().encode(head));
    new Float32Array(bytes, 68).set([1, 2, 3, 4, 5, 6, 7, 8]);
    const read = readFrames(bytes);
    expect([...band({ of: read, step: 1 }, 0)]).toEqual([5, 6]);
  });

  it('belong to the day of the city', () => {
    expect(dayOf(MONDAY + 23 * HOUR)).toBe(MONDAY);
    expect(dayOf(MONDAY + 24 * HOUR)).toBe(MONDAY + DAY);
  });
});

describe('the grades of the index', () => {
  it('begin half-way between two whole indices', () => {
    expect([0, 50, 50.4, 50.5, 51, 100, 100.5, 250.4, 251, 500].map(gradeOf)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 3, 3]);
  });

  it('have patterns that differ without colour', () => {
    const marks = [0, 1, 2, 3].map((g) => {
      let n = 0;
      for (let y = 0; y < 32; y++) for (let x = 0; x < 32; x++) n += onPattern(g, x, y) ? 1 : 0;
      return n;
    });
    expect(marks[0]).toBe(0);
    expect(new Set(marks).size).toBe(4);
  });
});
