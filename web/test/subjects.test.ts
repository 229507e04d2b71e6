import { describe, expect, it } from 'vitest';
import type { Property } from '../src/api/types';
import { cursorStep, propertiesOf, subjectOf, withParents } from '../src/state/subjects';

const property = (id: string, more: Partial<Property>): Property => ({
  id, name: { ko: id, en: id }, unit: '1', unitLabel: '', step: 'PT1H', from: 0, to: 10, collections: [], datastreams: 1, datasets: [], parent: null, categories: null, ...more,
});

const ALL = withParents([
  property('pm10', { collections: ['gu', 'air-stations'] }),
  property('wind_speed', { collections: ['weather-stations'] }),
  property('traffic_volume', { collections: ['traffic-points'] }),
  property('change_index', { step: 'P3M', collections: ['commercial-areas', 'dong'] }),
  property('on.h07_08', { step: 'P1M', parent: 'on', collections: ['subway-stations'], name: { ko: '승차인원 · 07–08시', en: 'Boardings, 07:00–08:00' } }),
  property('on.h23_00', { step: 'P1M', parent: 'on', collections: ['subway-stations'], to: 20, name: { ko: '승차인원 · 23–00시', en: 'Boardings, 23:00–00:00' } }),
]);

describe('subjects', () => {
  it('belong to the views by what they are measured at', () => {
    expect(propertiesOf('city', ALL).map((p) => p.id)).toEqual(['traffic_volume', 'pm10']);
    expect(propertiesOf('air', ALL).map((p) => p.id)).toEqual(['pm10']);
    expect(propertiesOf('place', ALL).map((p) => p.id)).toEqual(['change_index']);
    expect(propertiesOf('noise', ALL)).toEqual([]);
  });

  it('make a property from its hours when it has no entry of its own', () => {
    const on = ALL.find((p) => p.id === 'on')!;
    expect(on.name).toEqual({ ko: '승차인원', en: 'Boardings' });
    expect(on.to).toBe(20);
    const s = subjectOf({ view: 'traffic', property: 'on', collection: null }, ALL)!;
    expect(s.hours?.[7]?.id).toBe('on.h07_08');
    expect(s.hours?.[23]?.id).toBe('on.h23_00');
    expect(cursorStep(s)).toBe('PT1H');
  });

  it('take the view’s first property and collection for an address that names none of it', () => {
    const s = subjectOf({ view: 'place', property: 'nothing', collection: 'gu' }, ALL)!;
    expect([s.property.id, s.collection]).toEqual(['change_index', 'dong']);
  });
});
