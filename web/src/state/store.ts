// One store for the page: the addressed state, and what is of the moment (playing, hovering, sizes).

import { useSyncExternalStore } from 'react';
import { read, START, write, type Lang, type State, type Theme } from './address';

export interface Moment {
  playing: boolean;
  /** The drawn instant while playing, between two steps; the state's time is the step. */
  drawn: number;
  online: boolean;
  help: boolean;
  /** Being printed, and so in light colours: with time to load what they call for, or at once. */
  paper: 'in-time' | 'at-once' | null;
}

let state: State = START;
let moment: Moment = { playing: false, drawn: START.time, online: true, help: false, paper: null };
const listeners = new Set<() => void>();
let timer = 0;
let lastWrite = 0;
let pendingPush = false;

function tell(): void {
  for (const l of listeners) l();
}

export const getState = () => state;
export const getMoment = () => moment;

export function subscribe(l: () => void): () => void {
  listeners.add(l);
  return () => void listeners.delete(l);
}

/** Steps that a reader would want to go back over get an entry in the history; the rest replace the entry. */
const PUSHES: (keyof State)[] = ['view', 'property', 'collection', 'feature', 'layer', 'episode', 'beside', 'dataset', 'tab'];

export function set(change: Partial<State>): void {
  const next = { ...state, ...change };
  const keys = Object.keys(change) as (keyof State)[];
  if (keys.every((k) => state[k] === next[k])) return;
  pendingPush ||= keys.some((k) => PUSHES.includes(k) && state[k] !== next[k]);
  state = next;
  if ('time' in change && !moment.playing) moment = { ...moment, drawn: state.time };
  save();
  tell();
}

export function setMoment(change: Partial<Moment>): void {
  moment = { ...moment, ...change };
  tell();
}

/** Writes the address soon, and no more than four times a second: browsers limit how often it may change. */
function save(): void {
  clearTimeout(timer);
  const wait = pendingPush ? 0 : Math.max(120, 260 - (Date.now() - lastWrite));
  timer = window.setTimeout(() => {
    lastWrite = Date.now();
    const hash = write(state);
    if (hash !== location.hash) history[pendingPush ? 'pushState' : 'replaceState'](null, '', hash);
    pendingPush = false;
  }, wait);
}

export function start(): void {
  state = read(location.hash);
  moment = { ...moment, drawn: state.time };
  const again = () => {
    if (location.hash === write(state)) return;
    state = read(location.hash);
    moment = { ...moment, playing: false, drawn: state.time };
    tell();
  };
  window.addEventListener('popstate', again);
  window.addEventListener('hashchange', again);
}

const darkQuery = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
darkQuery?.addEventListener('change', tell);

/** The theme of the screen. */
function screenTheme(s: State): Theme {
  return s.theme ?? (darkQuery?.matches ? 'dark' : 'light');
}

/** The theme to draw in: paper is light. */
export function themeOf(s: State): Theme {
  return moment.paper ? 'light' : screenTheme(s);
}

/** The theme of what takes a request to draw: where a print waits for nothing, the screen's picture has to do. */
export function pictureThemeOf(s: State): Theme {
  return moment.paper === 'at-once' ? screenTheme(s) : themeOf(s);
}

export function langOf(s: State): Lang {
  return s.lang ?? (typeof navigator !== 'undefined' && !navigator.language.startsWith('ko') ? 'en' : 'ko');
}

export function useStore<T>(pick: (s: State, m: Moment) => T): T {
  const now = () => pick(state, moment);
  return useSyncExternalStore(subscribe, now, now);
}

export const useLang = () => useStore((s) => langOf(s));
export const usePictureTheme = () => useStore((s) => pictureThemeOf(s));
export const useTheme = () => useStore((s) => themeOf(s));
