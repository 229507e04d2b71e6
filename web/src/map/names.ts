// Names on the map, and the values under the districts'. They lie over roads and circles, so that nothing covers them, and
// are the browser's own text, which is set better than a graphics card sets it (tried: deck.gl's TextLayer). MapLibre
// keeps invisible ones in the same places: that keeps the small names away from the districts' and from one another.

import type { MapGeoJSONFeature } from 'maplibre-gl';
import type { Lang } from '../state/address';
import { textScale } from '../state/size';
import type { LonLat, Shapes } from './geo';
import { nameOf } from './geo';
import { FONT_CSS } from './style';

/** A value under a name. A flagged one is hollow. */
export interface Tag { text: string; colour: string; ink: string; hollow: boolean }
export interface NameAt { feature: string; at: LonLat; text: string; dx: number; dy: number; kind?: string }
/** What a name may not lie on: a circle with a number in it, an arrow; in pixels. */
export interface Obstacle { x: number; y: number; radius: number }

const STAY: [number, number][] = [[0, 0]];
const ASIDE: [number, number][] = [...STAY, [-12, 0], [12, 0], [0, 14], [0, -14], [-22, 0], [22, 0], [0, 22], [0, -22], [-14, 14], [14, 14], [-14, -14], [14, -14], [-26, 14], [26, 14], [0, 30], [0, -30]];

let ruler: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

function widthOf(text: string, size: number): number {
  let wide = widths.get(text);
  if (wide === undefined) {
    ruler ??= document.createElement('canvas').getContext('2d')!;
    ruler.font = `600 100px ${FONT_CSS}`;
    widths.set(text, (wide = ruler.measureText(text).width / 100));
  }
  return wide * size;
}

/** Pixels; larger where the reader's letters are. */
export const nameSize = (zoom: number) => (zoom < 9.8 ? 10 : zoom < 11 ? 12 : 13) * textScale();

/** How far below its point the name of one stands, in the height of its letters. */
export const BELOW = 1.5;
export const smallSize = () => 11 * textScale();

/** Names that have room, those of larger areas first; `rows` is 2 where a value stands below the name. */
export function placeNames(shapes: Shapes | undefined, places: { feature: string; at: LonLat }[], project: (p: LonLat) => { x: number; y: number }, lang: Lang, zoom: number, rows: number, obstacles: Obstacle[] = []): NameAt[] {
  const size = nameSize(zoom);
  const taken: [number, number, number, number][] = [];
  const out: NameAt[] = [];
  for (const { feature, at } of places) {
    const name = nameOf(shapes?.byId.get(feature));
    const full = (lang === 'ko' ? name.ko : name.en) ?? name.ko ?? name.en ?? '';
    // Where the whole city is two hand-widths wide, a district goes by its name without `-gu`.
    const text = zoom < 9.8 ? full.replace(/-gu$/, '') : full;
    const { x, y } = project(at);
    const half = widthOf(text, size) / 2 + 2;
    const high = (size * 1.25 * rows) / 2;
    // Where something lies in the middle of the district, its name steps aside, by two lines of text at most.
    for (const [dx, dy] of obstacles.length > 0 ? ASIDE : STAY) {
      const box: [number, number, number, number] = [x + dx - half, y + dy - high, x + dx + half, y + dy + high];
      if (taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1])) continue;
      if (obstacles.some((o) => box[0] < o.x + o.radius && box[2] > o.x - o.radius && box[1] + 2 < o.y + o.radius && box[3] - 2 > o.y - o.radius)) continue;
      taken.push(box);
      out.push({ feature, at, text, dx, dy });
      break;
    }
  }
  return out;
}

/** The small names for which MapLibre has found room. */
export function smallNames(placed: MapGeoJSONFeature[], lang: Lang): NameAt[] {
  const out = new Map<string, NameAt>();
  for (const { properties, geometry, layer } of placed) {
    if (geometry.type !== 'Point') continue;
    const text = String((lang === 'ko' ? properties['name_ko'] : properties['name_en']) ?? properties['name_ko'] ?? properties['name_en'] ?? '');
    const below = layer.id === 'point-label';
    const feature = `${layer.id} ${text} ${geometry.coordinates.map((c) => c.toFixed(4)).join()}`;
    out.set(feature, { feature, at: geometry.coordinates as LonLat, text, dx: 0, dy: below ? BELOW * smallSize() : 0, kind: layer.id });
  }
  return [...out.values()];
}

/** The names as elements over the map; written to only where something has changed. */
export class NameTags {
  private readonly box = document.createElement('div');
  private readonly tags = new Map<string, { el: HTMLElement; name: HTMLElement; value: HTMLElement; at: LonLat; dx: number; dy: number; shown: string }>();

  constructor(container: HTMLElement) {
    this.box.className = 'names';
    // The map's label says what is shown; these are a picture for the eye.
    this.box.setAttribute('aria-hidden', 'true');
    container.append(this.box);
  }

  /** `opacity` is 0 where the names are not wanted at this zoom. */
  look(opacity: number, size: number): void {
    this.box.style.opacity = String(Math.min(1, Math.max(0, opacity)));
    this.box.style.setProperty('--name', `${size}px`);
  }

  show(names: NameAt[], tagOf: (feature: string) => Tag | null = () => null): void {
    const wanted = new Set(names.map((n) => n.feature));
    for (const [feature, t] of this.tags) {
      if (wanted.has(feature)) continue;
      t.el.remove();
      this.tags.delete(feature);
    }
    for (const n of names) {
      let t = this.tags.get(n.feature);
      if (!t) {
        t = { el: document.createElement('span'), name: document.createElement('b'), value: document.createElement('i'), at: n.at, dx: 0, dy: 0, shown: '' };
        t.el.append(t.name, t.value);
        this.box.append(t.el);
        this.tags.set(n.feature, t);
      }
      t.at = n.at;
      t.el.className = n.kind ?? '';
      t.dx = n.dx;
      t.dy = n.dy;
      const tag = tagOf(n.feature);
      const shown = `${n.text} ${tag?.text} ${tag?.colour} ${tag?.hollow}`;
      if (shown === t.shown) continue;
      t.shown = shown;
      t.name.textContent = n.text;
      t.value.textContent = tag?.text ?? '';
      t.value.hidden = !tag;
      t.value.className = tag?.hollow ? 'hollow-tag' : '';
      t.value.style.setProperty('--tag', tag?.colour ?? '');
      t.value.style.color = tag && !tag.hollow ? tag.ink : '';
    }
  }

  place(project: (p: LonLat) => { x: number; y: number }): void {
    for (const t of this.tags.values()) {
      const { x, y } = project(t.at);
      t.el.style.transform = `translate(${(x + t.dx).toFixed(1)}px, ${(y + t.dy).toFixed(1)}px) translate(-50%, -50%)`;
    }
  }
}
