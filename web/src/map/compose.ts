// From values to marks: what each view draws for the instant. Pure but for the geometry handed in.

import type { Frame } from '../air/frames';
import { classAt, INDEX_GRADES, type Scale } from '../colour/scale';
import type { Lang, Theme } from '../state/address';
import { number } from '../words/say';
import { LOOK } from './filmlayer';
import { labelPoint, type LonLat, type Shapes } from './geo';
import { rgba, type Disc, type Marks } from './marks';
import type { Tag } from './names';
import type { Wind } from './shown';
import { NO_ROADS, type Roads } from './roads';
import { PALETTES } from './style';
import type { Cell, Track } from './track';
import type { Departure } from './usual';

export interface PointAt { feature: string; at: LonLat; bearing: number }

export interface Scene {
  theme: Theme; lang: Lang; zoom: number; t: number;
  /** The reader's size of letters, 1 as usual. */
  letters: number;
}

const NOTHING = new Float32Array(0);
const NO_POINTS: PointAt[] = [];

export function emptyMarks(theme: Theme): Marks {
  const p = PALETTES[theme];
  return { roads: { shapes: NO_ROADS, look: NOTHING, ground: rgba(p.land) }, halves: { shapes: NO_POINTS, look: NOTHING, ground: rgba(p.halo) }, discs: [], texts: [], arrows: [], halo: rgba(p.halo), ring: null, ringColour: rgba(p.select) };
}

/** What counts are compared with, and the scale of the difference; null shows the counts themselves. */
export type Against = { now: Map<string, Departure>; scale: Scale } | null;

/** Counted roads and the two halves of each counting point. A road whose count is missing now is drawn empty. */
export function traffic(m: Marks, track: Track, scale: Scale, roads: Roads, points: PointAt[], s: Scene, withPoints: boolean, against: Against = null): void {
  const p = PALETTES[s.theme];
  const flagged = track.flaggedAt(s.t);
  const grow = Math.min(2.2, Math.max(0.8, 1 + (s.zoom - 11) * 0.3));
  const waiting = track.state === 'loading' || (against !== null && against.now.size === 0);
  const classOf = (feature: string, v: number | undefined) => (against ? (v === undefined ? null : classAt(against.scale, against.now.get(feature)?.percent)) : classAt(scale, v));
  const widthOf = (v: number) => (2.2 + Math.sqrt(v) / 13) * grow;
  const look = new Float32Array(roads.features.length * LOOK);
  roads.features.forEach((feature, slot) => {
    const v = track.drawn.get(feature);
    const c = classOf(feature, v);
    const usual = against?.now.get(feature)?.usual;
    const empty = v === undefined && !waiting;
    const [r, g, b] = rgba(c?.colour ?? (empty ? p.gap : p.missing));
    const width = (share: number) => (waiting ? 1.6 : widthOf(v ?? usual ?? 900) * share) + (empty ? 1 : 0);
    look.set([r / 255, g / 255, b / 255, empty ? 1 : 0, width(1), width(0.62), v === undefined || s.zoom < 10.2 ? 0 : apart(v, grow)], slot * LOOK);
  });
  m.roads = { ...m.roads, shapes: roads, look };
  if (!withPoints) return;
  const halves = new Float32Array(points.length * LOOK);
  points.forEach(({ feature }, slot) => {
    const v = track.drawn.get(feature);
    const flag = flagged.get(feature);
    const c = v === undefined && flag ? classAt(scale, flag.value) : classOf(feature, v);
    const [r, g, b] = rgba(c?.colour ?? (v === undefined ? p.gap : p.missing));
    const size = Math.sqrt(v ?? flag?.value ?? against?.now.get(feature)?.usual ?? 300) / 9;
    halves.set([r / 255, g / 255, b / 255, v === undefined ? 1 : 0, Math.max(3, size) * grow], slot * LOOK);
  });
  m.halves = { ...m.halves, shapes: points, look: halves };
}

/** The more vehicles, the closer their marks: pixels between two, 15 where a wide road is full. */
const apart = (v: number, grow: number) => grow * Math.min(90, Math.max(15, 40_000 / Math.max(v, 1)));

/** The index of each station at the hour that is drawn, on its grade's colour. */
export function indexMarks(m: Marks, frame: Frame | null, s: Scene): void {
  const p = PALETTES[s.theme];
  const radius = 15 * (s.zoom < 9.8 ? 0.72 : 1) * s.letters;
  for (const spot of frame?.of.stations ?? []) {
    const at: LonLat = [spot.lon, spot.lat];
    const index = spot.index[frame!.step]!;
    const grade = INDEX_GRADES[spot.grade[frame!.step]!];
    if (index < 0 || !grade) {
      m.discs.push({ at, radius: 5, fill: rgba(p.land, 160), line: rgba(p.missing), lineWidth: 1.5 });
      continue;
    }
    m.discs.push({ at, radius, fill: rgba(grade.colour), line: rgba(p.halo), lineWidth: 1.5 });
    m.texts.push({ at, text: String(index), colour: rgba(inkOn(grade.colour)), halo: rgba(grade.colour, 0), size: (s.zoom < 9.8 ? 9 : 11) * s.letters, dy: 0 });
  }
}

/** Circles with their values in them: air stations, noise sites. */
export function stations(m: Marks, track: Track, scale: Scale, points: PointAt[], s: Scene, usual: number): void {
  const p = PALETTES[s.theme];
  // Where the city is small on the screen its stations are near one another.
  const radius = usual * (s.zoom < 9.8 ? 0.85 : 1) * s.letters;
  const flagged = track.flaggedAt(s.t);
  for (const q of points) {
    const v = track.drawn.get(q.feature);
    const flag = v === undefined ? flagged.get(q.feature) : undefined;
    const c = classAt(scale, v ?? flag?.value);
    const colour = c?.colour ?? p.missing;
    m.discs.push(v !== undefined
      ? { at: q.at, radius, fill: rgba(colour), line: rgba(p.halo), lineWidth: 1.5 }
      : { at: q.at, radius: flag ? radius : 5, fill: rgba(p.land, flag ? 230 : 160), line: rgba(colour), lineWidth: flag ? 2.5 : 1.5 });
    const shown = track.observed.get(q.feature) ?? flag?.value;
    if (shown === undefined) continue;
    const ink = v !== undefined ? inkOn(colour) : p.ink;
    m.texts.push({ at: q.at, text: inCircle(number(s.lang, shown, track.property.unit)), colour: rgba(ink), halo: rgba(colour, 0), size: (usual > 20 ? 14 : s.zoom < 9.8 ? 10 : 11) * s.letters, dy: 0 });
  }
}

/** `0.031` is wider than its circle and `.031` is not; the unit stays that of the legend. */
export const inCircle = (text: string) => text.replace(/^(-?)0(?=[.,]\d{2})/, '$1');

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

/** What stands under a district's name: its value, and the grade in a word or letter, so that it reads without colour. */
export function tagOf(feature: string, track: Track, scale: Scale, s: Scene, flagged: Map<string, Cell>): Tag | null {
  const v = track.observed.get(feature);
  const shown = v ?? flagged.get(feature)?.value;
  const c = classAt(scale, shown);
  if (shown === undefined || !c) return null;
  // A word of two syllables, or its first where there is little room: 좋음 or 좋.
  const grade = s.lang === 'ko' ? (c.name?.ko.slice(0, s.zoom > 9.8 ? 2 : 1) ?? '') : (c.letter ?? '');
  return { text: `${number(s.lang, shown, track.property.unit)} ${grade}`.trim(), colour: c.colour, ink: inkOn(c.colour), hollow: v === undefined };
}

/** The number on an area, under its name: value, and the grade's letter so that it reads without colour. */
export function areaValues(m: Marks, track: Track, scale: Scale, centres: PointAt[], s: Scene): void {
  const p = PALETTES[s.theme];
  const flagged = track.flaggedAt(s.t);
  for (const q of centres) {
    const v = track.observed.get(q.feature) ?? flagged.get(q.feature)?.value;
    if (v === undefined) continue;
    const c = classAt(scale, v);
    const grade = c?.name ? (s.lang === 'ko' ? c.name.ko.slice(0, c.name.ko.length > 2 ? 2 : undefined) : c.letter) : c?.letter;
    const text = scale.kind === 'category' ? (c?.letter ?? '') : `${number(s.lang, v, track.property.unit)}${grade ? ` ${grade}` : ''}`;
    m.texts.push({ at: q.at, text, colour: rgba(p.ink), halo: rgba(p.halo), size: (s.zoom < 10 ? 10 : 12) * s.letters, dy: s.zoom < 9.8 ? 6 : 8 });
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
