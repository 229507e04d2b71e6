import { describe, expect, it } from 'vitest';
import { DEFAULT_TIME, read, START, write, type State } from '../src/state/address';
import { parseLocal } from '../src/time/steps';

describe('the address', () => {
  it('comes back as it went, whole', () => {
    const s: State = {
      view: 'traffic', property: 'traffic_volume', collection: 'traffic-points', time: parseLocal('2022-08-15T13:00')!,
      window: [parseLocal('2022-08-01')!, parseLocal('2022-09-01')!], speed: 4, feature: 'traffic-points:A-01/in',
      datastream: 'seoul-volume/A-01/in/traffic_volume', camera: { lon: 126.97, lat: 37.56, zoom: 12.5 },
      lang: 'en', theme: 'dark', beside: -168, against: 'usual', layer: 'surface', episode: 'e1', dataset: null, tab: 'about',
    };
    expect(read(write(s))).toEqual(s);
  });

  it('keeps Korean and odd letters in a feature', () => {
    const s = { ...START, view: 'noise' as const, feature: 'subway-stations:1호선/동대문 & +?#=' };
    expect(read(write(s)).feature).toBe(s.feature);
  });

  it('gives data pages an address of their own', () => {
    const s = { ...START, view: 'data' as const, dataset: 'seoul-volume', tab: 'quality' as const };
    expect(write(s)).toBe('#/data/seoul-volume?tab=quality');
    expect(read(write(s))).toEqual(s);
  });

  it('takes the default for whatever it does not understand', () => {
    for (const bad of ['', '#', '#/nowhere?t=yesterday', '#/air?m=1,2&w=a~b&speed=-3', '#/data/%E0%A4%A', '#/city?m=,,']) {
      const s = read(bad);
      expect(s.time).toBe(DEFAULT_TIME);
      expect(s.window).toBeNull();
      expect(s.camera).toBeNull();
      expect(s.speed).toBe(1);
    }
  });

  it('refuses a window that ends before it begins', () => {
    expect(read('#/air?w=2022-08-02T00:00~2022-08-01T00:00').window).toBeNull();
    expect(read('#/air?w=2022-08-01T00:00~2022-08-01T00:00').window).toBeNull();
  });
});
