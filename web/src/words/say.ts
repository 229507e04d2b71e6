// Saying things in the reader's language: words, names, numbers, times.

import type { Name } from '../api/types';
import type { Lang } from '../state/address';
import { useLang } from '../state/store';
import { addSteps, civil, floorTo, type Step } from '../time/steps';
import { WORDS, type Word } from './words';

export function say(lang: Lang, word: Word, fill?: Record<string, string | number>): string {
  const both = WORDS[word];
  // English has a form for one thing where it needs it, after a bar: `{n} month/s|{n} months/s`.
  const forms: string[] = lang === 'ko' ? [both[0]] : both[1].split('|');
  const text = forms.length > 1 && fill?.['n'] !== 1 && fill?.['n'] !== '1' ? forms[1]! : forms[0]!;
  return fill ? text.replace(/\{(\w+)\}/g, (_, k: string) => String(fill[k] ?? '')) : text;
}

export type Say = (word: Word, fill?: Record<string, string | number>) => string;

export function useSay(): Say {
  const lang = useLang();
  return (word, fill) => say(lang, word, fill);
}

/** The name in the reader's language, else in the other one. */
export function nameIn(lang: Lang, name: Name | string | null | undefined, otherwise = ''): string {
  if (typeof name === 'string') return name;
  return (lang === 'ko' ? (name?.ko ?? name?.en) : (name?.en ?? name?.ko)) ?? otherwise;
}

export function otherName(lang: Lang, name: Name | null | undefined): string | null {
  const first = nameIn(lang, name);
  const second = lang === 'ko' ? name?.en : name?.ko;
  return second && second !== first ? second : null;
}

const formats = new Map<string, Intl.NumberFormat>();

function format(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  let f = formats.get(key);
  if (!f) formats.set(key, (f = new Intl.NumberFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', options)));
  return f;
}

/** Decimal places that the publishers' instruments justify, by unit. */
function digitsOf(unit: string, value: number): number {
  if (/^(ppm|\[ppm\])$/i.test(unit)) return 3;
  if (/dB/i.test(unit) || unit === 'm/s' || unit === 'Cel') return 1;
  if (/ug|µg/.test(unit)) return 0;
  return Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
}

export function number(lang: Lang, value: number, unit = '', more = 0): string {
  const digits = digitsOf(unit, value) + more;
  return format(lang, { minimumFractionDigits: /ppm|dB/i.test(unit) || more !== 0 ? digits : 0, maximumFractionDigits: digits }).format(value);
}

/**
 * How many more decimal places than the instruments' an estimate has, or fewer: those with which its standard error keeps
 * two digits (JCGM 100:2008, 7.2.6).
 */
export function errorDigits(error: number, unit: string): number {
  const own = digitsOf(unit, error);
  if (!(error > 0) || !Number.isFinite(error)) return 0;
  const wanted = Math.max(0, 1 - Math.floor(Math.log10(error)));
  return Math.min(MORE_DIGITS, wanted - own);
}

/** Most decimal places that estimates have beyond those of the instruments. */
const MORE_DIGITS = 2;

/** How many more decimal places estimates need, so that those that differ do not read alike: as few as will do. */
export function moreDigits(values: number[], unit: string): number {
  const apart = [...new Set(values)];
  let more = 0;
  while (more < MORE_DIGITS && new Set(apart.map((v) => number('en', v, unit, more))).size < apart.length) more++;
  return more;
}

/** A large number in few letters: 3.4억, 340M. */
export function short(lang: Lang, value: number, unit = ''): string {
  if (Math.abs(value) < 10_000) return number(lang, value, unit);
  return format(lang, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

export function whole(lang: Lang, value: number): string {
  return format(lang, { maximumFractionDigits: 0 }).format(value);
}

export function percent(lang: Lang, share: number): string {
  // 99.96 % must not read as 100 %.
  const cut = share < 1 ? Math.min(share, 0.999) : share;
  return format(lang, { style: 'percent', maximumFractionDigits: share > 0.99 || share < 0.1 ? 1 : 0 }).format(cut);
}

const pad = (n: number) => String(n).padStart(2, '0');
const WEEKDAYS = { ko: ['일', '월', '화', '수', '목', '금', '토'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const weekdayName = (lang: Lang, day: number) => WEEKDAYS[lang][day]!;
export const monthName = (lang: Lang, month: number) => (lang === 'ko' ? `${month}월` : MONTHS[month - 1]!);
export const hourName = (lang: Lang, hour: number) => (lang === 'ko' ? `${hour}시` : `${pad(hour)}:00`);

export function date(t: number): string {
  const c = civil(t);
  return `${c.year}-${pad(c.month)}-${pad(c.day)}`;
}

/** What a time means for a step: an hour, a month (and an hour of the day), a quarter. */
export function when(lang: Lang, t: number, step: Step, withHour = false): string {
  const c = civil(t);
  if (step === 'P3M') return say(lang, 'quarter', { y: c.year, q: Math.floor((c.month - 1) / 3) + 1 });
  if (step === 'P1M') return `${c.year}-${pad(c.month)}${withHour ? ` · ${hourSpan(lang, c.hour)}` : ''}`;
  return `${date(t)} ${WEEKDAYS[lang][c.weekday]} ${pad(c.hour)}:${pad(c.minute)}`;
}

export function hourSpan(lang: Lang, hour: number): string {
  return lang === 'ko' ? `${pad(hour)}–${pad((hour + 1) % 24)}시` : `${pad(hour)}–${pad((hour + 1) % 24)} h`;
}

/** A period in months, both ends meant: `2025-01 – 2025-04`. */
export function spanOf(lang: Lang, from: number, to: number, step: Step): string {
  const last = to - 1;
  const name = (t: number) => (step === 'P3M' ? when(lang, t, step) : `${civil(t).year}-${pad(civil(t).month)}`);
  const a = name(from);
  const b = name(last);
  return a === b ? a : `${a} – ${b}`;
}

/** The end of the period that holds the instant. */
export function periodEnd(step: Step, t: number): number {
  return addSteps(step, floorTo(step, t), 1);
}

export function stampOf(value: number | string | null | undefined): number | null {
  if (typeof value === 'number') return value;
  const ms = value ? Date.parse(value) : NaN;
  return Number.isFinite(ms) ? ms / 1000 : null;
}

/** A unit in the reader's language; what has none says nothing. */
export function unitIn(lang: Lang, of: { unitLabel: string; unitName?: Name }): string {
  const text = nameIn(lang, of.unitName, of.unitLabel);
  return text === '–' || text === '1' ? '' : text;
}

export function metres(lang: Lang, m: number): string {
  return m < 1000 ? `${whole(lang, m)} m` : `${format(lang, { maximumFractionDigits: 1 }).format(m / 1000)} km`;
}
