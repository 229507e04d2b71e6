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

export interface Marks { roads: Road[]; halves: Half[]; discs: Disc[]; texts: Text[]; arrows: Arrow[]; halo: Rgba; ring: LonLat | null; ringColour: Rgba }

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

/** Builds the layers anew; deck.gl compares them with the last ones and sends only what the triggers name. */
export function layersOf(m: Marks): Layer[] {
  const e = ++edition;
  const layers: Layer[] = [];
  if (m.roads.length > 0) {
    layers.push(new PathLayer<Road>({
      id: 'roads', data: m.roads, getPath: (d) => d.path, getColor: (d) => d.colour, getWidth: (d) => d.width,
      widthUnits: 'pixels', capRounded: true, jointRounded: true,
      // The paths never change, so deck.gl keeps the tessellation and sends colours and widths alone.
      dataComparator: (a, b) => (a as Road[]).length === (b as Road[]).length,
      updateTriggers: { getColor: e, getWidth: e },
    }));
  }
  if (m.halves.length > 0) {
    const common = {
      data: m.halves, iconAtlas: icons() as unknown as string, iconMapping: ICONS, getPosition: (d: Half) => d.at,
      getIcon: (d: Half) => (d.hollow ? 'hollow' : 'full'), getAngle: (d: Half) => d.angle, sizeUnits: 'pixels' as const, sizeBasis: 'height' as const,
    };
    layers.push(new IconLayer<Half>({ ...common, id: 'halves-halo', getIcon: () => 'full', getSize: (d) => d.size * 2 + 3, getColor: m.halo, updateTriggers: { getSize: e, getColor: e } }));
    layers.push(new IconLayer<Half>({ ...common, id: 'halves', getSize: (d) => d.size * 2, getColor: (d) => d.colour, updateTriggers: { getSize: e, getColor: e, getIcon: e } }));
  }
  if (m.discs.length > 0) {
    layers.push(new ScatterplotLayer<Disc>({
      id: 'discs', data: m.discs, getPosition: (d) => d.at, getRadius: (d) => d.radius, radiusUnits: 'pixels', stroked: true, filled: true,
      getFillColor: (d) => d.fill, getLineColor: (d) => d.line, getLineWidth: (d) => d.lineWidth, lineWidthUnits: 'pixels',
      updateTriggers: { getRadius: e, getFillColor: e, getLineColor: e, getLineWidth: e },
    }));
  }
  if (m.arrows.length > 0) {
    layers.push(new IconLayer<Arrow>({
      id: 'arrows-halo', data: m.arrows, iconAtlas: icons() as unknown as string, iconMapping: ICONS, getIcon: () => 'arrow',
      getPosition: (d) => d.at, getAngle: (d) => d.angle, getSize: (d) => d.size + 6, getColor: m.halo, sizeUnits: 'pixels', updateTriggers: { getAngle: e, getSize: e, getColor: e },
    }));
    layers.push(new IconLayer<Arrow>({
      id: 'arrows', data: m.arrows, iconAtlas: icons() as unknown as string, iconMapping: ICONS, getIcon: () => 'arrow',
      getPosition: (d) => d.at, getAngle: (d) => d.angle, getSize: (d) => d.size, getColor: (d) => d.colour, sizeUnits: 'pixels', updateTriggers: { getAngle: e, getSize: e, getColor: e },
    }));
  }
  if (m.ring) {
    layers.push(new ScatterplotLayer<LonLat>({
      id: 'ring', data: [m.ring], getPosition: (d) => d, getRadius: 17, radiusUnits: 'pixels', filled: false, stroked: true,
      getLineColor: m.ringColour, getLineWidth: 2, lineWidthUnits: 'pixels', updateTriggers: { getLineColor: e },
    }));
  }
  if (m.texts.length > 0) {
    layers.push(new TextLayer<Text>({
      id: 'texts', data: m.texts, getPosition: (d) => d.at, getText: (d) => d.text, getColor: (d) => d.colour, getSize: (d) => d.size,
      getPixelOffset: (d) => [0, d.dy], characterSet: 'auto', fontFamily: FONT_CSS, fontWeight: 600, getTextAnchor: 'middle', getAlignmentBaseline: 'center',
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14 }, outlineWidth: 3, outlineColor: m.texts[0]!.halo, sizeUnits: 'pixels',
      updateTriggers: { getColor: e, getText: e, getSize: e, getPixelOffset: e },
    }));
  }
  return layers;
}
