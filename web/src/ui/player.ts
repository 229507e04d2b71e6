// Playing: moves the drawn instant with the clock on the wall, and the state's time by whole steps.

import { getBoot } from '../state/boot';
import { getMoment, getState, set, setMoment } from '../state/store';
import { cursorStep, subjectOf } from '../state/subjects';
import { addSteps, floorTo, follow, HOUR, windowOf, type Step } from '../time/steps';

/** Hours of the city in a second of the reader's, at speed 1; monthly and quarterly data go a step a second. */
export const HOURS_PER_SECOND = 6;
export const SPEEDS = [0.5, 1, 2, 4, 16];

let last = 0;
let handle = 0;
let carried = 0;
const stamps: number[] = [];

/** Frames in the last second, for tests and for the curious. */
export function framesPerSecond(): number {
  const now = performance.now();
  while (stamps.length > 0 && now - stamps[0]! > 1000) stamps.shift();
  return stamps.length;
}

export function currentStep(): Step {
  return cursorStep(subjectOf(getState(), getBoot().properties));
}

/** The record's whole span, as far as the server knows it. */
export function wholeSpan(): [number, number] {
  const { properties } = getBoot();
  const from = Math.min(...properties.map((p) => p.from));
  const to = Math.max(...properties.map((p) => p.to));
  return from < to ? [from, to] : [Date.UTC(2014, 0, 1) / 1000, Date.UTC(2026, 0, 1) / 1000];
}

export function currentWindow(): [number, number] {
  const s = getState();
  return s.window ?? windowOf(subjectOf(s, getBoot().properties)?.step === 'PT1H' ? 'month' : 'year', s.time, wholeSpan());
}

export function toggle(): void {
  const playing = !getMoment().playing;
  if (playing && getState().time >= wholeSpan()[1] - HOUR) goTo(wholeSpan()[0]);
  setMoment({ playing, drawn: getState().time });
  cancelAnimationFrame(handle);
  if (!playing) return;
  last = 0;
  carried = 0;
  handle = requestAnimationFrame(tick);
}

function tick(now: number): void {
  if (!getMoment().playing) return;
  // A tab that slept must not jump by a week.
  const passed = last ? Math.min(0.25, (now - last) / 1000) : 0;
  last = now;
  stamps.push(now);
  framesPerSecond();
  const s = getState();
  const step = currentStep();
  const end = wholeSpan()[1];
  if (step === 'PT1H') {
    const drawn = getMoment().drawn + passed * HOURS_PER_SECOND * HOUR * s.speed;
    if (drawn >= end) return stop(end - HOUR);
    setMoment({ drawn });
    const time = floorTo('PT1H', drawn);
    if (time !== s.time) moveTo(time);
  } else {
    carried += passed * s.speed;
    if (carried >= 1) {
      carried -= 1;
      const time = addSteps(step, s.time, 1);
      if (time >= end) return stop(s.time);
      moveTo(time);
      setMoment({ drawn: time });
    }
  }
  handle = requestAnimationFrame(tick);
}

function stop(at: number): void {
  setMoment({ playing: false, drawn: at });
  moveTo(at);
}

function moveTo(time: number): void {
  const window = currentWindow();
  const next = follow(window, time);
  set(next === window && getState().window ? { time } : { time, window: next });
}

/** Goes to an instant by the reader's wish; playing goes on from there. */
export function goTo(t: number): void {
  const [from, to] = wholeSpan();
  const time = floorTo('PT1H', Math.min(Math.max(t, from), to - HOUR));
  const window = currentWindow();
  setMoment({ drawn: time });
  set({ time, window: getState().window === null ? null : follow(window, time) });
}

export function step(count: number, unit: 'step' | 'day' | 'week' = 'step'): void {
  const t = getState().time;
  const s = currentStep();
  const hours = unit === 'day' ? 24 : unit === 'week' ? 168 : 1;
  goTo(s === 'PT1H' ? t + count * hours * HOUR : addSteps(s, t, count * (unit === 'step' ? 1 : unit === 'day' ? 3 : 12)));
}
