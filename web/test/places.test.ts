import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { SourcesKey } from '../src/air/AirKey';
import type { Told } from '../src/air/layer';
import { readPlaces } from '../src/air/places';
import type { Stage } from '../src/map/stage';

const source = (number: number, doubtful: boolean, lower: number): GeoJSON.Feature => ({
  type: 'Feature', geometry: { type: 'Point', coordinates: [127, 37.5] },
  properties: { kind: 'source', number, lon: 127, lat: 37.5, strength_g_s: 2, lower, upper: 3, resolvable: true, doubtful },
});
const nowhere = { shapes: {}, points: {} } as unknown as Stage;

afterEach(() => vi.unstubAllGlobals());

function list(language: string, ...features: GeoJSON.Feature[]) {
  vi.stubGlobal('navigator', { language });
  const told = { places: readPlaces({ type: 'FeatureCollection', features }) } as Told;
  return renderToStaticMarkup(createElement(SourcesKey, { told, stage: nowhere }));
}

it.each([['ko', '의심스러움', '20번에 한 번 넘게'], ['en', 'doubtful', 'more than one of twenty']])('a source that resampled days lose is called doubtful in the list, with the reason (%s)', (language, word, why) => {
  const html = list(language, source(1, false, 1), source(2, true, 0));
  const buttons = html.split('<li>').filter((li) => li.includes('<button')).map((li) => li.slice(0, li.indexOf('</button>')));
  expect(buttons.map((b) => b.includes(word))).toEqual([false, true]);
  expect(html).toContain(why);
});

it('the word is not explained where no source is doubtful', () => {
  expect(list('ko', source(1, false, 1))).not.toContain('의심스러움');
});
