// The deck.gl layers of one moment: roads that are counted, points, circles, values, wind.

import type { Layer } from '@deck.gl/core';
import { IconLayer, PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { rgb, type Rgb } from '../colour/tables';
import type { LonLat } from './geo';
import { FONT_CSS } from './style';

export type Rgba = [number, number, number, number];
export const rgba = (colour: string, alpha = 255): Rgba => [...(rgb(colour) as Rgb), alpha];

export interface Road { path: LonLat[]; colour: Rgba; width: number }
export interface Half { at: LonLat; angle: number; size: number; colour: Rgba; hollow: boolean }
export interface Disc { at: LonLat; radius: number; fill: Rgba; line: Rgba; lineWidth: number }
export interface Text { at: LonLat; text: string; colour: Rgba; halo: Rgba; size: number; dy: number; bold?: boolean }
export interface Arrow { at: LonLat; angle: number; colour: Rgba; size: number }

export interface Marks {
  roads: Road[]; gaps: Road[]; halves: Half[]; discs: Disc[]; texts: Text[]; arrows: Arrow[];
  /** Empty roads change by the hour, not by the frame: they are sent again when this changes. */
  gapsKey: string;
  halo: Rgba; ring: LonLat | null; ringColour: Rgba;
}

// Half discs and the arrow are drawn once on a canvas: white where the layer's colour goes.
const SIDE = 64;
const ICONS = {
  full: { x: 0, y: 0, width: SIDE, height: SIDE * 2, anchorX: 0, anchorY: SIDE, mask: true },
  hollow: { x: SIDE, y: 0, width: SIDE, height: SIDE * 2, anchorX: 0, anchorY: SIDE, mask: true },
  arrow: { x: SIDE * 2, y: 0, width: SIDE * 2, height: SIDE * 2, anchorX: SIDE, anchorY: SIDE, mask: true },
};

let atlas: HTMLCanvasElement | null = null;

function icons(): HTMLCanvasElement {
  if (atlas) return atlas;
  const canvas = document.createElement('canvas');
  canvas.width = SIDE * 4;
  canvas.height = SIDE * 2;
  const c = canvas.getContext('2d')!;
  c.fillStyle = c.strokeStyle = '#fff';
  c.beginPath();
  c.arc(0, SIDE, SIDE - 2, -Math.PI / 2, Math.PI / 2);
  c.fill();
  c.lineWidth = 10;
  c.beginPath();
  c.arc(SIDE + 6, SIDE, SIDE - 14, -Math.PI / 2, Math.PI / 2);
  c.closePath();
  c.stroke();
  // The arrow points up and is as long as its box.
  c.beginPath();
  const x = SIDE * 3;
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

let edition = 0;

// The paths never change while a list keeps its length, so deck.gl keeps the tessellation and sends colours and widths alone.
function lines(id: string, data: Road[], e: number | string): Layer {
  return new PathLayer<Road>({
    id, data, getPath: (d) => d.path, getColor: (d) => d.colour, getWidth: (d) => d.width, widthUnits: 'pixels', capRounded: true, jointRounded: true,
    dataComparator: (a, b) => (a as Road[]).length === (b as Road[]).length, updateTriggers: { getColor: e, getWidth: e },
  });
}

function texts(id: string, data: Text[], halo: Rgba, e: number): Layer {
  return new TextLayer<Text>({
    id, data, getPosition: (d) => d.at, getText: (d) => d.text, getColor: (d) => d.colour, getSize: (d) => d.size, getPixelOffset: (d) => [0, d.dy],
    characterSet: 'auto', fontFamily: FONT_CSS, fontWeight: 600, getTextAnchor: 'middle', getAlignmentBaseline: 'center',
    fontSettings: { sdf: true, fontSize: 64, buffer: 10, radius: 16 }, outlineWidth: 4, outlineColor: halo, sizeUnits: 'pixels',
    updateTriggers: { getColor: e, getText: e, getSize: e, getPixelOffset: e },
  });
}

/**
 * Builds the layers anew; deck.gl compares them with the last ones and sends only what the triggers name. Every layer
 * is always there, if empty: to leave one out and bring it back would link its shaders again in the middle of the film.
 */
export function layersOf(m: Marks): Layer[] {
  const e = ++edition;
  const icon = { iconAtlas: icons() as unknown as string, iconMapping: ICONS, sizeUnits: 'pixels' as const };
  const half = { ...icon, data: m.halves, getPosition: (d: Half) => d.at, getAngle: (d: Half) => d.angle, sizeBasis: 'height' as const };
  const arrow = { ...icon, data: m.arrows, getIcon: () => 'arrow', getPosition: (d: Arrow) => d.at, getAngle: (d: Arrow) => d.angle };
  return [
    lines('roads', m.roads, e),
    lines('gaps', m.gaps, m.gapsKey),
    new IconLayer<Half>({ ...half, id: 'halves-halo', getIcon: () => 'full', getSize: (d) => d.size * 2 + 3, getColor: m.halo, updateTriggers: { getSize: e, getColor: e } }),
    new IconLayer<Half>({ ...half, id: 'halves', getIcon: (d) => (d.hollow ? 'hollow' : 'full'), getSize: (d) => d.size * 2, getColor: (d) => d.colour, updateTriggers: { getSize: e, getColor: e, getIcon: e } }),
    new ScatterplotLayer<Disc>({
      id: 'discs', data: m.discs, getPosition: (d) => d.at, getRadius: (d) => d.radius, radiusUnits: 'pixels', stroked: true, filled: true,
      getFillColor: (d) => d.fill, getLineColor: (d) => d.line, getLineWidth: (d) => d.lineWidth, lineWidthUnits: 'pixels',
      updateTriggers: { getRadius: e, getFillColor: e, getLineColor: e, getLineWidth: e },
    }),
    new IconLayer<Arrow>({ ...arrow, id: 'arrows-halo', getSize: (d) => d.size + 6, getColor: m.halo, updateTriggers: { getAngle: e, getSize: e, getColor: e } }),
    new IconLayer<Arrow>({ ...arrow, id: 'arrows', getSize: (d) => d.size, getColor: (d) => d.colour, updateTriggers: { getAngle: e, getSize: e, getColor: e } }),
    new ScatterplotLayer<LonLat>({
      id: 'ring', data: m.ring ? [m.ring] : [], getPosition: (d) => d, getRadius: 17, radiusUnits: 'pixels', filled: false, stroked: true,
      getLineColor: m.ringColour, getLineWidth: 2, lineWidthUnits: 'pixels', updateTriggers: { getLineColor: e },
    }),
    texts('texts', m.texts, m.texts[0]?.halo ?? m.halo, e),
  ];
}
