// Where round pictures stand on a map so that none covers another.

export interface Spread { size: number; places: { x: number; y: number }[] }

/** Pushes between two pictures until they are still, at most this often. */
const ROUNDS = 40;

/**
 * One size for all, as wide as the nearest two are apart but within `least` and `most` pixels; those that are then still too
 * near are pushed apart, each by half of what is lacking.
 */
export function spread(points: { x: number; y: number }[], least: number, most: number): Spread {
  let nearest = Infinity;
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) nearest = Math.min(nearest, Math.hypot(points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y));
  }
  const size = Math.min(most, Math.max(least, nearest));
  const places = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < places.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [places[i]!, places[j]!];
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const far = Math.hypot(dx, dy);
        const lacks = size - far;
        if (lacks < 0.5) continue;
        // Two at one place go to the left and right.
        const [u, v] = far > 0 ? [dx / far, dy / far] : [1, 0];
        a.x += (u * lacks) / 2;
        a.y += (v * lacks) / 2;
        b.x -= (u * lacks) / 2;
        b.y -= (v * lacks) / 2;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return { size, places };
}
