// What the index needs of the data, so that the page can say what is missing and offer a time that has it.

import { pollutant } from '../colour/scale';
import type { Dataset, Property } from '../api/types';
import { DAY } from '../time/steps';
import { stampOf } from '../words/say';

/** Without each of these there is no index (docs/air.md); the others enter where they are measured. */
export const REQUIRED = ['pm10', 'pm25', 'o3', 'no2'] as const;

/** As many stations must measure a pollutant as the server wants for a field. The mean of a city is of one place. */
const FEWEST_STATIONS = 4;

export type Span = [from: number, to: number];

/** When each required pollutant is measured by a network, by what its data sets say of themselves. */
function measuredIn(datasets: Dataset[]): Span[][] {
  return REQUIRED.map((id) => datasets.filter((d) => d.features >= FEWEST_STATIONS && d.properties.some((p) => pollutant(p) === id))
    .flatMap((d): Span[] => {
      const [from, to] = [stampOf(d.from), stampOf(d.to)];
      return from !== null && to !== null && from < to ? [[from, to]] : [];
    }));
}

/** The required pollutants that no network measures at the time. */
export function missingAt(t: number, datasets: Dataset[], properties: Property[]): Property[] {
  const spans = measuredIn(datasets);
  return REQUIRED.flatMap((id, i) => (spans[i]!.some(([a, b]) => a <= t && t < b) ? [] : properties.filter((p) => pollutant(p.id) === id && !p.parent).slice(0, 1)));
}

/** Spans in which all required pollutants are measured; a day in, as the particles' predicted mean looks back 24 hours. */
export function indexSpans(datasets: Dataset[]): Span[] {
  const common = measuredIn(datasets).reduce((all, one) => all.flatMap(([a, b]) => one.flatMap(([c, d]): Span[] => {
    const [from, to] = [Math.max(a, c), Math.min(b, d)];
    return from < to ? [[from, to]] : [];
  })));
  return common.map(([a, b]): Span => [a + DAY, b]).filter(([a, b]) => a < b).sort((x, y) => x[0] - y[0]);
}
