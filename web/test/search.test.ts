import { expect, it } from 'vitest';
import type { Found } from '../src/api/types';
import { measuredFirst } from '../src/ui/order';

const found = (feature: string, ko: string): Found => ({ feature, collection: feature.split(':')[0]!, name: { ko, en: null }, centre: null });
const list = [found('gu:11110', '종로구'), found('air-stations:101', '종로구'), found('dong:1', '종로1가')];

it('of one name, the place that has a value stands first', () => {
  expect(measuredFirst(list, new Set(['air-stations:101'])).map((f) => f.feature)).toEqual(['air-stations:101', 'gu:11110', 'dong:1']);
  expect(measuredFirst(list, new Set(['gu:11110'])).map((f) => f.feature)).toEqual(['gu:11110', 'air-stations:101', 'dong:1']);
});

it('where none has a value, the measuring station', () => {
  expect(measuredFirst(list, new Set())[0]!.feature).toBe('air-stations:101');
});
