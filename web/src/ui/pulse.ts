// Draws the city's pulse on a canvas: mean, weekends, holidays, dates. The cursor is an element over it, so that the
// pulse is drawn once and not sixty times a second.

import type { Series } from '../api/types';
import type { Lang, Theme } from '../state/address';
import { civil, DAY, instant, ticks, type Tick } from '../time/steps';
import { date, monthName, short, weekdayName } from '../words/say';

export interface Pulse {
  span: [number, number]; series: Series | null; holidays: { t: number; date: string }[];
  lang: Lang; theme: Theme; width: number; height: number; categorical: boolean; unit: string;
  /** The reader's size of letters, 1 as usual. */
  letters: number;
}

/** Height of the dates under the pulse, and how large they are, for letters of the usual size. */
const AXIS = 20;
const LETTERS = 11;
const TOP = 8;

const INKS: Record<Theme, { line: string; area: string; axis: string; rule: string; weekend: string; holiday: string; }> = {
  light: { line: '#3d5163', area: 'rgba(61,81,99,.13)', axis: '#5a6268', rule: '#dddcd8', weekend: 'rgba(30,40,50,.045)', holiday: '#c43e00' },
  dark: { line: '#a9bccb', area: 'rgba(169,188,203,.16)', axis: '#9aa7b0', rule: '#2b353c', weekend: 'rgba(255,255,255,.035)', holiday: '#ff9a5c' },
};

export function timeAt(x: number, span: [number, number], width: number): number {
  return span[0] + (x / width) * (span[1] - span[0]);
}

export function drawPulse(canvas: HTMLCanvasElement, p: Pulse): void {
  const ratio = Math.min(3, devicePixelRatio || 1);
  if (canvas.width !== Math.round(p.width * ratio) || canvas.height !== Math.round(p.height * ratio)) {
    canvas.width = Math.round(p.width * ratio);
    canvas.height = Math.round(p.height * ratio);
  }
  const c = canvas.getContext('2d')!;
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, p.width, p.height);
  const x = (t: number) => ((t - p.span[0]) / (p.span[1] - p.span[0])) * p.width;
  days(c, p, x);
  axis(c, p, x);
  line(c, p, x);
}

function days(c: CanvasRenderingContext2D, p: Pulse, x: (t: number) => number): void {
  const ink = INKS[p.theme];
  const bottom = p.height - AXIS * p.letters;
  if (p.span[1] - p.span[0] < 70 * DAY) {
    c.fillStyle = ink.weekend;
    const first = civil(p.span[0]);
    for (let d = first.day; ; d++) {
      const t = instant(first.year, first.month, d);
      if (t >= p.span[1]) break;
      const w = civil(t).weekday;
      if (w === 0 || w === 6) c.fillRect(x(t), 0, x(t + DAY) - x(t), bottom);
    }
  }
  c.fillStyle = ink.holiday;
  for (const h of p.holidays) {
    const a = x(h.t);
    const b = x(h.t + DAY);
    if (b < 0 || a > p.width) continue;
    c.fillRect(a, bottom - 1.5, Math.max(2.5, b - a - 1), 3);
  }
}

function axis(c: CanvasRenderingContext2D, p: Pulse, x: (t: number) => number): void {
  const ink = INKS[p.theme];
  const bottom = p.height - AXIS * p.letters;
  c.strokeStyle = ink.rule;
  c.lineWidth = 1;
  c.beginPath();
  c.moveTo(0, bottom + 0.5);
  c.lineTo(p.width, bottom + 0.5);
  const list = ticks(p.span, Math.max(3, p.width / (64 * p.letters)));
  for (const t of list) {
    const at = Math.round(x(t.t)) + 0.5;
    c.moveTo(at, bottom);
    c.lineTo(at, bottom + 4);
  }
  c.stroke();
  c.fillStyle = ink.axis;
  c.font = `${LETTERS * p.letters}px ${getComputedStyle(document.body).fontFamily}`;
  c.textBaseline = 'middle';
  list.forEach((t, i) => {
    const text = tickText(t, p.lang, i === 0);
    const wide = c.measureText(text).width;
    const at = x(t.t);
    if (at + 3 + wide > p.width) return;
    c.fillText(text, at + 3, bottom + 11 * p.letters);
  });
}

function tickText(tick: Tick, lang: Lang, first: boolean): string {
  const c = civil(tick.t);
  switch (tick.kind) {
    case 'hour': return `${String(c.hour).padStart(2, '0')}:00`;
    case 'day': return first ? date(tick.t) : c.day === 1 ? monthName(lang, c.month) : lang === 'ko' ? `${c.day}일(${weekdayName(lang, c.weekday)})` : `${c.day} ${weekdayName(lang, c.weekday)}`;
    case 'month': return first ? `${c.year} ${monthName(lang, c.month)}` : monthName(lang, c.month);
    case 'year': return String(c.year);
  }
}

function line(c: CanvasRenderingContext2D, p: Pulse, x: (t: number) => number): void {
  const s = p.series;
  if (!s || s.t.length === 0 || p.categorical) return;
  const ink = INKS[p.theme];
  const bottom = p.height - AXIS * p.letters - 3;
  const b = s.bucketSeconds;
  const seen: number[] = [];
  s.t.forEach((t, i) => { if (t + b > p.span[0] && t < p.span[1] && s.mean[i] !== null) seen.push(s.mean[i]!); });
  if (seen.length === 0) return;
  const hi = Math.max(...seen);
  const lo = Math.min(0, ...seen);
  // Levels in decibels and temperatures do not start at nought.
  const floor = hi > 0 && Math.min(...seen) < hi && Math.min(...seen) / hi > 0.55 ? Math.min(...seen) - (hi - Math.min(...seen)) * 0.2 : lo;
  const y = (v: number) => bottom - ((v - floor) / (hi - floor || 1)) * (bottom - TOP - 8);
  const runs: [number, number][][] = [];
  let run: [number, number][] = [];
  s.t.forEach((t, i) => {
    const v = s.mean[i];
    // A hole in the data is a hole in the line.
    if (run.length > 0 && (v === null || t - s.t[i - 1]! > b * 1.9)) {
      runs.push(run);
      run = [];
    }
    if (v !== null && v !== undefined) run.push([x(t + b / 2), y(v)]);
  });
  runs.push(run);
  for (const r of runs) {
    if (r.length === 0) continue;
    c.beginPath();
    r.forEach(([px, py], i) => (i ? c.lineTo(px, py) : c.moveTo(px, py)));
    c.strokeStyle = ink.line;
    c.lineWidth = 1.4;
    c.lineJoin = 'round';
    if (r.length === 1) c.lineTo(r[0]![0] + 2, r[0]![1]);
    c.stroke();
    c.lineTo(r[r.length - 1]![0], bottom + 3);
    c.lineTo(r[0]![0], bottom + 3);
    c.fillStyle = ink.area;
    c.fill();
  }
  c.fillStyle = ink.axis;
  c.font = `${(LETTERS - 1) * p.letters}px ${getComputedStyle(document.body).fontFamily}`;
  c.textBaseline = 'top';
  c.textAlign = 'right';
  c.fillText(`${short(p.lang, hi, p.unit)}`, p.width - 4, 3);
  c.textAlign = 'left';
}
