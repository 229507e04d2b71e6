import { describe, expect, it } from 'vitest';
import { halfMesh } from '../src/map/halves';
import { roadMesh, simplified } from '../src/map/roads';

type P = [number, number];

describe('simplified', () => {
  it('keeps the ends, and every corner that stands out', () => {
    const line: P[] = [[0, 0], [1, 0.01], [2, 0], [2, 2], [2.01, 3], [2, 4]];
    expect(simplified(line, 0.1)).toEqual([[0, 0], [2, 0], [2, 4]]);
    expect(simplified(line, 0)).toEqual(line);
  });

  it('leaves out nothing that lies further off than the tolerance', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round++) {
      const line: P[] = [[0, 0]];
      for (let i = 1; i < 60; i++) line.push([line[i - 1]![0] + random() - 0.3, line[i - 1]![1] + random() - 0.5]);
      const kept = simplified(line, 0.4);
      for (const p of line) expect(Math.min(...kept.slice(1).map((b, i) => distance(p, kept[i]!, b)))).toBeLessThanOrEqual(0.4 + 1e-12);
    }
  });

  it('takes a loop, a line of two points and a line of one place', () => {
    const loop: P[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
    expect(simplified(loop, 0.1)).toEqual(loop);
    expect(simplified([[0, 0], [1, 1]], 9)).toEqual([[0, 0], [1, 1]]);
    expect(simplified([[1, 1], [1, 1], [1, 1]], 0.1)).toEqual([[1, 1], [1, 1]]);
  });
});

describe('meshes', () => {
  const flat = ([x, y]: P): P => [x * 10, y * 10];

  it('has four vertices and two triangles a segment, from the first point', () => {
    const mesh = roadMesh({ features: ['a', 'b'], lines: [{ slot: 1, path: [[1, 1], [2, 1], [2, 3]], reach: true }, { slot: 0, path: [[0, 0], [1, 0]], reach: false }] }, flat, 0);
    expect(mesh.origin).toEqual([10, 10]);
    expect(mesh.indices.length).toBe(3 * 6);
    expect(Math.max(...mesh.indices)).toBe(3 * 4 - 1);
    expect([...mesh.places.slice(16, 20)]).toEqual([10, 0, 10, 20]);
    expect([...mesh.kinds.slice(0, 4)]).toEqual([1, 1, -1, -1]);
    expect([...mesh.kinds.slice(32, 36)]).toEqual([0, 0, -1, -1]);
  });

  it('puts a half to the right of where its traffic goes', () => {
    const side = (bearing: number) => [...halfMesh([{ feature: 'a', at: [0, 0], bearing }], flat).places.slice(2, 4)].map((v) => Math.round(v) + 0);
    expect([0, 90, 180, 270].map(side)).toEqual([[1, 0], [0, -1], [-1, 0], [0, 1]]);
  });

  it('is empty where there is nothing', () => {
    expect(roadMesh({ features: [], lines: [] }, flat, 0).indices.length).toBe(0);
    expect(halfMesh([], flat).indices.length).toBe(0);
  });
});

function distance([x, y]: P, [ax, ay]: P, [bx, by]: P): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
