// The two directions of a counting point, each half a disc on its side of the road; one without a value is an outline.

import { FilmLayer, meshOf, type Flat, type Mesh } from './filmlayer';
import type { PointAt } from './compose';

// The first size of a look is the radius.
const vs = `\
#version 300 es
in vec4 places;
in vec4 kinds;
uniform sampler2D look;
out vec2 at;
flat out vec4 paint;
flat out float radius;
void main(void) {
  int slot = int(kinds.x + 0.5);
  paint = texelFetch(look, ivec2(0, slot), 0);
  radius = texelFetch(look, ivec2(1, slot), 0).x;
  at = kinds.zw * (radius + 2.5);
  vec2 side = places.zw;
  vec2 pixel = film.origin + places.xy * film.scale + side * at.x + vec2(-side.y, side.x) * at.y;
  gl_Position = radius > 0.0 ? vec4(pixel * 2.0 / film.size, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
`;

const fs = `\
#version 300 es
precision highp float;
in vec2 at;
flat in vec4 paint;
flat in float radius;
out vec4 fragColor;
const float HALO = 1.5;
float cover(float d) { return clamp(d * film.ratio + 0.5, 0.0, 1.0); }
void main(void) {
  float r = length(at);
  float flank = cover(at.x);
  float halo = cover(radius + HALO - r) * flank;
  float full = cover(radius - r) * flank;
  float line = min(1.4, radius * 0.36);
  if (paint.a > 0.5) full = max(full - cover(min(radius - line - r, at.x - line)), 0.0);
  if (halo <= 0.0) discard;
  fragColor = vec4(mix(film.ground.rgb, paint.rgb, full / halo), halo);
}
`;

/** `bearing` is where the traffic of the half goes; its disc lies to the right of it. */
export function halfMesh(points: PointAt[], flat: Flat): Mesh {
  const origin = points[0] ? flat(points[0].at) : ([0, 0] as [number, number]);
  return meshOf(origin, points.map(({ at, bearing }, slot) => {
    const [x, y] = flat(at);
    const turn = (bearing * Math.PI) / 180;
    return { slot, kind: 0, place: [x - origin[0], y - origin[1], Math.cos(turn), -Math.sin(turn)] };
  }));
}

export class HalvesLayer extends FilmLayer<PointAt[]> {
  static override layerName = 'HalvesLayer';
  protected override readonly shaders = { vs, fs };
  protected override mesh = halfMesh;
  protected override passes = () => [0];
}
