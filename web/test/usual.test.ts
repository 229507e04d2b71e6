import { expect, test } from 'vitest';
import type { Film } from '../src/api/film';
import { median, usualOf } from '../src/map/usual';

const film = (...values: number[]): Film => ({
  property: 'traffic_volume', unit: '{vehicles}/h', start: 0, stepSeconds: 3600, steps: 1,
  datastreams: values.map((_, i) => ({ id: `d/${i}`, feature: `traffic-points:${i}` })), values: Float32Array.from(values),
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('usual is the median of the other weeks, and needs three of them', () => {
  const weeks = [film(100, 5), film(120, NaN), null, film(900, 7)];
  const [first, second] = usualOf(film(50, 6), weeks, 0);
  expect(first).toBe(120);
  expect(second).toBeNaN();
});
