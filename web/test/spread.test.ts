import { describe, expect, it } from 'vitest';
import { spread } from '../src/air/spread';
import { inCircle } from '../src/map/compose';
import { WORDS } from '../src/words/words';

describe('pictures on the map', () => {
  it('shrink to the distance of the nearest two', () => {
    const s = spread([{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 300, y: 0 }], 40, 76);
    expect(s.size).toBe(50);
    expect(s.places[0]).toEqual({ x: 0, y: 0 });
  });

  it('never below the least, and then stand apart', () => {
    const { size, places } = spread([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 0 }], 40, 76);
    expect(size).toBe(40);
    for (let i = 0; i < 3; i++) for (let j = 0; j < i; j++) expect(Math.hypot(places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y)).toBeGreaterThan(38);
  });

  it('keep their size where there is room or nothing', () => {
    expect(spread([{ x: 0, y: 0 }, { x: 100, y: 0 }], 40, 76).size).toBe(76);
    expect(spread([], 40, 76).places).toEqual([]);
  });
});

it('a value below one part per million fits its circle', () => {
  expect(['0.031', '0.500', '1.203', '31', '0', '-0.012'].map(inCircle)).toEqual(['.031', '.500', '1.203', '31', '0', '-.012']);
});

it('`보통` is a grade: what is usual is said in other words', () => {
  for (const [ko] of Object.values(WORDS)) expect(ko).not.toMatch(/보통/);
});
