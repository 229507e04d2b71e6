// Room on the screen: where circles stand that would cover one another, and an arrow among them.

import type { Map as GlMap } from 'maplibre-gl';
import { spread } from '../air/spread';
import type { LonLat } from './geo';
import type { Disc, Marks } from './marks';

/** Half of the wind's arrow, pixels. */
const ARROW_ROOM = 17;

/** How far around its station an arrow looks for room, pixels. */
const NEAR = 75;

/** Circles with numbers, not the dots of stations without a value. */
const NUMBERED = 8;

/** Where the city is small on the screen, circles with numbers step apart, so that each can be read. */
export function stepApart(map: GlMap, marks: Marks): void {
  const large = marks.discs.filter((d) => d.radius > NUMBERED);
  if (large.length < 2) return;
  const width = 2 * large[0]!.radius + 1;
  const { places } = spread(large.map((d) => map.project(d.at)), width, width);
  large.forEach((disc, i) => {
    const { lng, lat } = map.unproject([places[i]!.x, places[i]!.y]);
    for (const text of marks.texts) if (text.at === disc.at) text.at = [lng, lat];
    // The ring of the chosen one goes with its circle.
    if (marks.ring?.[0] === disc.at[0] && marks.ring[1] === disc.at[1]) marks.ring = [lng, lat];
    disc.at = [lng, lat];
  });
}

/** Where an arrow covers no number: at its station, or the nearest step aside that is free. */
export function besideCircles(map: GlMap, at: LonLat, discs: Disc[]): LonLat {
  const home = map.project(at);
  const near = discs.map((d) => ({ p: map.project(d.at), radius: d.radius })).filter(({ p }) => Math.hypot(p.x - home.x, p.y - home.y) < NEAR + 45);
  for (let far = 0; far <= NEAR; far += 15) {
    for (let turn = 0; turn < 12; turn++) {
      const x = home.x + far * Math.sin((turn * Math.PI) / 6);
      const y = home.y - far * Math.cos((turn * Math.PI) / 6);
      if (near.some(({ p, radius }) => Math.hypot(p.x - x, p.y - y) < radius + ARROW_ROOM)) continue;
      if (far === 0) return at;
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    }
  }
  return at;
}
