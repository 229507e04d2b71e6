// The names on the map: those of the districts, which this program places, and the small ones, which MapLibre places.

import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import type { Lang } from '../state/address';
import type { Scene } from './compose';
import { nameOf, NO_SHAPES, type LonLat } from './geo';
import type { Marks } from './marks';
import { nameSize, NameTags, placeNames, smallNames, smallSize, type NameAt, type Obstacle, type Tag } from './names';
import type { Places } from './places';
import { nameExpression, SMALL_FROM } from './style';

export class Labels {
  private readonly large: NameTags;
  private readonly small: NameTags;
  private names: NameAt[] = [];
  private placedFor = '';
  private filledFor = '';
  private lang: Lang = 'ko';

  constructor(private readonly map: GlMap, private readonly places: Places) {
    this.large = new NameTags(map.getContainer());
    this.small = new NameTags(map.getContainer());
    map.on('move', () => this.move());
    map.on('idle', () => {
      this.small.show(smallNames(map.queryRenderedFeatures({ layers: ['dong-label', 'point-label'] }), this.lang));
      this.move();
    });
  }

  /** After the sources were filled anew. */
  forget(): void {
    this.filledFor = '';
    this.placedFor = '';
  }

  /** Names of the districts, with a value under each where `tagOf` is given, and of the points of a collection. */
  draw(view: string, collection: string | null, scene: Scene, marks: Marks, over: Obstacle[], tagOf: ((feature: string) => Tag | null) | null): void {
    this.lang = scene.lang;
    this.fill(view, collection, tagOf !== null);
    this.place(view, tagOf ? 2 : 1, marks, over);
    this.large.show(this.names, tagOf ?? undefined);
    this.move();
  }

  private move(): void {
    const zoom = this.map.getZoom();
    const at = (p: LonLat) => this.map.project(p);
    this.large.look((14.2 - zoom) / 0.8, nameSize(zoom));
    this.large.place(at);
    this.small.look((zoom - SMALL_FROM) / 0.4, smallSize());
    this.small.place(at);
  }

  /** What MapLibre finds room for: the view's points, and under the districts' names a value where one stands. */
  private fill(view: string, collection: string | null, valued: boolean): void {
    const key = `${view} ${collection} ${valued} ${this.lang}`;
    if (key === this.filledFor) return;
    this.filledFor = key;
    const shapes = (collection && this.places.shapes[collection]) || NO_SHAPES;
    const seen = new Set<string>();
    const features: GeoJSON.Feature[] = [];
    for (const [fid, f] of shapes.byId) {
      const name = nameOf(f);
      const known = name.ko ?? name.en ?? fid;
      if (f.geometry?.type !== 'Point' || seen.has(known)) continue;
      seen.add(known);
      features.push({ type: 'Feature', geometry: f.geometry, properties: { name_ko: name.ko, name_en: name.en } });
    }
    (this.map.getSource('points') as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features });
    const name = nameExpression(this.lang);
    this.map.setLayoutProperty('gu-label', 'text-field', valued ? ['concat', name, '\n\u00a0'] : name);
  }

  /** Districts' names are placed anew only when the map has moved or the words have changed. */
  private place(view: string, rows: number, marks: Marks, over: Obstacle[]): void {
    const { map } = this;
    const { shapes, points } = this.places;
    const zoom = map.getZoom();
    // Circles with numbers, large circles and the wind's arrow keep the names away.
    const large = marks.discs.filter((d) => d.radius >= (view === 'air' ? 4 : 9));
    const key = `${zoom.toFixed(2)} ${large.length} ${over.map((o) => `${o.x.toFixed()},${o.y.toFixed()},${o.radius.toFixed()}`).join(' ')} ${marks.arrows.length} ${view} ${rows} ${this.lang} ${points['gu']?.length} ${shapes['dong'] ? 1 : 0}`;
    if (key === this.placedFor) return;
    this.placedFor = key;
    const drawn = [...large.map((d) => ({ at: d.at, radius: d.radius })), ...marks.arrows.map((a) => ({ at: a.at, radius: a.size * 0.42 }))];
    const obstacles = [...over, ...drawn.map(({ at, radius }) => ({ x: map.project(at).x, y: map.project(at).y, radius }))];
    this.names = placeNames(shapes['gu'], points['gu'] ?? [], (p) => map.project(p), this.lang, zoom, rows, obstacles);
  }
}
