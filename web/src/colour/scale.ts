// From a number to a class with a colour. Every scale has steps, so that a map can be read against its legend.

import type { Category } from '../api/types';
import { along, BATLOW, CIVIDIS, hex, OKABE_ITO, rgb, type Rgb } from './tables';

export interface Class {
  /** From this value … */ lo: number;
  /** … up to, not including, this one; Infinity at the top. */ hi: number;
  colour: string;
  /** What is read without colour: a CAI letter, a category's code. */
  letter?: string;
  name?: { ko: string; en: string };
}

export interface Scale {
  kind: 'grade' | 'steps' | 'category';
  classes: Class[];
  /** Names the words of the legend's note, if the scale wants one. */
  note?: 'cai' | 'caiGas' | 'noise' | 'change' | 'quantile' | 'usual';
}

export function classAt(scale: Scale, value: number | null | undefined): Class | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  const { classes } = scale;
  if (scale.kind === 'category') return classes.find((c) => c.lo === value) ?? null;
  if (classes.length === 0) return null;
  if (value < classes[0]!.lo) return classes[0]!;
  for (let i = classes.length - 1; i >= 0; i--) if (value >= classes[i]!.lo) return classes[i]!;
  return classes[0]!;
}

// The Korean index's own four colours; the letters make them readable without colour.
const GRADES = [
  { colour: '#32a1ff', letter: 'G', name: { ko: '좋음', en: 'Good' } },
  { colour: '#00c73c', letter: 'M', name: { ko: '보통', en: 'Moderate' } },
  { colour: '#fda60c', letter: 'B', name: { ko: '나쁨', en: 'Bad' } },
  { colour: '#e64746', letter: 'V', name: { ko: '매우나쁨', en: 'Very bad' } },
];

/** The first index of each grade. */
export const INDEX_STARTS = [0, 51, 101, 251];
export const INDEX_GRADES = GRADES;

/** The index itself. */
export function indexScale(): Scale {
  return { kind: 'grade', classes: GRADES.map((g, i) => ({ ...g, lo: INDEX_STARTS[i]!, hi: INDEX_STARTS[i + 1] ?? Infinity })) };
}

// Lower ends of moderate, bad and very bad. The published table is in whole µg/m³ (good 0–30, moderate 31–80 …):
// a value between two rows is rounded first, so 30.5 is moderate. Gases: the table's last digit decides likewise.
const CAI: Record<string, { starts: [number, number, number]; digit: number }> = {
  pm10: { starts: [31, 81, 151], digit: 1 },
  pm25: { starts: [16, 36, 76], digit: 1 },
  so2: { starts: [0.021, 0.051, 0.151], digit: 0.001 },
  no2: { starts: [0.031, 0.061, 0.201], digit: 0.001 },
  o3: { starts: [0.031, 0.091, 0.151], digit: 0.001 },
  co: { starts: [2.01, 9.01, 15.01], digit: 0.01 },
};

/** `pm2_5`, `PM2.5` and `pm25` are one pollutant. */
export function pollutant(property: string): string | null {
  const key = property.toLowerCase().replace(/[^a-z0-9]/g, '');
  return key in CAI ? key : null;
}

export function caiScale(property: string): Scale | null {
  const key = pollutant(property);
  const row = key ? CAI[key] : undefined;
  if (!row) return null;
  const half = row.digit / 2;
  const los = [0, ...row.starts.map((s) => s - half)];
  return {
    kind: 'grade',
    note: key!.startsWith('pm') ? 'cai' : 'caiGas',
    classes: GRADES.map((g, i) => ({ ...g, lo: los[i]!, hi: los[i + 1] ?? Infinity })),
  };
}

/** The first whole value of each class, as the published table prints it. */
export function caiStarts(property: string): number[] {
  const key = pollutant(property);
  return key ? [0, ...CAI[key]!.starts] : [];
}

// B. Tomio, "Coloring noise" (2016): 5 dB bands, calm greens to violet, chosen to be told apart and to stand on grey.
const TOMIO = ['#82a6ad', '#a0babf', '#b8d6d1', '#cee4cc', '#e2f2bf', '#f3c683', '#e87e4d', '#cd463e', '#a11a4d', '#75085c', '#430a4a'];

export function noiseScale(): Scale {
  return {
    kind: 'steps', note: 'noise',
    classes: TOMIO.map((colour, i) => ({
      colour, lo: i === 0 ? -Infinity : 30 + i * 5, hi: i === TOMIO.length - 1 ? Infinity : 35 + i * 5,
    })),
  };
}

// Letters and Okabe–Ito; HH (nothing moves) stays grey, so that change stands out.
const CHANGE: Record<string, string> = {
  LL: OKABE_ITO.vermilion, LH: OKABE_ITO.sky, HL: OKABE_ITO.yellow, HH: '#8a8f94',
};
const OTHERS = [OKABE_ITO.orange, OKABE_ITO.sky, OKABE_ITO.green, OKABE_ITO.yellow, OKABE_ITO.blue, OKABE_ITO.vermilion, OKABE_ITO.purple];

export function categoryScale(categories: Category[]): Scale {
  return {
    kind: 'category', ...(categories.some((c) => c.code in CHANGE) ? { note: 'change' as const } : {}),
    classes: categories.map((c, i) => ({
      lo: c.value, hi: c.value, letter: c.code, colour: CHANGE[c.code] ?? OTHERS[i % OTHERS.length]!,
      name: { ko: c.name.ko ?? c.code, en: c.name.en ?? c.code },
    })),
  };
}

/** Traffic: fixed steps, so that a colour means the same in every hour and month. */
export function volumeScale(dark: boolean): Scale {
  return stepScale([0, 250, 500, 1000, 2000, 3000, 4500, 6000], ramp('batlow', dark));
}

// After vik (Crameri 2018), which is even on both sides of nought and told apart by all kinds of sight: less is blue,
// more is brown, as usual is the grey of the ground. In the dark the ends are light.
const VIK = {
  light: ['#08306b', '#2373b3', '#86b9da', '#b9b7b1', '#dca77f', '#b9602b', '#6e1b00'],
  dark: ['#8fd3ff', '#459bd8', '#2f6288', '#59636b', '#8f5f3c', '#d98446', '#ffc59a'],
};

/** Per cent above and below usual. */
export function usualScale(dark: boolean): Scale {
  const starts = [-Infinity, -50, -25, -10, 10, 25, 50];
  return { kind: 'steps', note: 'usual', classes: starts.map((lo, i) => ({ lo, hi: starts[i + 1] ?? Infinity, colour: VIK[dark ? 'dark' : 'light'][i]! })) };
}

/** A colour table from the colour near the ground (few) to the colour that stands out (many). */
export function ramp(name: 'cividis' | 'batlow', dark: boolean): (share: number) => Rgb {
  const table = name === 'cividis' ? CIVIDIS : BATLOW;
  // Light ground: pale is few, deep is much. Dark ground: the other way round. The ends next to the ground are left out.
  return dark ? (s) => along(table, 0.22 + s * 0.78) : (s) => along(table, 0.97 - s * 0.93);
}

export function stepScale(starts: number[], colour: (share: number) => Rgb, note?: Scale['note']): Scale {
  const last = Math.max(1, starts.length - 1);
  return {
    kind: 'steps', ...(note ? { note } : {}),
    classes: starts.map((lo, i) => ({ lo, hi: starts[i + 1] ?? Infinity, colour: hex(colour(i / last)) })),
  };
}

/** Steps at about equal counts, rounded to two figures, so that the legend has numbers a person can say. */
export function quantileScale(values: number[], count: number, colour: (share: number) => Rgb): Scale {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return { kind: 'steps', classes: [] };
  const starts: number[] = [round2(sorted[0]!, Math.floor)];
  for (let i = 1; i < count; i++) {
    const s = round2(sorted[Math.floor((sorted.length * i) / count)]!, Math.round);
    if (s > starts[starts.length - 1]!) starts.push(s);
  }
  return stepScale(starts, colour, 'quantile');
}

function round2(x: number, how: (v: number) => number): number {
  if (x === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 1);
  const r = how(x / unit) * unit;
  return Number(r.toPrecision(3));
}

/** Even steps on round numbers, for quantities with no scale of their own (temperature, say). */
export function niceScale(values: number[], colour: (share: number) => Rgb): Scale {
  const fine = values.filter(Number.isFinite);
  if (fine.length === 0) return { kind: 'steps', classes: [] };
  const lo = Math.min(...fine);
  const span = Math.max(Math.max(...fine) - lo, 1e-9);
  const raw = span / 6;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((k) => k * unit).find((s) => s >= raw)!;
  const starts: number[] = [];
  for (let s = Math.floor(lo / step); s * step <= lo + span && starts.length < 9; s++) starts.push(Number((s * step).toPrecision(6)));
  return stepScale(starts, colour);
}

/** A colour between those of the classes, so that a surface shows its slopes within a class too; the last class darkens. */
export function shade(scale: Scale, value: number): Rgb {
  const at = scale.classes.flatMap((c, i) => {
    const colour = rgb(c.colour);
    if (i < scale.classes.length - 1) return [{ v: (Math.max(c.lo, 0) + c.hi) / 2, colour }];
    return [{ v: c.lo * 1.15, colour }, { v: c.lo * 2.6, colour: colour.map((k) => Math.round(k * 0.45)) as Rgb }];
  });
  const next = at.findIndex((a) => a.v > value);
  if (next === 0) return at[0]!.colour;
  if (next < 0) return at.at(-1)!.colour;
  const [a, b] = [at[next - 1]!, at[next]!];
  const f = (value - a.v) / (b.v - a.v);
  return a.colour.map((k, i) => Math.round(k + (b.colour[i]! - k) * f)) as Rgb;
}
