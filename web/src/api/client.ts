// Every request of the page goes through here, and to the page's own origin alone.

import type {
  AirAnalysis, City, Dataset, Directions, Episodes, Feature, Found, Geo, Holiday, IndexAnswer, IssueList, Match, Name, Near, Profile, Property, QualityReport, Series, Standards, Values,
} from './types';

export class ApiError extends Error {
  /** What the server says to a reader, in both languages where it can. */
  readonly words: Name;

  constructor(readonly status: number, message: string, words?: Name) {
    super(message);
    this.words = words ?? { ko: null, en: message };
  }
}

/** Status 0: nobody answered. */
export const isOffline = (e: unknown) => e instanceof ApiError && e.status === 0;

type Listener = (online: boolean) => void;
const listeners = new Set<Listener>();
let online = true;

/** Hears whether the last request reached the server. */
export function onReach(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function reached(now: boolean): void {
  if (now !== online) {
    online = now;
    for (const l of listeners) l(now);
  }
}

type Query = Record<string, string | number | boolean | null | undefined>;

function address(path: string, query: Query): string {
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(query)) if (v !== null && v !== undefined && v !== '') q.set(k, String(v));
  const text = q.toString();
  return text ? `${path}?${text}` : path;
}

export async function ask(path: string, query: Query = {}, signal?: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address(path, query), { signal: signal ?? null, credentials: 'same-origin' });
  } catch (e) {
    if (signal?.aborted) throw e;
    reached(false);
    throw new ApiError(0, 'no answer');
  }
  // A proxy that stands in front of a stopped server answers 502 to 504.
  reached(answer.status < 502 || answer.status > 504);
  if (!answer.ok) throw await problem(answer);
  return answer;
}

async function problem(answer: Response): Promise<ApiError> {
  try {
    const body = (await answer.json()) as { detail?: string; title?: string; words?: Name };
    return new ApiError(answer.status, body.detail ?? body.title ?? `HTTP ${answer.status}`, body.words);
  } catch {
    return new ApiError(answer.status, `HTTP ${answer.status}`);
  }
}

/** What an error says to a reader. */
export const wordsOf = (e: unknown): Name => (e instanceof ApiError ? e.words : { ko: null, en: e instanceof Error ? e.message : String(e) });

async function json<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await ask(path, query, signal)).json() as Promise<T>;
}

/** Answers that do not change while the page is open; a failure is forgotten, so that a retry asks again. */
const kept = new Map<string, Promise<unknown>>();

function keep<T>(path: string, query: Query = {}): Promise<T> {
  const key = address(path, query);
  let answer = kept.get(key) as Promise<T> | undefined;
  if (!answer) {
    answer = json<T>(path, query);
    answer.catch(() => kept.delete(key));
    kept.set(key, answer);
    if (kept.size > 400) kept.delete(kept.keys().next().value!);
  }
  return answer;
}

/** From and to; null for all the data. */
type Span = readonly [string, string] | null;

export const api = {
  city: () => keep<City>('/api/city'),
  collections: () => keep<{ collections: { id: string }[] }>('/collections', { f: 'json' }),
  properties: () => keep<Property[]>('/api/properties'),
  features: (collection: string) =>
    keep<Geo>(`/collections/${encodeURIComponent(collection)}/items`, { limit: 10000, f: 'json' }),
  values: (property: string, at: string, collection?: string, signal?: AbortSignal) =>
    json<Values>('/api/values', { property, at, collection, flagged: true }, signal),
  series: (datastream: string, from: string, to: string, width: number) =>
    keep<Series>('/api/series', { datastream, from, to, width }),
  pulse: (property: string, from: string, to: string, width: number, collection?: string) =>
    keep<Series>('/api/series', { property, collection, from, to, width }),
  profile: (datastream: string, from: string, to: string, by: 'hour' | 'weekday' | 'month') =>
    keep<Profile>('/api/profile', { datastream, from, to, by }),
  feature: (id: string) => keep<Feature>('/api/feature', { id }),
  search: (q: string, signal?: AbortSignal) => json<Found[]>('/api/search', { q, limit: 20 }, signal),
  near: (lon: number, lat: number, collection: string) => json<Near[]>('/api/near', { lon, lat, collection, limit: 1 }),
  matches: () => keep<Match[]>('/api/matches'),
  airAnalyses: () => keep<AirAnalysis[]>('/api/air'),
  episodes: (from: string, to: string) => keep<Episodes>('/api/air/episodes', { from, to, class: 'real' }),
  index: (station: string, from: string, to: string) => keep<IndexAnswer>('/api/air/index', { station, from, to }),
  standards: (station: string, value: string, span: Span) => keep<Standards>('/api/air/statistics', { station, value, from: span?.[0], to: span?.[1] }),
  directions: (collection: string, value: string, span: Span) => keep<Directions>('/api/air/directions', { collection, value, from: span?.[0], to: span?.[1] }),
  calendar: (from: string, to: string) => keep<Holiday[]>('/api/calendar', { from, to }),
  datasets: () => keep<Dataset[]>('/api/datasets'),
  dataset: (id: string) => keep<Dataset>('/api/dataset', { id }),
  quality: (dataset: string, limit = 500, offset = 0) => keep<QualityReport>('/api/quality', { dataset, limit, offset }),
  issues: (dataset: string, offset = 0) => keep<IssueList>('/api/issues', { dataset, limit: 100, offset }),
};
