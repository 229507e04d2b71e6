import { describe, expect, it } from 'vitest';
import { addSteps, civil, DAY, floorTo, follow, HOUR, instant, isoUtc, localStamp, parseLocal, ticks, windowOf, zoomWindow } from '../src/time/steps';

const t = (s: string) => parseLocal(s)!;

describe('steps of time', () => {
  it('reads the city’s clock, nine hours ahead of UTC', () => {
    expect(isoUtc(t('2022-08-09T08:00'))).toBe('2022-08-08T23:00:00Z');
    expect(localStamp(t('2022-08-09T08:00'))).toBe('2022-08-09T08:00');
    expect(civil(t('2022-08-09')).weekday).toBe(2);
    expect(parseLocal('2022-08')).toBeNull();
  });

  it('knows no 31st of February and no 13th month', () => {
    for (const no of ['2022-02-31', '2022-13-45', '2022-00-10', '2022-08-09T24:00', '2022-08-09T08:60']) expect(parseLocal(no), no).toBeNull();
    expect(parseLocal('2024-02-29')).not.toBeNull();
  });

  it('floors to the hour, month and quarter in the city’s zone', () => {
    expect(floorTo('PT1H', t('2022-08-09T08:59'))).toBe(t('2022-08-09T08:00'));
    expect(floorTo('P1M', t('2022-08-01T00:00'))).toBe(t('2022-08-01'));
    expect(floorTo('P1M', t('2022-08-01T00:00') - 1)).toBe(t('2022-07-01'));
    expect(floorTo('P3M', t('2022-09-30T23:00'))).toBe(t('2022-07-01'));
    expect(floorTo('P3M', t('2022-10-01'))).toBe(t('2022-10-01'));
  });

  it('steps by months without falling over short ones, and keeps the hour', () => {
    expect(addSteps('P1M', t('2024-01-31T08:00'), 1)).toBe(t('2024-02-29T08:00'));
    expect(addSteps('P3M', t('2022-11-15T08:00'), 1)).toBe(t('2023-02-15T08:00'));
    expect(addSteps('P3M', t('2022-02-15'), -1)).toBe(t('2021-11-15'));
    expect(addSteps('PT1H', 0, -2)).toBe(-2 * HOUR);
  });

  it('frames a day, a week from Monday, a month and a year', () => {
    expect(windowOf('day', t('2022-08-09T08:00'), [0, 1])).toEqual([t('2022-08-09'), t('2022-08-10')]);
    expect(windowOf('week', t('2022-08-07'), [0, 1])).toEqual([t('2022-08-01'), t('2022-08-08')]);
    expect(windowOf('month', t('2022-12-31T23:00'), [0, 1])).toEqual([t('2022-12-01'), t('2023-01-01')]);
    expect(windowOf('year', t('2022-01-01'), [0, 1])).toEqual([t('2022-01-01'), t('2023-01-01')]);
  });

  it('zooms about an instant that stays where it is', () => {
    const w = zoomWindow([0, 10 * DAY], 5 * DAY, 0.5, [0, 1000 * DAY]);
    expect(w).toEqual([2.5 * DAY, 7.5 * DAY]);
    expect(zoomWindow([0, DAY], 0, 0.0001, [0, 1000 * DAY])[1]).toBe(6 * HOUR);
  });

  it('moves the window only when the cursor leaves it', () => {
    expect(follow([0, 100], 0)).toEqual([0, 100]);
    expect(follow([0, 100], 99)).toEqual([0, 100]);
    const w = follow([0, 100], 100);
    expect(w[0]).toBeLessThanOrEqual(100);
    expect(w[1]).toBeGreaterThan(100);
  });

  it('puts ticks on whole hours, days and months, and never too many', () => {
    for (const days of [0.3, 1, 2, 7, 31, 90, 365, 3000]) {
      const w: [number, number] = [instant(2022, 1, 3, 5), instant(2022, 1, 3, 5) + days * DAY];
      const list = ticks(w, 12);
      expect(list.length).toBeLessThanOrEqual(13);
      for (const tick of list) expect(tick.t % HOUR).toBe(0);
    }
    expect(ticks([t('2022-01-01'), t('2023-01-01')], 14)).toHaveLength(12);
  });
});
