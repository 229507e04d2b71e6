import { describe, expect, it } from 'vitest';
import { besides } from '../src/air/AirNote';
import { answering, stationsOf } from '../src/air/district';
import type { Shapes } from '../src/map/geo';
import { errorDigits, number } from '../src/words/say';

function shapes(features: GeoJSON.Feature[]): Shapes {
  const ids = features.map((f) => String(f.properties!['fid']));
  return { geo: { type: 'FeatureCollection', features }, index: new Map(ids.map((id, i) => [id, i])), ids, byId: new Map(features.map((f, i) => [ids[i]!, f])) } as Shapes;
}

const feature = (fid: string, name_ko: string, geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: { fid, name_ko }, geometry });
const point = (x: number, y: number): GeoJSON.Geometry => ({ type: 'Point', coordinates: [x, y] });

describe('the stations of a district', () => {
  const districts = shapes([feature('gu:1', '중구', { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] })]);
  const stations = shapes([feature('a:1', '시청', point(1, 1)), feature('a:2', '중구', point(5, 5)), feature('a:3', '먼 곳', point(3, 1))]);

  it('are that of its name, wherever it stands, and those in its area', () => {
    expect(stationsOf('gu:1', districts, stations)).toEqual(['a:2', 'a:1']);
    expect(stationsOf('gu:9', districts, stations)).toEqual([]);
    expect(stationsOf('gu:1', districts, undefined)).toEqual([]);
  });
});

describe('for a district without a value of its own', () => {
  it('its first station with a value answers', () => {
    expect(answering('gu:1', ['a:2', 'a:1'], new Set(['a:1', 'a:9']))).toBe('a:1');
    expect(answering('gu:1', ['a:2', 'a:1'], new Set(['a:1', 'a:2']))).toBe('a:2');
  });

  it('nobody answers where the districts have values, where no station has one, and for what is no district', () => {
    expect(answering('gu:1', ['a:1'], new Set(['a:1', 'gu:2']))).toBeNull();
    expect(answering('gu:1', ['a:1'], new Set(['a:3']))).toBeNull();
    expect(answering('a:1', ['a:1'], new Set(['a:1']))).toBeNull();
  });
});

describe('an estimate', () => {
  it('has the decimal places with which its standard error keeps two digits', () => {
    const text = (value: number, error: number, unit: string) => [value, error].map((v) => number('en', v, unit, errorDigits(error, unit))).join(' ± ');
    expect(text(216.26, 23.4, 'ug/m3')).toBe('216 ± 23');
    expect(text(35.21, 7.44, 'ug/m3')).toBe('35.2 ± 7.4');
    expect(text(0.03124, 0.00341, 'ppm')).toBe('0.0312 ± 0.0034');
    expect(text(1.1754, 0.1512, 'ppm')).toBe('1.18 ± 0.15');
    expect(errorDigits(0, 'ppm')).toBe(0);
  });

  it('is not doubted twice for one reason', () => {
    const [a, b] = [{ ko: '가', en: 'a' }, { ko: '나', en: 'b' }];
    expect(besides([a, b], [b])).toEqual([a]);
    expect(besides([a, b], undefined)).toEqual([a, b]);
  });
});
