// Grades fitted to what an hour holds: each keeps its hue and deepens with the value over that part of it which the hour
// reaches, so that a grade that fills the map still shows its slopes.

import { classAt, type Scale } from './scale';
import { hex, rgb, type Rgb } from './tables';

export interface Fitted { scale: Scale; low: number; high: number }

/** A grade deepens over at least this share of its upper value: what hardly differs must not look as if it did. */
const LEAST_SHARE = 0.15;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const PALE = 0.35;
const DEEP = 0.55;

const mix = (a: Rgb, b: Rgb, share: number) => a.map((k, i) => Math.round(k + (b[i]! - k) * share)) as Rgb;

/** Pale at the low end of what the hour has of the grade, its own colour in the middle, deep at the high end. */
export function fittedColour({ scale, low, high }: Fitted, value: number): Rgb {
  const c = classAt(scale, value)!;
  let a = Math.max(c.lo, low);
  let b = Math.min(c.hi, high);
  const lacks = LEAST_SHARE * Math.abs(b) - (b - a);
  if (lacks > 0) [a, b] = [a - lacks / 2, b + lacks / 2];
  const share = b > a ? Math.min(1, Math.max(0, (value - a) / (b - a))) : 0.5;
  const own = rgb(c.colour);
  return share < 0.5 ? mix(own, WHITE, PALE * (1 - 2 * share)) : mix(own, BLACK, DEEP * (2 * share - 1));
}

/** The limits of grades that the hour crosses. */
export const limitsIn = ({ scale, low, high }: Fitted) => scale.classes.map((c) => c.lo).filter((lo) => lo > low && lo < high);

/** The bar of the legend from low to high, as a gradient of CSS with an edge at each limit. */
export function fittedGradient(f: Fitted): string {
  const ends = [f.low, ...limitsIn(f), f.high];
  const span = f.high - f.low || 1;
  const stops: string[] = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [a, b] = [ends[i]!, ends[i + 1]!];
    for (let k = 0; k <= 8; k++) {
      // Just below a limit it is still the lower grade.
      const v = k === 8 ? b - (b - a) * 1e-6 : a + ((b - a) * k) / 8;
      stops.push(`${hex(fittedColour(f, v))} ${((100 * (v - f.low)) / span).toFixed(2)}%`);
    }
  }
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}
