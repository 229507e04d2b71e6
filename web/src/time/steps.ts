// Steps of time. The page counts in epoch seconds (UTC) and shows the city's zone. Seoul keeps UTC+9 all
// year since 1988, so an offset is enough for arithmetic; a city with summer time needs a zone table here.

export type Step = 'PT1H' | 'P1M' | 'P3M';

export const HOUR = 3600;
export const DAY = 86400;
const OFFSETS: Record<string, number> = { 'Asia/Seoul': 9 * HOUR, UTC: 0 };

let offset = 9 * HOUR;

export function setZone(zone: string): void {
  offset = OFFSETS[zone] ?? 9 * HOUR;
}

export interface Civil { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

/** Clock and calendar of the city at an instant; weekday 0 is Sunday, month 1 is January. */
export function civil(t: number): Civil {
  const d = new Date((t + offset) * 1000);
  return {
    year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate(),
    hour: d.getUTCHours(), minute: d.getUTCMinutes(), weekday: d.getUTCDay(),
  };
}

export function instant(year: number, month = 1, day = 1, hour = 0, minute = 0): number {
  return Date.UTC(year, month - 1, day, hour, minute) / 1000 - offset;
}

/** The step's beginning at or before the instant. */
export function floorTo(step: Step, t: number): number {
  const c = civil(t);
  if (step === 'P1M') return instant(c.year, c.month);
  if (step === 'P3M') return instant(c.year, c.month - ((c.month - 1) % 3));
  return Math.floor(t / HOUR) * HOUR;
}

/** Moves by whole steps and keeps the place inside of the step (the hour of the day, say) where it can. */
export function addSteps(step: Step, t: number, count: number): number {
  if (step === 'PT1H') return t + count * HOUR;
  const c = civil(t);
  const months = c.year * 12 + (c.month - 1) + count * (step === 'P3M' ? 3 : 1);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return instant(year, month, Math.min(c.day, lastDay), c.hour, c.minute);
}

export function stepSeconds(step: Step): number {
  return step === 'PT1H' ? HOUR : step === 'P1M' ? 30.44 * DAY : 91.3 * DAY;
}

export function asStep(text: string): Step {
  return text === 'P1M' || text === 'P3M' ? text : 'PT1H';
}

export type Zoom = 'day' | 'week' | 'month' | 'year' | 'all';

export const SPAN: Record<Exclude<Zoom, 'all'>, number> = {
  day: DAY, week: 7 * DAY, month: 31 * DAY, year: 365 * DAY,
};

/** The window of the time bar for a named zoom: whole days, months or years around the cursor. */
export function windowOf(zoom: Zoom, t: number, all: [number, number]): [number, number] {
  const c = civil(t);
  switch (zoom) {
    case 'day': return [instant(c.year, c.month, c.day), instant(c.year, c.month, c.day + 1)];
    case 'week': {
      const monday = c.day - ((c.weekday + 6) % 7);
      return [instant(c.year, c.month, monday), instant(c.year, c.month, monday + 7)];
    }
    case 'month': return [instant(c.year, c.month), instant(c.year, c.month + 1)];
    case 'year': return [instant(c.year), instant(c.year + 1)];
    case 'all': return all;
  }
}

export function zoomOf(span: number): Zoom {
  if (span <= 2 * DAY) return 'day';
  if (span <= 12 * DAY) return 'week';
  if (span <= 62 * DAY) return 'month';
  return span <= 500 * DAY ? 'year' : 'all';
}

/** The window zoomed about an instant, kept between six hours and the whole record. */
export function zoomWindow(w: [number, number], about: number, factor: number, all: [number, number]): [number, number] {
  const span = Math.min(Math.max((w[1] - w[0]) * factor, 6 * HOUR), Math.max(all[1] - all[0], DAY));
  const share = (about - w[0]) / (w[1] - w[0]);
  const from = about - share * span;
  return [Math.round(from), Math.round(from + span)];
}

/** Moves the window just so far that the instant is in it. */
export function follow(w: [number, number], t: number): [number, number] {
  const span = w[1] - w[0];
  if (t >= w[0] && t < w[1]) return w;
  const jump = t < w[0] ? t - span * 0.1 : t - span * 0.1;
  return [Math.round(jump), Math.round(jump + span)];
}

const pad = (n: number) => String(n).padStart(2, '0');

/** `2022-08-09T08:00`, the city's clock without an offset: what the address holds. */
export function localStamp(t: number): string {
  const c = civil(t);
  return `${c.year}-${pad(c.month)}-${pad(c.day)}T${pad(c.hour)}:${pad(c.minute)}`;
}

export function parseLocal(text: string): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!m) return null;
  const [year, month, day, hour, minute] = m.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  const t = instant(year, month, day, hour, minute);
  if (!Number.isFinite(t)) return null;
  // The 31st of February is no day, and must not become one in March.
  const c = civil(t);
  return c.year === year && c.month === month && c.day === day && c.hour === hour && c.minute === minute ? t : null;
}

/** What the server is asked with: UTC to the second. */
export function isoUtc(t: number): string {
  return new Date(t * 1000).toISOString().replace('.000Z', 'Z');
}

/** Ticks for an axis of time: no more than `most`, on whole hours, days, months or years. */
export interface Tick { t: number; kind: 'hour' | 'day' | 'month' | 'year' }

export function ticks(w: [number, number], most: number): Tick[] {
  const span = w[1] - w[0];
  for (const hours of [1, 3, 6, 12]) {
    if (span / (hours * HOUR) <= most) return every(w, hours);
  }
  for (const days of [1, 2, 7]) {
    if (span / (days * DAY) <= most) return everyDays(w, days);
  }
  for (const months of [1, 3, 6, 12, 24, 60]) {
    if (span / (months * 30.44 * DAY) <= most) return everyMonths(w, months);
  }
  return everyMonths(w, 120);
}

function every(w: [number, number], hours: number): Tick[] {
  const out: Tick[] = [];
  const c = civil(w[0]);
  for (let t = instant(c.year, c.month, c.day); t < w[1]; t += hours * HOUR) {
    if (t >= w[0]) out.push({ t, kind: civil(t).hour === 0 ? 'day' : 'hour' });
  }
  return out;
}

function everyDays(w: [number, number], days: number): Tick[] {
  const out: Tick[] = [];
  const c = civil(w[0]);
  for (let d = c.day; ; d++) {
    const t = instant(c.year, c.month, d);
    if (t >= w[1]) return out;
    const day = civil(t);
    const take = days === 1 || (days === 2 ? day.day % 2 === 1 && day.day < 31 : day.weekday === 1);
    if (t >= w[0] && take) out.push({ t, kind: 'day' });
  }
}

function everyMonths(w: [number, number], months: number): Tick[] {
  const out: Tick[] = [];
  const c = civil(w[0]);
  const first = Math.ceil((c.year * 12 + c.month - 1) / months) * months;
  for (let m = first; ; m += months) {
    const t = instant(Math.floor(m / 12), (m % 12) + 1);
    if (t >= w[1]) return out;
    if (t >= w[0]) out.push({ t, kind: m % 12 === 0 ? 'year' : 'month' });
  }
}
