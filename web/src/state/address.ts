// The whole state of the page as an address: `#/air?p=pm10&t=2022-08-09T08:00&…`. What equals the default is left out.

import { localStamp, parseLocal } from '../time/steps';

export type View = 'city' | 'air' | 'traffic' | 'noise' | 'place' | 'data';
export const VIEWS: View[] = ['city', 'air', 'traffic', 'noise', 'place', 'data'];
export type Lang = 'ko' | 'en';
export type Theme = 'light' | 'dark';
/** What is worked out about the air, laid over the map. */
export const AIR_LAYERS = ['index', 'surface', 'polar', 'sources'] as const;
export type AirLayerKind = (typeof AIR_LAYERS)[number];
export type DataTab = 'about' | 'quality' | 'issues';

export interface Camera { lon: number; lat: number; zoom: number }

export interface State {
  view: View;
  /** The property shown; null is the view's first. */
  property: string | null;
  collection: string | null;
  time: number;
  /** The window of the time bar; null is the month of the cursor. */
  window: [number, number] | null;
  speed: number;
  feature: string | null;
  /** The datastream the panel shows, where the feature has more than one of the property. */
  datastream: string | null;
  camera: Camera | null;
  lang: Lang | null;
  theme: Theme | null;
  /** A second map beside the first, so many hours later (earlier where negative); null for one map. */
  beside: number | null;
  /** Counts as they are, or against what is usual at that hour. */
  against: 'usual' | null;
  layer: AirLayerKind | null;
  /** The episode that is open, by its id. */
  episode: string | null;
  dataset: string | null;
  tab: DataTab;
}

export const DEFAULT_TIME = parseLocal('2022-08-09T08:00')!;

export const START: State = {
  view: 'city', property: null, collection: null, time: DEFAULT_TIME, window: null, speed: 1,
  feature: null, datastream: null, camera: null, lang: null, theme: null, beside: null, against: null, layer: null, episode: null, dataset: null, tab: 'about',
};

export function write(s: State): string {
  const q: [string, string][] = [];
  if (s.view !== 'data') {
    if (s.property) q.push(['p', s.property]);
    if (s.collection) q.push(['c', s.collection]);
    if (s.beside !== null) q.push(['b', `${s.beside}h`]);
    if (s.against) q.push(['v', s.against]);
    if (s.layer) q.push(['l', s.layer]);
    if (s.episode) q.push(['e', s.episode]);
    q.push(['t', localStamp(s.time)]);
    if (s.window) q.push(['w', `${localStamp(s.window[0])}~${localStamp(s.window[1])}`]);
    if (s.speed !== START.speed) q.push(['speed', String(s.speed)]);
    if (s.feature) q.push(['f', s.feature]);
    if (s.datastream) q.push(['d', s.datastream]);
    if (s.camera) q.push(['m', `${s.camera.lon.toFixed(4)},${s.camera.lat.toFixed(4)},${s.camera.zoom.toFixed(2)}`]);
  } else if (s.dataset && s.tab !== 'about') q.push(['tab', s.tab]);
  if (s.lang) q.push(['lang', s.lang]);
  if (s.theme) q.push(['theme', s.theme]);
  const path = s.view === 'data' && s.dataset ? `data/${encodeURIComponent(s.dataset)}` : s.view;
  // Only what would break the address is encoded, so that it stays readable.
  const text = q.map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%(2C|3A|2F|7E)/g, decodeURIComponent)}`).join('&');
  return text ? `#/${path}?${text}` : `#/${path}`;
}

/** Reads an address; whatever it does not understand takes the default, so that no address breaks the page. */
export function read(hash: string): State {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [first = '', second] = path.split('/');
  const view = oneOf(first, VIEWS) ?? 'city';
  const q = new URLSearchParams(query.replace(/\+/g, '%2B'));
  const speed = Number(q.get('speed'));
  return {
    view,
    property: q.get('p'),
    collection: q.get('c'),
    time: parseLocal(q.get('t') ?? '') ?? DEFAULT_TIME,
    window: readWindow(q.get('w')),
    speed: speed > 0 && speed <= 64 ? speed : START.speed,
    feature: q.get('f'),
    datastream: q.get('d'),
    camera: readCamera(q.get('m')),
    lang: oneOf(q.get('lang'), ['ko', 'en'] as const),
    theme: oneOf(q.get('theme'), ['light', 'dark'] as const),
    beside: readHours(q.get('b')),
    against: oneOf(q.get('v'), ['usual'] as const),
    layer: oneOf(q.get('l'), AIR_LAYERS),
    episode: q.get('e'),
    dataset: view === 'data' && second ? decode(second) : null,
    tab: oneOf(q.get('tab'), ['about', 'quality', 'issues'] as const) ?? 'about',
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function oneOf<T extends string>(text: string | null, known: readonly T[]): T | null {
  return known.find((k) => k === text) ?? null;
}

/** `-168h` is a week before. */
function readHours(text: string | null): number | null {
  const hours = Number(/^(-?\d{1,6})h$/.exec(text ?? '')?.[1] ?? NaN);
  return Number.isInteger(hours) && hours !== 0 ? hours : null;
}

function readWindow(text: string | null): [number, number] | null {
  const [a, b] = (text ?? '').split('~').map(parseLocal);
  return a != null && b != null && b > a ? [a, b] : null;
}

function readCamera(text: string | null): Camera | null {
  const [lon, lat, zoom] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  const ok = [lon, lat, zoom].every(Number.isFinite) && Math.abs(lat!) < 85 && zoom! >= 0 && zoom! <= 22;
  return ok ? { lon: lon!, lat: lat!, zoom: zoom! } : null;
}
