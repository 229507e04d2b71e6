// The base map's look: the city's own lines in neutral greys. Colour is left to the data.

import type { ExpressionSpecification, Map as GlMap, StyleSpecification } from 'maplibre-gl';
import type { Lang, Theme } from '../state/address';
import { textScale } from '../state/size';
import { BELOW, smallSize } from './names';

export interface Palette {
  water: string; land: string; dong: string; gu: string; edge: string; road: string; mainRoad: string;
  halo: string; missing: string; gap: string; ink: string; select: string;
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    water: '#e4e6e7', land: '#f8f7f4', dong: '#e3e1db', gu: '#b5b3ab', edge: '#8f9296', road: '#d6d3cb', mainRoad: '#c3bfb5',
    halo: '#fbfaf8', missing: '#c9ccce', gap: '#565d63', ink: '#1b2024', select: '#111111',
  },
  dark: {
    water: '#0b0f12', land: '#151b20', dong: '#20282e', gu: '#3f4b54', edge: '#55636d', road: '#29333a', mainRoad: '#37434b',
    halo: '#10161a', missing: '#46515a', gap: '#aab4bb', ink: '#eef2f4', select: '#ffffff',
  },
};

/** Fonts of the system: MapLibre draws every glyph itself when the style names no glyph server. */
export const FONTS = ['Pretendard', 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'sans-serif'];
export const FONT_CSS = 'Pretendard, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif';

/** The zoom from which small names are wanted. */
export const SMALL_FROM = 12.3;

export const FILLS = ['gu', 'dong', 'commercial-areas'] as const;
export type Fill = (typeof FILLS)[number];

const nothing = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } };
const state = (name: string, otherwise: unknown) => ['coalesce', ['feature-state', name], otherwise] as unknown as ExpressionSpecification;

/** Road class as the link file has it: 2 (or its name) is an urban expressway, 3 and 4 main roads. */
const roadClass: ExpressionSpecification = ['to-string', ['coalesce', ['get', 'class_code'], ['get', 'road_class'], '']];
const byClass = (express: number, main: number, other: number): ExpressionSpecification => [
  'match', roadClass, ['1', '2', '101', '102', '고속도로', '도시고속도로', 'motorway', 'urban expressway', 'urban-expressway'], express,
  ['3', '103', '주간선도로', 'arterial', 'main arterial'], main, other,
];

const roadEnds = { 'line-cap': 'round' as const, 'line-join': 'round' as const };
const roadWidth: ExpressionSpecification = ['interpolate', ['exponential', 1.5], ['zoom'], 10, byClass(1.2, 0.9, 0.6), 13, byClass(2.4, 1.8, 1.3), 16, byClass(8, 6, 4)];

export function nameExpression(lang: Lang): ExpressionSpecification {
  return lang === 'ko'
    ? ['coalesce', ['get', 'name_ko'], ['get', 'name_en'], '']
    : ['coalesce', ['get', 'name_en'], ['get', 'name_ko'], ''];
}

export function baseStyle(theme: Theme, lang: Lang): StyleSpecification {
  const p = PALETTES[theme];
  const fills = FILLS.flatMap((id) => [
    { id: `${id}-fill`, type: 'fill' as const, source: id, layout: { visibility: 'none' as const },
      paint: { 'fill-color': state('colour', 'transparent'), 'fill-opacity': state('opacity', 0), 'fill-antialias': false } },
  ]);
  const marks = FILLS.flatMap((id) => [
    // A flagged value is not filled: its colour goes to a dashed edge.
    { id: `${id}-flag`, type: 'line' as const, source: id, layout: { visibility: 'none' as const, 'line-join': 'round' as const },
      paint: { 'line-color': state('flagColour', 'transparent'), 'line-width': 2.2, 'line-dasharray': [2, 1.6], 'line-offset': 2 } },
    { id: `${id}-hover`, type: 'line' as const, source: id, layout: { 'line-join': 'round' as const },
      paint: { 'line-color': p.select, 'line-width': state('line', 0), 'line-opacity': 0.9 } },
  ]);
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      gu: nothing, dong: nothing, 'commercial-areas': nothing, links: { ...nothing, tolerance: 0.5 }, labels: nothing, points: nothing,
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': p.water } },
      { id: 'halo', type: 'line', source: 'gu', paint: { 'line-color': p.edge, 'line-opacity': theme === 'dark' ? 0.25 : 0.16, 'line-width': 10, 'line-blur': 10 } },
      { id: 'land', type: 'fill', source: 'gu', paint: { 'fill-color': p.land } },
      ...fills,
      { id: 'dong-line', type: 'line', source: 'dong',
        paint: { 'line-color': p.dong, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.5, 14, 1.1] } },
      // Two layers of one colour each: a colour by class would make MapLibre cut its tiles anew for another theme.
      { id: 'links', type: 'line', source: 'links', layout: roadEnds, paint: { 'line-color': p.road, 'line-width': roadWidth } },
      { id: 'main-links', type: 'line', source: 'links', filter: ['in', roadClass, ['literal', ['1', '2', '도시고속도로', 'urban expressway', 'urban-expressway']]],
        layout: roadEnds, paint: { 'line-color': p.mainRoad, 'line-width': roadWidth } },
      { id: 'gu-line', type: 'line', source: 'gu', layout: { 'line-join': 'round' },
        paint: { 'line-color': p.gu, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 1.6] } },
      ...marks,
      // Not seen: the names are drawn over everything else (map/names.ts); these find room for them.
      { id: 'dong-label', type: 'symbol', source: 'labels', minzoom: SMALL_FROM, filter: ['==', ['get', 'kind'], 'dong'],
        layout: { 'text-field': nameExpression(lang), 'text-font': FONTS, 'text-size': smallSize(), 'text-padding': 6, 'text-max-width': 8 },
        paint: { 'text-opacity': 0 } },
      { id: 'point-label', type: 'symbol', source: 'points', minzoom: SMALL_FROM + 0.3,
        layout: { 'text-field': nameExpression(lang), 'text-font': FONTS, 'text-size': smallSize(), 'text-anchor': 'top', 'text-offset': [0, BELOW], 'text-padding': 4, 'text-max-width': 9 },
        paint: { 'text-opacity': 0 } },
      { id: 'gu-label', type: 'symbol', source: 'labels', maxzoom: 14.2, filter: ['==', ['get', 'kind'], 'gu'],
        layout: { 'text-field': nameExpression(lang), 'text-font': FONTS, 'text-size': 14 * textScale(), 'text-padding': 3, 'text-line-height': 1.25, 'text-max-width': 12 },
        paint: { 'text-opacity': 0 } },
    ],
  };
}

/** Takes the colours of another style of the same layers, in the next frame and without loading its sources anew. */
export function recolour(map: GlMap, style: StyleSpecification): void {
  for (const { id, paint = {} } of style.layers) {
    for (const [name, value] of Object.entries(paint)) {
      if (JSON.stringify(map.getPaintProperty(id, name as never)) !== JSON.stringify(value)) map.setPaintProperty(id, name as never, value as never);
    }
  }
}
