import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { SourcesKey } from '../src/air/AirKey';
import { AirNote } from '../src/air/AirNote';
import type { Told } from '../src/air/layer';
import { readPlaces } from '../src/air/places';
import { NOTHING_SHOWN } from '../src/map/shown';
import type { Stage } from '../src/map/stage';

const source = (number: number, doubtful: boolean, lower: number, strength = 2): GeoJSON.Feature => ({
  type: 'Feature', geometry: { type: 'Point', coordinates: [127, 37.5] },
  properties: { kind: 'source', number, lon: 127, lat: 37.5, strength_g_s: strength, lower, upper: 3, resolvable: true, doubtful },
});
const nowhere = { shapes: {}, points: {} } as unknown as Stage;

afterEach(() => vi.unstubAllGlobals());

function list(language: string, ...features: GeoJSON.Feature[]) {
  vi.stubGlobal('navigator', { language });
  const told = { details: { recovery: [{ strength_g_s: 5 }, { strength_g_s: 1.5 }] }, places: readPlaces({ type: 'FeatureCollection', features }) } as unknown as Told;
  return renderToStaticMarkup(createElement(SourcesKey, { told, stage: nowhere }));
}

it.each([['ko', '의심스러움', '20번에 한 번 넘게'], ['en', 'doubtful', 'more than one of twenty']])('a source that resampled days lose is called doubtful in the list, with the reason (%s)', (language, word, why) => {
  const html = list(language, source(1, false, 1), source(2, true, 0));
  const buttons = html.split('<li>').filter((li) => li.includes('<button')).map((li) => li.slice(0, li.indexOf('</button>')));
  expect(buttons.map((b) => b.includes(word))).toEqual([false, true]);
  expect(html).toContain(why);
});

it('a source at the edge of the grid may lie farther out', () => {
  const edge = source(2, false, 1);
  edge.properties!['at_edge'] = true;
  const buttons = list('en', source(1, false, 1), edge).split('<li>').filter((li) => li.includes('<button'));
  expect(buttons.map((b) => b.includes('may lie farther out'))).toEqual([false, true]);
});

it('the word is not explained where no source is doubtful', () => {
  expect(list('ko', source(1, false, 1))).not.toContain('의심스러움');
});

it.each([['ko', '시험한 세기보다 약함', '2곳은 의심스럽습니다'], ['en', 'weaker than anything tested', '3 likely places, 2 of them doubtful']])('a source weaker than all that were put in is called so, and the doubtful are counted (%s)', (language, word, counted) => {
  // 1.496 is written 1.5.
  const features = [source(1, true, 1, 1.4), source(2, true, 1, 1.496), source(3, false, 1, 1.5)];
  const buttons = list(language, ...features).split('<li>').filter((li) => li.includes('<button'));
  expect(buttons.map((b) => b.includes(word))).toEqual([true, false, false]);
  const told = { kind: 'sources', state: 'ready', details: {}, places: readPlaces({ type: 'FeatureCollection', features }) } as unknown as Told;
  expect(renderToStaticMarkup(createElement(AirNote, { told, shown: NOTHING_SHOWN }))).toContain(counted);
});
