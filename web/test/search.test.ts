import { expect, it } from 'vitest';
import type { Found } from '../src/api/types';
import type { Stage } from '../src/map/stage';
import { measuredFirst } from '../src/ui/order';

const found = (feature: string, ko: string): Found => ({ feature, collection: feature.split(':')[0]!, name: { ko, en: null }, centre: null });
const list = [found('gu:11110', '종로구'), found('air-stations:101', '종로구'), found('dong:1', '종로1가')];
const withValues = (...ids: string[]) => ({ shown: { track: { drawn: new Map(ids.map((id) => [id, 1])) } } }) as unknown as Pick<Stage, 'shown'>;

it('of one name, the place that has a value stands first', () => {
  expect(measuredFirst(list, withValues('air-stations:101')).map((f) => f.feature)).toEqual(['air-stations:101', 'gu:11110', 'dong:1']);
  expect(measuredFirst(list, withValues('gu:11110')).map((f) => f.feature)).toEqual(['gu:11110', 'air-stations:101', 'dong:1']);
});

it('where none has a value, the measuring station', () => {
  expect(measuredFirst(list, null)[0]!.feature).toBe('air-stations:101');
});
