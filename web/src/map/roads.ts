// The roads that are counted: every segment is a capsule, and capsules of one road overlap in round joints.

import type { LonLat } from './geo';
import { FilmLayer, meshOf, type Flat, type Mesh } from './filmlayer';

/** `reach` is a stretch beside the counted one, on which the count is shown too: an inference, drawn thinner. */
export interface Line { slot: number; path: LonLat[]; reach: boolean }

/** Counted directions, and their lines in the order of drawing; a line's `slot` is its direction's place among `features`. */
export interface Roads { features: string[]; lines: Line[] }

export const NO_ROADS: Roads = { features: [], lines: [] };

// The two sizes of a look are the width of the counted stretch and that of its reach.
const vs = `\
#version 300 es
in vec4 places;
in vec4 kinds;
uniform sampler2D look;
out vec2 at;
flat out vec3 colour;
flat out float radius;
flat out float len;
out float along_line;
flat out float apart;
void main(void) {
  int slot = int(kinds.x + 0.5);
  vec4 paint = texelFetch(look, ivec2(0, slot), 0);
  vec4 sizes = texelFetch(look, ivec2(1, slot), 0);
  vec2 widths = sizes.xy;
  apart = sizes.z;
  float width = kinds.y > 0.5 ? widths.y : widths.x;
  colour = paint.rgb;
  if (film.pass > 0.5) {
    width = paint.a > 0.5 ? max(1.0, width - 1.6) : 0.0;
    colour = film.ground.rgb;
  }
  radius = width * 0.5;
  vec2 a = places.xy * film.scale;
  vec2 way = places.zw * film.scale - a;
  len = length(way);
  vec2 along = len > 0.0 ? way / len : vec2(1.0, 0.0);
  float around = radius + 1.0;
  at = vec2(kinds.z > 0.0 ? len + around : -around, kinds.w * around);
  along_line = (abs(kinds.z) - 1.0) * film.scale + at.x;
  vec2 pixel = film.origin + a + along * at.x + vec2(-along.y, along.x) * at.y;
  gl_Position = width > 0.0 ? vec4(pixel * 2.0 / film.size, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
`;

const fs = `\
#version 300 es
precision highp float;
in vec2 at;
flat in vec3 colour;
flat in float radius;
flat in float len;
in float along_line;
flat in float apart;
out vec4 fragColor;
void main(void) {
  float d = length(vec2(at.x - clamp(at.x, 0.0, len), at.y));
  float alpha = clamp((radius - d) * film.ratio + 0.5, 0.0, 1.0);
  if (alpha <= 0.0) discard;
  vec3 shown = colour;
  if (apart > 0.0 && film.pass < 0.5) {
    // A mark that grows brighter towards its head: which way the traffic goes is seen even when it stands.
    float behind = apart * (1.0 - fract((along_line - film.clock * 34.0) / apart));
    float tail = min(12.0, apart * 0.6);
    float mark = clamp(1.0 - behind / tail, 0.0, 1.0) * clamp((radius * 0.62 - abs(at.y)) * film.ratio + 0.5, 0.0, 1.0);
    shown = mix(colour, film.ground.rgb, mark * 0.85);
  }
  fragColor = vec4(shown, alpha);
}
`;

/** The points of a line that matter: none that is left out lies further than the tolerance from what is drawn (Douglas and Peucker 1973). */
export function simplified(path: [number, number][], tolerance: number): [number, number][] {
  const keep = new Uint8Array(path.length);
  keep[0] = keep[path.length - 1] = 1;
  const spans: [number, number][] = [[0, path.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let worst = tolerance * tolerance;
    let at = 0;
    for (let i = from + 1; i < to; i++) {
      const d = distance2(path[i]!, path[from]!, path[to]!);
      if (d > worst) [worst, at] = [d, i];
    }
    if (at === 0) continue;
    keep[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return path.filter((_, i) => keep[i]);
}

function distance2([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}

/** A piece for each segment of each line, from the first line's first point; the tolerance is in the flat units. */
export function roadMesh(roads: Roads, flat: Flat, tolerance: number): Mesh {
  const first = roads.lines[0]?.path[0];
  const origin = first ? flat(first) : ([0, 0] as [number, number]);
  const from = (p: LonLat): [number, number] => {
    const [x, y] = flat(p);
    return [x - origin[0], y - origin[1]];
  };
  return meshOf(origin, roads.lines.flatMap(({ path, slot, reach }) => {
    const points = simplified(path.map(from), tolerance);
    let start = 0;
    return points.slice(1).map((p, k) => {
      const piece = { slot, kind: reach ? 1 : 0, place: [...points[k]!, ...p] as [number, number, number, number], start };
      start += Math.hypot(p[0] - points[k]![0], p[1] - points[k]![1]);
      return piece;
    });
  }));
}

export class RoadsLayer extends FilmLayer<Roads> {
  static override layerName = 'RoadsLayer';
  protected override readonly shaders = { vs, fs };
  protected override readonly levels = [11.5, 13.5, Infinity];
  protected override mesh = roadMesh;
  protected override passes = (anyEmpty: boolean) => (anyEmpty ? [0, 1] : [0]);
}
