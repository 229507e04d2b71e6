// What the pointer does on a map: a hover is told, a click opens.

import { useCallback, useEffect, useState } from 'react';
import { answeringNow } from '../air/district';
import { narrow, panelWidth } from '../state/size';
import { getState, set } from '../state/store';
import { panelOpen } from './framing';
import { hit, type Pixel } from './hit';
import type { Stage } from './stage';

export interface Pointed { feature: string; at: Pixel; touched: boolean }

/** What is pointed at, and what forgets it. */
export function usePointer(stage: Stage | null): [Pointed | null, () => void] {
  const [tip, setTip] = useState<Pointed | null>(null);
  useEffect(() => {
    if (!stage) return;
    let asked = 0;
    let tapped: string | null = null;
    const canvas = stage.map.getCanvas();
    canvas.tabIndex = 0;
    const move = (e: { point: Pixel; originalEvent: MouseEvent }) => {
      // After a tap the browser makes up a move.
      if (tapped) return;
      const at = { x: e.point.x, y: e.point.y };
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        const feature = stage.map.isMoving() ? null : hit(stage, getState(), at, false);
        canvas.style.cursor = feature ? 'pointer' : '';
        if (stage.hovered !== feature) {
          stage.hovered = feature;
          stage.want();
        }
        setTip(feature ? { feature, at, touched: false } : null);
      });
    };
    const out = () => {
      cancelAnimationFrame(asked);
      setTip(null);
      stage.hovered = null;
      stage.want();
    };
    const click = (e: { point: Pixel; originalEvent: MouseEvent }) => {
      // A move that the browser made up before the tap must not answer after it.
      cancelAnimationFrame(asked);
      const touch = (e.originalEvent as PointerEvent).pointerType === 'touch' || matchMedia('(pointer: coarse)').matches;
      const feature = hit(stage, getState(), e.point, touch);
      // A finger has no cursor: between the stations of a surface the first tap says what is estimated there, the second opens.
      if (touch && stage.shown.air?.kind === 'surface' && stage.shown.air.state !== 'cannot' && feature?.startsWith('gu:') && tapped !== feature) {
        tapped = feature;
        setTip({ feature, at: { x: e.point.x, y: e.point.y }, touched: true });
        return;
      }
      tapped = null;
      // A panel that opens beside the whole city moves all of it aside.
      const aside = !panelOpen() && wholeAside();
      // A district whose own data do not reach the hour would open on nothing; its station has the hour.
      set({ feature: feature && (answeringNow(stage, feature) ?? feature), datastream: null });
      setTip(null);
      if (feature && !aside) keepVisible(stage, e.point);
    };
    const { map } = stage;
    map.on('mousemove', move);
    map.on('mouseout', out);
    map.on('movestart', out);
    map.on('click', click);
    return () => {
      cancelAnimationFrame(asked);
      map.off('mousemove', move);
      map.off('mouseout', out);
      map.off('movestart', out);
      map.off('click', click);
    };
  }, [stage]);

  return [tip, useCallback(() => setTip(null), [])];
}

/** Whether the city as a whole makes room for a panel; on a phone there is too little, and the place alone is kept in sight. */
export const wholeAside = () => !getState().camera && !narrow();

/** The panel must not lie over what was clicked. */
export function keepVisible(stage: Stage, at: Pixel): void {
  const { clientWidth: width, clientHeight: height } = stage.map.getContainer();
  const wide = !narrow();
  const over = wide ? at.x - (width - panelWidth() - 40) : at.y - height * 0.4;
  if (over <= 0) return;
  stage.map.panBy(wide ? [over, 0] : [0, over], { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300 }, { dosi: getState().camera !== null });
}
