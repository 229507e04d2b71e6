// Areas are MapLibre's: fills by class and outlines by feature state, sent only where something has changed.

import type { Map as GlMap } from 'maplibre-gl';
import { classAt, type Scale } from '../colour/scale';
import type { Scene } from './compose';
import type { Places } from './places';
import { FILLS, PALETTES, type Fill } from './style';
import type { Track } from './track';

export class Areas {
  private painted = '';
  private outlined: { source: string; id: number }[] = [];

  constructor(private readonly map: GlMap, private readonly places: Places) {}

  /** After the sources were filled anew nothing is painted any more. */
  forget(): void {
    this.painted = '';
    this.outlined = [];
  }

  /** Shows one kind of area, or none. */
  paint(fill: Fill | null, track: Track | null, scale: Scale | null, opacity: number, scene: Scene): void {
    const hour = Math.floor(scene.t / 3600);
    const key = fill && track ? `${fill} ${track.property.id} ${track.edition} ${opacity} ${scale!.classes.length} ${track.step === 'PT1H' ? hour : ''} ${scene.theme}` : 'none';
    if (key === this.painted) return;
    this.painted = key;
    for (const id of FILLS) {
      const visibility = id === fill ? 'visible' : 'none';
      for (const layer of [`${id}-fill`, `${id}-flag`]) {
        if (this.map.getLayoutProperty(layer, 'visibility') !== visibility) this.map.setLayoutProperty(layer, 'visibility', visibility);
      }
    }
    const shapes = fill ? this.places.shapes[fill] : undefined;
    if (!fill || !track || !scale || !shapes) return;
    const flagged = track.flaggedAt(scene.t);
    const missing = PALETTES[scene.theme].missing;
    shapes.ids.forEach((feature, id) => {
      const c = classAt(scale, track.drawn.get(feature));
      const f = c ? null : classAt(scale, flagged.get(feature)?.value);
      const now = this.map.getFeatureState({ source: fill, id });
      // Commercial areas are many and small: those without a value stay quiet.
      const next = { colour: c?.colour ?? missing, opacity: c ? opacity : fill === 'commercial-areas' ? 0.25 : 0.35, flagColour: f?.colour ?? 'transparent' };
      if (f) next.opacity = 0.1;
      if (now['colour'] !== next.colour || now['opacity'] !== next.opacity || now['flagColour'] !== next.flagColour) this.map.setFeatureState({ source: fill, id }, next);
    });
  }

  outline(hovered: string | null, selected: string | null): void {
    const wanted: { source: string; id: number; line: number }[] = [];
    for (const [feature, line] of [[hovered, 1.6], [selected, 2.6]] as const) {
      const source = feature?.split(':')[0] ?? '';
      const id = FILLS.includes(source as Fill) ? this.places.shapes[source]?.index.get(feature!) : undefined;
      if (id !== undefined) wanted.push({ source, id, line });
    }
    for (const o of this.outlined) if (!wanted.some((w) => w.source === o.source && w.id === o.id)) this.map.setFeatureState(o, { line: 0 });
    for (const w of wanted) {
      const known = this.map.getFeatureState({ source: w.source, id: w.id });
      if (known['line'] !== w.line) this.map.setFeatureState({ source: w.source, id: w.id }, { line: w.line });
    }
    this.outlined = wanted;
  }
}
