import { expect, test } from 'vitest';
import { dissolve } from '../src/map/dissolve';
import type { LonLat } from '../src/map/geo';

/** A ring of a circle's part, with enough points to count as land. */
const square = (x: number, y: number): LonLat[] => {
  const side = (a: LonLat, b: LonLat): LonLat[] => [0, 0.25, 0.5, 0.75].map((s) => [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s]);
  const c: LonLat[] = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]];
  return [...side(c[0]!, c[1]!), ...side(c[1]!, c[2]!), ...side(c[2]!, c[3]!), ...side(c[3]!, c[4]!), c[0]!];
};

test('two neighbours become one outline without the edge between them', () => {
  const [only, ...more] = dissolve([[square(0, 0)], [square(1, 0)]]);
  expect(more).toEqual([]);
  // Sixteen edges each, four of them shared: 24 are left, and the ring closes.
  expect(only![0]).toHaveLength(25);
  expect(only![0]!.some(([x, y]) => x === 1 && y === 0.5)).toBe(false);
});

test('areas that do not touch stay two', () => {
  expect(dissolve([[square(0, 0)], [square(3, 0)]])).toHaveLength(2);
});
