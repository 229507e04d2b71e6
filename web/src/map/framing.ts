// What part of the city the map shows: all of it beside what lies over the map, and the same picture on paper.

import type { Map as GlMap, PaddingOptions } from 'maplibre-gl';
import { narrow, panelWidth } from '../state/size';
import { getState } from '../state/store';
import type { Places } from './places';

/** The map's room on an A4 page in pixels of 1/96 inch: beside the legend, and with a panel above it. As in print.css. */
const PAPER = { plain: { wide: 742, high: 600 }, besidePanel: { wide: 540, high: 388 } };

/** Pixels around the city on paper. */
const EDGE = 14;

/** The legend with its margins, pixels. */
const LEGEND = 312;

/** Pixels above and below the city. */
const [TOP, BOTTOM] = [62, 26];

/** A folded legend without its margins, pixels. */
const FOLDED = 84;

/** A city this much wider than high fits beside the legend: Seoul is 1.22 times. */
const WIDER = 1.25;

/** Whether the legend stands beside the city, which it makes no smaller; `right` is what the panel takes. */
function beside(wide: number, high: number, right: number): boolean {
  return wide - right - LEGEND > WIDER * (high - TOP - BOTTOM);
}

const rightOf = (panel: boolean) => (panel ? panelWidth() + 24 : 48);

/** Whether an open legend would hide a part of the whole city beside an open panel, on a map of this size. */
export const legendHides = (wide: number, high: number) => !narrow() && !beside(wide, high, rightOf(true));

export const panelOpen = () => {
  const { feature, episode, view } = getState();
  return feature !== null || (view === 'air' && episode !== null);
};

interface Rect { left: number; top: number; wide: number; high: number }

export class Framing {
  private followed = '';

  constructor(private readonly map: GlMap, private readonly places: Places) {
    for (const event of ['load', 'moveend', 'resize'] as const) map.on(event, () => this.paper());
  }

  /** Hears that the page's state has changed: a panel that opens or closes leaves another room. */
  follow(): void {
    const key = `${panelOpen()} ${getState().camera === null}`;
    if (key === this.followed) return;
    this.followed = key;
    this.paper();
  }

  /** Shows the city by its districts: the box of all data may reach far beyond it, as its subway does. */
  whole(duration: number): void {
    const box = this.places.bounds();
    if (box) this.map.fitBounds(box, { padding: this.padding(), duration });
  }

  /**
   * Tells the styles how the frame on the screen becomes the picture on paper. It is scaled as it stands: to draw the map
   * anew at the paper's size takes tiles and a frame, and a browser waits for neither before it prints.
   */
  private paper(): void {
    if (matchMedia('print').matches) return;
    const { clientWidth: wide, clientHeight: high } = this.map.getContainer();
    if (wide === 0 || high === 0) return;
    const part = this.part(wide, high);
    const room = panelOpen() ? PAPER.besidePanel : PAPER.plain;
    const scale = Math.min(room.wide / part.wide, room.high / part.high);
    const style = this.map.getContainer().parentElement!.style;
    const put = (name: string, value: number, unit: string) => style.setProperty(`--paper-${name}`, `${Math.round(value * 1e4) / 1e4}${unit}`);
    put('screen-wide', wide, 'px');
    put('screen-high', high, 'px');
    put('scale', scale, '');
    put('left', (room.wide - part.wide * scale) / 2 - part.left * scale, 'px');
    put('top', (room.high - part.high * scale) / 2 - part.top * scale, 'px');
  }

  /** What is worth printing of the frame: the city, or, where the reader has chosen a part, all that no panel hides. */
  private part(wide: number, high: number): Rect {
    const box = getState().camera ? null : this.places.bounds();
    if (box) {
      const a = this.map.project([box[0], box[3]]);
      const b = this.map.project([box[2], box[1]]);
      const left = Math.max(0, a.x - EDGE);
      const top = Math.max(0, a.y - EDGE);
      const city = { left, top, wide: Math.min(wide, b.x + EDGE) - left, high: Math.min(high, b.y + EDGE) - top };
      if (city.wide > 0 && city.high > 0) return city;
    }
    if (!panelOpen()) return { left: 0, top: 0, wide, high };
    return narrow() ? { left: 0, top: 0, wide, high: high * 0.44 } : { left: 0, top: 0, wide: wide - panelWidth(), high };
  }

  /** Room for what lies over the map: the chips above, the legend on the left, the panel on the right (on a phone: below). */
  private padding(): PaddingOptions {
    const { clientWidth: wide, clientHeight: high } = this.map.getContainer();
    const panel = panelOpen();
    if (narrow()) return { top: getState().view === 'air' ? (panel ? 92 : 104) : 60, bottom: panel ? Math.round(high * 0.57) : 84, left: 8, right: 8 };
    const right = rightOf(panel);
    const left = beside(wide, high, right) || wide - right > 1240 ? LEGEND : wide - right > 900 ? 120 : 24;
    // Where the map is narrow a folded legend would still lie on the city's corner: it gets room below.
    const bottom = panel && left === 24 ? FOLDED : BOTTOM;
    return { top: TOP, bottom, left, right };
  }
}
