// The deck.gl layers of one moment: roads that are counted, points, circles, values, wind.

import type { Layer } from '@deck.gl/core';
import { IconLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { rgb, type Rgb } from '../colour/tables';
import type { PointAt } from './compose';
import type { FilmProps } from './filmlayer';
import type { LonLat } from './geo';
import { HalvesLayer } from './halves';
import { RoadsLayer, type Roads } from './roads';
import { FONT_CSS } from './style';

export type Rgba = [number, number, number, number];
export const rgba = (colour: string, alpha = 255): Rgba => [...(rgb(colour) as Rgb), alpha];

export interface Disc { at: LonLat; radius: number; fill: Rgba; line: Rgba; lineWidth: number }
export interface Text { at: LonLat; text: string; colour: Rgba; halo: Rgba; size: number; dy: number; bold?: boolean }
export interface Arrow { at: LonLat; angle: number; colour: Rgba; size: number }

export interface Marks {
  roads: FilmProps<Roads>; halves: FilmProps<PointAt[]>;
  discs: Disc[]; texts: Text[]; arrows: Arrow[];
  halo: Rgba; ring: LonLat | null; ringColour: Rgba;
}

// The arrow is drawn once on a canvas: white where the layer's colour goes. It points up and is as long as its box.
const SIDE = 128;
const ICONS = { arrow: { x: 0, y: 0, width: SIDE, height: SIDE, anchorX: SIDE / 2, anchorY: SIDE / 2, mask: true } };

let atlas: HTMLCanvasElement | null = null;

function icons(): HTMLCanvasElement {
  if (atlas) return atlas;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const c = canvas.getContext('2d')!;
  c.fillStyle = '#fff';
  c.beginPath();
  const x = SIDE / 2;
  c.moveTo(x, 6);
  c.lineTo(x + 34, 58);
  c.lineTo(x + 9, 50);
  c.lineTo(x + 9, 122);
  c.lineTo(x - 9, 122);
  c.lineTo(x - 9, 50);
  c.lineTo(x - 34, 58);
  c.closePath();
  c.fill();
  return (atlas = canvas);
}

// Drawn in the order of the layers, without a depth.
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

let edition = 0;

function texts(id: string, data: Text[], halo: Rgba, e: number): Layer {
  return new TextLayer<Text>({
    id, data: some(data), getPosition: (d) => d.at, getText: (d) => d.text, getColor: (d) => d.colour, getSize: (d) => d.size, getPixelOffset: (d) => [0, d.dy],
    characterSet: 'auto', fontFamily: FONT_CSS, fontWeight: 600, getTextAnchor: 'middle', getAlignmentBaseline: 'center',
    fontSettings: { sdf: true, fontSize: 64, buffer: 10, radius: 16 }, outlineWidth: 4, outlineColor: halo, sizeUnits: 'pixels',
    updateTriggers: { getColor: e, getText: e, getSize: e, getPixelOffset: e },
  });
}

// deck.gl looks through a list again when it is another one: an empty one stays the same.
const NONE: never[] = [];
const some = <T>(list: T[]): T[] => (list.length > 0 ? list : NONE);

/**
 * Builds the layers anew; deck.gl compares them with the last ones and sends only what the triggers name. Every layer
 * is always there, if empty: to leave one out and bring it back would link its shaders again in the middle of the film.
 */
export function layersOf(m: Marks): Layer[] {
  const e = ++edition;
  const icon = { iconAtlas: icons() as unknown as string, iconMapping: ICONS, sizeUnits: 'pixels' as const };
  const arrow = { ...icon, data: some(m.arrows), getIcon: () => 'arrow', getPosition: (d: Arrow) => d.at, getAngle: (d: Arrow) => d.angle };
  return [
    new RoadsLayer({ id: 'roads', ...m.roads, parameters: FLAT }),
    new HalvesLayer({ id: 'halves', ...m.halves, parameters: FLAT }),
    new ScatterplotLayer<Disc>({
      id: 'discs', data: some(m.discs), getPosition: (d) => d.at, getRadius: (d) => d.radius, radiusUnits: 'pixels', stroked: true, filled: true,
      getFillColor: (d) => d.fill, getLineColor: (d) => d.line, getLineWidth: (d) => d.lineWidth, lineWidthUnits: 'pixels',
      updateTriggers: { getRadius: e, getFillColor: e, getLineColor: e, getLineWidth: e },
    }),
    new IconLayer<Arrow>({ ...arrow, id: 'arrows-halo', getSize: (d) => d.size + 6, getColor: m.halo, updateTriggers: { getAngle: e, getSize: e, getColor: e } }),
    new IconLayer<Arrow>({ ...arrow, id: 'arrows', getSize: (d) => d.size, getColor: (d) => d.colour, updateTriggers: { getAngle: e, getSize: e, getColor: e } }),
    new ScatterplotLayer<LonLat>({
      id: 'ring', data: some(m.ring ? [m.ring] : []), getPosition: (d) => d, getRadius: 17, radiusUnits: 'pixels', filled: false, stroked: true,
      getLineColor: m.ringColour, getLineWidth: 2, lineWidthUnits: 'pixels', updateTriggers: { getLineColor: e },
    }),
    texts('texts', m.texts, m.texts[0]?.halo ?? m.halo, e),
  ];
}
