import { describe, expect, it } from 'vitest';
import { caiScale, categoryScale, classAt, noiseScale, pollutant, quantileScale, ramp, volumeScale } from '../src/colour/scale';
import { along, CIVIDIS, rgb, type Rgb } from '../src/colour/tables';

describe('the air index', () => {
  const at = (p: string, v: number) => classAt(caiScale(p)!, v)?.letter;

  it('grades on the edges as the published table does', () => {
    expect([0, 30, 31, 80, 81, 150, 151, 600].map((v) => at('pm10', v)).join('')).toBe('GGMMBBVV');
    expect([15, 16, 35, 36, 75, 76].map((v) => at('pm25', v)).join('')).toBe('GMMBBV');
    expect([0.03, 0.031, 0.09, 0.091, 0.15, 0.151].map((v) => at('o3', v)).join('')).toBe('GMMBBV');
  });

  it('rounds a value that falls between two rows', () => {
    expect(at('pm10', 30.4)).toBe('G');
    expect(at('pm10', 30.5)).toBe('M');
  });

  it('has nothing to say of a missing value or another property', () => {
    expect(classAt(caiScale('pm10')!, NaN)).toBeNull();
    expect(classAt(caiScale('pm10')!, null)).toBeNull();
    expect(caiScale('traffic_volume')).toBeNull();
    expect(pollutant('pm2_5')).toBe('pm25');
  });
});

describe('other scales', () => {
  it('bands noise by 5 dB, the lower end belonging to the band', () => {
    const s = noiseScale();
    expect(classAt(s, 65)!.lo).toBe(65);
    expect(classAt(s, 64.9)!.lo).toBe(60);
    expect(classAt(s, 20)!.lo).toBe(-Infinity);
    expect(classAt(s, 120)!.hi).toBe(Infinity);
  });

  it('matches categories by value alone', () => {
    const s = categoryScale([{ value: 1, code: 'LL', name: { ko: '다이나믹', en: 'Dynamic' } }]);
    expect(classAt(s, 1)!.letter).toBe('LL');
    expect(classAt(s, 1.5)).toBeNull();
  });

  it('makes quantile steps that rise, even when most values are the same', () => {
    const s = quantileScale([1, 1, 1, 1, 1, 1, 5, 9], 5, ramp('batlow', false));
    for (let i = 1; i < s.classes.length; i++) expect(s.classes[i]!.lo).toBeGreaterThan(s.classes[i - 1]!.lo);
    expect(quantileScale([], 5, ramp('batlow', false)).classes).toHaveLength(0);
  });

  it('goes from the ground’s lightness away from it, evenly, in light and in dark', () => {
    const light = (c: Rgb) => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    const day = volumeScale(false).classes.map((c) => light(rgb(c.colour)));
    const night = volumeScale(true).classes.map((c) => light(rgb(c.colour)));
    for (let i = 1; i < day.length; i++) {
      expect(day[i]!).toBeLessThan(day[i - 1]!);
      expect(night[i]!).toBeGreaterThan(night[i - 1]!);
    }
    expect(along(CIVIDIS, 2)).toEqual(CIVIDIS[10]);
  });
});
