// From values to marks: what each view draws for the instant. Pure but for the geometry handed in.

import { classAt, type Scale } from '../colour/scale';
import type { Lang, Theme } from '../state/address';
import { number } from '../words/say';
import { labelPoint, type LonLat, type Shapes } from './geo';
import { rgba, type Disc, type Half, type Marks, type Road } from './marks';
import type { Wind } from './shown';
import { PALETTES } from './style';
import type { Track } from './track';

export interface RoadAt { feature: string; path: LonLat[] }
export interface PointAt { feature: string; at: LonLat; bearing: number }

export interface Scene {
  theme: Theme; lang: Lang; zoom: number; t: number;
}

export function emptyMarks(theme: Theme): Marks {
  const p = PALETTES[theme];
  return { roads: [], halves: [], discs: [], texts: [], arrows: [], halo: rgba(p.halo), ring: null, ringColour: rgba(p.select) };
}

/** Counted roads and the two halves of each counting point. */
export function traffic(m: Marks, track: Track, scale: Scale, roads: RoadAt[], points: PointAt[], s: Scene, withPoints: boolean): void {
  const p = PALETTES[s.theme];
  const flagged = track.flaggedAt(s.t);
  const grow = Math.min(2.2, Math.max(0.8, 1 + (s.zoom - 11) * 0.3));
  m.roads = roads.map((r): Road => {
    const v = track.drawn.get(r.feature);
    const c = classAt(scale, v);
    return { path: r.path, colour: rgba(c?.colour ?? p.missing, c ? 255 : 150), width: (v === undefined ? 1.4 : 1.6 + Math.sqrt(v) / 16) * grow };
  });
  if (!withPoints) return;
  m.halves = points.map((q): Half => {
    const v = track.drawn.get(q.feature);
    const flag = flagged.get(q.feature);
    const c = classAt(scale, v ?? flag?.value);
    const size = Math.sqrt(v ?? flag?.value ?? 300) / 9;
    return { at: q.at, angle: -q.bearing, size: Math.max(3, size) * grow, colour: rgba(c?.colour ?? p.missing), hollow: v === undefined };
  });
}

/** Circles with their values in them: air stations, noise sites. */
export function stations(m: Marks, track: Track, scale: Scale, points: PointAt[], s: Scene, radius: number): void {
  const p = PALETTES[s.theme];
  const flagged = track.flaggedAt(s.t);
  for (const q of points) {
    const v = track.drawn.get(q.feature);
    const flag = v === undefined ? flagged.get(q.feature) : undefined;
    const c = classAt(scale, v ?? flag?.value);
    const colour = c?.colour ?? p.missing;
    m.discs.push(v !== undefined
      ? { at: q.at, radius, fill: rgba(colour), line: rgba(p.halo), lineWidth: 1.5 }
      : { at: q.at, radius: flag ? radius : 5, fill: rgba(p.land, flag ? 230 : 160), line: rgba(colour), lineWidth: flag ? 2.5 : 1.5 });
    const shown = v ?? flag?.value;
    if (shown === undefined) continue;
    const ink = v !== undefined ? inkOn(colour) : p.ink;
    m.texts.push({ at: q.at, text: number(s.lang, shown, track.property.unit), colour: rgba(ink), halo: rgba(colour, 0), size: radius > 20 ? 14 : 11, dy: 0 });
  }
}

/** Circles whose area grows with the value: subway stations. */
export function bubbles(m: Marks, track: Track, scale: Scale, points: PointAt[], s: Scene): void {
  const p = PALETTES[s.theme];
  const largest = Math.max(1, ...track.drawn.values());
  const full = Math.min(34, 20 * Math.max(0.7, 1 + (s.zoom - 11) * 0.35));
  const list: (Disc & { v: number })[] = [];
  for (const q of points) {
    const v = track.drawn.get(q.feature);
    const c = classAt(scale, v);
    if (v === undefined || !c) continue;
    list.push({ v, at: q.at, radius: Math.max(2, Math.sqrt(v / largest) * full), fill: rgba(c.colour, 215), line: rgba(p.halo), lineWidth: 0.8 });
  }
  m.discs.push(...list.sort((a, b) => b.v - a.v));
}

/** The number on an area, under its name: value, and the grade's letter so that it reads without colour. */
export function areaValues(m: Marks, track: Track, scale: Scale, centres: PointAt[], s: Scene): void {
  const p = PALETTES[s.theme];
  const flagged = track.flaggedAt(s.t);
  for (const q of centres) {
    const v = track.drawn.get(q.feature) ?? flagged.get(q.feature)?.value;
    if (v === undefined) continue;
    const c = classAt(scale, v);
    const grade = c?.name ? (s.lang === 'ko' ? c.name.ko.slice(0, c.name.ko.length > 2 ? 2 : undefined) : c.letter) : c?.letter;
    const text = scale.kind === 'category' ? (c?.letter ?? '') : `${number(s.lang, v, track.property.unit)}${grade ? ` ${grade}` : ''}`;
    m.texts.push({ at: q.at, text, colour: rgba(p.ink), halo: rgba(p.halo), size: s.zoom < 10 ? 10 : 12, dy: s.zoom < 10 ? 7 : 9 });
  }
}

export function windAt(direction: Track | null, speed: Track | null, feature: string, t: number): Wind | null {
  const d = direction?.cellAt(feature, t)?.value ?? null;
  const v = speed?.cellAt(feature, t)?.value ?? null;
  if (d === null && v === null) return null;
  // The publisher writes 0 for calm and 360 for north.
  return { from: d, speed: v, calm: d === 0 || v === 0 };
}

export function windArrow(m: Marks, wind: Wind, at: LonLat, s: Scene): void {
  const p = PALETTES[s.theme];
  if (wind.calm || wind.from === null) {
    m.discs.push({ at, radius: 6, fill: rgba(p.halo, 0), line: rgba(p.ink), lineWidth: 2 });
    return;
  }
  // The arrow points where the air goes: away from where it blows from. deck.gl turns against the clock.
  m.arrows.push({ at, angle: -(wind.from + 180), colour: rgba(p.ink), size: 24 + Math.min(24, (wind.speed ?? 1) * 4) });
}

/** Black or white, whichever is read better on the colour (WCAG 2 relative luminance). */
export function inkOn(colour: string): string {
  const [r, g, b] = rgba(colour).map((v) => {
    const c = v / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  const l = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? '#0b0e10' : '#ffffff';
}

export function pointsOf(shapes: Shapes): PointAt[] {
  const out: PointAt[] = [];
  for (const [feature, f] of shapes.byId) {
    const at = labelPoint(f.geometry);
    if (at) out.push({ feature, at, bearing: 0 });
  }
  return out;
}
