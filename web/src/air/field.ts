// A field between the stations as a picture for the map: cut out along the city's edge, paler where it is less sure.

import { INDEX_GRADES, INDEX_STARTS, shade, type Scale } from '../colour/scale';
import { rgb } from '../colour/tables';
import { band, type Frame } from './frames';

/** West, north, east and south. */
export type Box = [number, number, number, number];

/** Pixels of the picture to a cell, so that the city's edge and the borders of the grades are smooth. */
const FINE = 12;

/** Opacity of a grade as probable as chance, and of a sure one. */
const PALEST = 40;
const FULLEST = 225;

/** Pixels from one stroke of a pattern to the next. */
const STROKE = 16;

export function boxOf({ of }: Frame): Box {
  return [of.west, of.south + of.rows * of.stepLat, of.west + of.columns * of.stepLon, of.south];
}

/** Draws the hour onto the canvas, which takes the size that it needs. */
export function paintField(canvas: HTMLCanvasElement, frame: Frame, scale: Scale | null, city: number[][][]): void {
  const { columns, rows } = frame.of;
  const wide = columns * FINE;
  const high = rows * FINE;
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const paint = canvas.getContext('2d', { willReadFrequently: true })!;
  paint.globalCompositeOperation = 'source-over';
  paint.clearRect(0, 0, wide, high);
  if (scale) {
    const raw = document.createElement('canvas');
    raw.width = columns;
    raw.height = rows;
    raw.getContext('2d')!.putImageData(shaded(frame, scale), 0, 0);
    paint.imageSmoothingQuality = 'high';
    paint.drawImage(raw, 0, 0, wide, high);
  } else {
    const image = paint.createImageData(wide, high);
    graded(frame, image);
    paint.putImageData(image, 0, 0);
  }
  cutOut(paint, boxOf(frame), city);
}

/** Concentrations: the scale's colours, by cell. */
function shaded(frame: Frame, scale: Scale): ImageData {
  const { columns, rows } = frame.of;
  const values = band(frame, 0);
  const errors = band(frame, 1);
  const image = new ImageData(columns, rows);
  for (let cell = 0; cell < values.length; cell++) {
    const v = values[cell]!;
    if (!Number.isFinite(v)) continue;
    // An error of half the value is as good as no knowledge.
    const doubt = Math.min(1, (2 * errors[cell]!) / Math.max(Math.abs(v), 1e-9));
    const row = rows - 1 - Math.floor(cell / columns);
    image.data.set([...shade(scale, v), Math.round(FULLEST - 150 * doubt)], 4 * (row * columns + (cell % columns)));
  }
  return image;
}

/** The index: its grades in flat colours with a pattern each, so that they are told apart without colour. */
function graded(frame: Frame, image: ImageData): void {
  const { columns, rows } = frame.of;
  const index = band(frame, 0);
  const sure = band(frame, 2);
  const colours = INDEX_GRADES.map((g) => rgb(g.colour));
  const { data, width, height } = image;
  for (let y = 0; y < height; y++) {
    const r = Math.min(Math.max(rows - (y + 0.5) / FINE - 0.5, 0), rows - 1);
    const r0 = Math.min(Math.floor(r), rows - 2);
    for (let x = 0; x < width; x++) {
      const c = Math.min(Math.max((x + 0.5) / FINE - 0.5, 0), columns - 1);
      const c0 = Math.min(Math.floor(c), columns - 2);
      const at = r0 * columns + c0;
      const v = between(index, at, columns, c - c0, r - r0);
      if (!Number.isFinite(v)) continue;
      const grade = gradeOf(v);
      const share = Math.min(Math.max((between(sure, at, columns, c - c0, r - r0) - 0.25) / 0.75, 0), 1);
      const dark = onPattern(grade, x, y) ? 0.72 : 1;
      const to = 4 * (y * width + x);
      const [red, green, blue] = colours[grade]!;
      data[to] = red * dark;
      data[to + 1] = green * dark;
      data[to + 2] = blue * dark;
      data[to + 3] = Math.min(255, PALEST + (FULLEST - PALEST) * share + (dark < 1 ? 24 : 0));
    }
  }
}

/** Half-way between two whole indices lies the border of their grades. */
export function gradeOf(index: number): number {
  let grade = 0;
  while (grade < INDEX_STARTS.length - 1 && index >= INDEX_STARTS[grade + 1]! - 0.5) grade++;
  return grade;
}

/** Good is plain, moderate dotted, bad striped, very bad crossed: as the legend's swatches. */
export function onPattern(grade: number, x: number, y: number): boolean {
  const rising = (x + y) % STROKE < 2;
  const falling = (x - y + 4096 * STROKE) % STROKE < 2;
  return grade === 1 ? x % STROKE < 3 && (y + (Math.floor(x / STROKE) % 2) * (STROKE / 2)) % STROKE < 3 : grade === 2 ? rising : grade === 3 && (rising || falling);
}

function between(values: Float32Array, at: number, columns: number, right: number, up: number): number {
  const lower = values[at]! * (1 - right) + values[at + 1]! * right;
  const upper = values[at + columns]! * (1 - right) + values[at + columns + 1]! * right;
  return lower * (1 - up) + upper * up;
}

function cutOut(paint: CanvasRenderingContext2D, [west, north, east, south]: Box, city: number[][][]): void {
  if (city.length === 0) return;
  const { width, height } = paint.canvas;
  const x = (v: number) => ((v - west) / (east - west)) * width;
  const y = (v: number) => ((north - v) / (north - south)) * height;
  paint.globalCompositeOperation = 'destination-in';
  paint.beginPath();
  for (const ring of city) {
    ring.forEach(([a, b], i) => (i === 0 ? paint.moveTo(x(a!), y(b!)) : paint.lineTo(x(a!), y(b!))));
    paint.closePath();
  }
  paint.fill('nonzero');
}
