import { expect, it } from 'vitest';
import { indexSpans, missingAt } from '../src/air/needs';
import type { Dataset, Property } from '../src/api/types';
import { DAY } from '../src/time/steps';

const at = (day: number) => new Date(day * DAY * 1000).toISOString();
const set = (features: number, from: number, to: number, ...properties: string[]) => ({ features, from: at(from), to: at(to), properties }) as Dataset;
const properties = ['pm10', 'pm2_5', 'o3', 'no2', 'co'].map((id) => ({ id, parent: null }) as Property);

const gases = set(25, 0, 100, 'o3', 'no2');
const particles = set(25, 50, 200, 'pm10', 'pm2_5');
const mean = set(1, 0, 300, 'pm10', 'pm2_5', 'o3', 'no2');

it('the index can be had where all that it needs is measured, a day in', () => {
  expect(indexSpans([gases, particles])).toEqual([[51 * DAY, 100 * DAY]]);
});

it('a mean of the whole city is no network', () => {
  expect(indexSpans([mean])).toEqual([]);
  expect(missingAt(150 * DAY, [mean, particles], properties).map((p) => p.id)).toEqual(['o3', 'no2']);
});

it('a span ends before its last instant', () => {
  expect(missingAt(100 * DAY - 1, [gases, particles], properties)).toEqual([]);
  expect(missingAt(100 * DAY, [gases, particles], properties).map((p) => p.id)).toEqual(['o3', 'no2']);
});

it('no time is offered without data', () => {
  expect(indexSpans([])).toEqual([]);
});
