import { describe, expect, it } from 'vitest';
import { fittedColour, fittedGradient, limitsIn } from '../src/colour/fitted';
import { caiScale } from '../src/colour/scale';
import { contour, estimateAt, hourDigits, hourOf, levelsIn, numberAt } from '../src/air/hour';
import { moreDigits, number } from '../src/words/say';
import type { Frame } from '../src/air/frames';

/** A slope from west to east, 100 to 130, with errors of 1 to 4; three rows. */
function slope(): Frame {
  const values = new Float32Array(24);
  for (let cell = 0; cell < 12; cell++) {
    values[cell] = 100 + 10 * (cell % 4);
    values[12 + cell] = 1 + (cell % 4);
  }
  return { step: 0, of: { start: 0, stepSeconds: 3600, steps: 1, bands: ['value', 'standard_error'], columns: 4, rows: 3, west: 0, south: 0, stepLon: 1, stepLat: 1, rmse: 9, coverage: 0.9, values } };
}

/** The three western columns. */
const CITY = [[[0, 0], [3, 0], [3, 3], [0, 3]]];

describe('an hour of a surface', () => {
  it('has its own range and standard errors, of the city alone', () => {
    expect(hourOf(slope(), CITY)).toEqual({ low: 100, high: 120, error: { least: 1, typical: 2, most: 3 } });
    expect(hourOf(slope(), [])?.high).toBe(130);
  });

  it('says value and error between the cells, and nothing outside of the city', () => {
    const here = estimateAt(slope(), 1, 1.5, CITY)!;
    expect(here.value).toBeCloseTo(105, 5);
    expect(here.error).toBeCloseTo(1.5, 5);
    expect(estimateAt(slope(), 3.2, 1.5, CITY)).toBeNull();
    expect(estimateAt(slope(), 0.2, 1.5, CITY)).toBeNull();
  });

  it('draws a line of equal concentration where the value crosses it', () => {
    const line = contour(slope(), 115, CITY);
    expect(line).toHaveLength(2);
    for (const [x] of line.flat()) expect(x).toBeCloseTo(2, 5);
    expect(contour(slope(), 200, CITY)).toEqual([]);
    expect(numberAt(line, [[2, 0.9]])).toEqual([2, 2]);
    expect(numberAt([], [])).toBeNull();
  });

  it('takes round levels between its ends', () => {
    expect(levelsIn(236, 257)).toEqual([240, 245, 250, 255]);
    expect(levelsIn(0.01, 0.06)).toEqual([0.02, 0.03, 0.04, 0.05]);
    expect(levelsIn(5, 5)).toEqual([]);
  });
});

describe('colours fitted to an hour', () => {
  const light = (c: number[]) => c[0]! + c[1]! + c[2]!;
  const fit = (low: number, high: number) => ({ scale: caiScale('pm10')!, low, high });

  it('deepen with the value inside one grade', () => {
    const f = fit(160, 300);
    expect(light(fittedColour(f, 170))).toBeGreaterThan(light(fittedColour(f, 230)));
    expect(light(fittedColour(f, 230))).toBeGreaterThan(light(fittedColour(f, 290)));
    expect(limitsIn(f)).toEqual([]);
  });

  it('keep the hue of the grade and begin anew at its limit', () => {
    const f = fit(60, 200);
    expect(limitsIn(f)).toEqual([80.5, 150.5]);
    const [red, green] = fittedColour(f, 160);
    expect(red).toBeGreaterThan(green);
    expect(light(fittedColour(f, 81))).toBeGreaterThan(light(fittedColour(f, 149)));
    expect(fittedGradient(f)).toMatch(/^linear-gradient/);
  });

  it('do not make much of what hardly differs', () => {
    const f = fit(200, 202);
    expect(light(fittedColour(f, 200)) - light(fittedColour(f, 202))).toBeLessThan(40);
  });
});

describe('decimal places of estimates', () => {
  const hour = { low: 0.00563, high: 0.00641, error: { least: 0.00052, typical: 0.0006, most: 0.00078 } };

  it('are one more where an hour would read alike all over', () => {
    const { values, errors } = hourDigits(hour, 'ppm');
    const shown = [hour.low, ...levelsIn(hour.low, hour.high), hour.high].map((v) => number('ko', v, 'ppm', values));
    expect(shown).toEqual(['0.0056', '0.0058', '0.0060', '0.0062', '0.0064', '0.0064']);
    expect(number('en', hour.error.least, 'ppm', errors)).toBe('0.0005');
    expect(number('en', hour.error.most, 'ppm', errors)).toBe('0.0008');
  });

  it('stay where the values read apart already, and where they are the same', () => {
    expect(moreDigits([0.012, 0.02, 0.03], 'ppm')).toBe(0);
    expect(moreDigits([31, 80], 'ug/m3')).toBe(0);
    expect(moreDigits([0.006, 0.006], 'ppm')).toBe(0);
    expect(moreDigits([0.006, 0.0060000001], 'ppm')).toBe(2);
  });
});
