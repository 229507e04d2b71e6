import { useEffect, useRef, useState } from 'react';
import { narrow, panelWidth } from '../state/size';
import { getState, set, useLang, useStore } from '../state/store';
import { getBoot } from '../state/boot';
import { nameIn, useSay, when } from '../words/say';
import { Icon } from '../ui/icons';
import { currentStep } from '../ui/player';
import { printsMap } from '../ui/print';
import { answeringNow } from '../air/district';
import { FIELD } from '../air/layer';
import { panelOpen } from './framing';
import { labelPoint } from './geo';
import { hit, type Pixel } from './hit';
import { Stage } from './stage';
import { Tip } from './Tip';

export default function MapView({ onStage }: { onStage: (s: Stage | null) => void }) {
  const say = useSay();
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [failed, setFailed] = useState(false);
  const [tip, setTip] = useState<{ feature: string; at: Pixel; touched: boolean } | null>(null);
  const time = useStore((s) => s.time);
  const part = useStore((s) => `${s.view} ${s.property} ${s.layer}`);

  useEffect(() => {
    let made: Stage;
    try {
      made = new Stage(box.current!);
    } catch {
      setFailed(true);
      return;
    }
    setStage(made);
    onStage(made);
    printsMap({ rest: () => made.map.loaded(), draw: () => made.drawForPaper() });
    window.dosi.frames = () => made.frames;
    window.dosi.field = () => made.map.getLayer(FIELD) !== undefined;
    // Ready is: the districts and the roads, as far as the city has them, are there and a frame with them was drawn.
    const ready = made.onFrame(() => { if (made.places.complete()) window.dosi.mapReady = true; });
    return () => {
      ready();
      printsMap(null);
      onStage(null);
      made.destroy();
    };
  }, [onStage]);

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

  // What was read off another part's map is not true of this one.
  useEffect(() => {
    setTip(null);
    if (!stage) return;
    stage.hovered = null;
    stage.want();
  }, [stage, part]);

  // The city makes room for a panel that opens and takes it back when it closes, unless the reader has moved the map or it flies.
  const open = useStore(panelOpen);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (stage && wasOpen.current !== open && (open ? wholeAside() && !stage.map.isMoving() : !getState().camera)) stage.wholeCity(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300);
    wasOpen.current = open;
  }, [stage, open]);

  // The address may change under the map: back and forward, or a link that was pasted.
  useEffect(() => {
    if (!stage) return;
    const jump = () => {
      const c = getState().camera;
      if (c) stage.map.jumpTo({ center: [c.lon, c.lat], zoom: c.zoom });
    };
    window.addEventListener('popstate', jump);
    return () => window.removeEventListener('popstate', jump);
  }, [stage]);

  // A place that comes with the address must not lie under its own panel.
  useEffect(() => {
    const feature = getState().feature;
    if (!stage || !feature || getState().camera) return;
    let done = false;
    return stage.onFrame(() => {
      const at = !done && placeOf(stage, feature);
      if (!at || !stage.map.loaded()) return;
      done = true;
      keepVisible(stage, stage.map.project(at));
    });
  }, [stage]);

  const what = stage?.shown.subject?.property.name;
  return (
    <div className="map-box">
      <div ref={box} className="map" role="region" data-testid="map"
        aria-label={say('mapLabel', { city: nameIn(lang, getBoot().city?.name), what: nameIn(lang, what), when: when(lang, time, currentStep()) })} />
      {failed && <p className="map-failed">{say('errorGl')}</p>}
      {stage && <Controls stage={stage} />}
      {stage && tip && <Tip stage={stage} {...tip} />}
    </div>
  );
}

/** Whether the city as a whole makes room for a panel; on a phone there is too little, and the place alone is kept in sight. */
const wholeAside = () => !getState().camera && !narrow();

/** The panel must not lie over what was clicked. */
function keepVisible(stage: Stage, at: Pixel): void {
  const { clientWidth: width, clientHeight: height } = stage.map.getContainer();
  const wide = !narrow();
  const over = wide ? at.x - (width - panelWidth() - 40) : at.y - height * 0.4;
  if (over <= 0) return;
  stage.map.panBy(wide ? [over, 0] : [0, over], { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300 }, { dosi: getState().camera !== null });
}

function Controls({ stage }: { stage: Stage }) {
  const say = useSay();
  const zoom = (by: number) => stage.map.easeTo({ zoom: stage.map.getZoom() + by, duration: 200 }, { dosi: true });
  const whole = () => {
    stage.wholeCity(400);
    set({ camera: null });
  };
  return (
    <div className="controls" role="group" aria-label={say('map')}>
      <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => zoom(1)}><Icon name="plus" size={18} /></button>
      <button type="button" aria-label={say('zoomOut')} title={say('zoomOut')} onClick={() => zoom(-1)}><Icon name="minus" size={18} /></button>
      <button type="button" aria-label={say('wholeCity')} title={say('wholeCity')} onClick={whole}><Icon name="whole" size={18} /></button>
    </div>
  );
}

function placeOf(stage: Stage, feature: string): [number, number] | null {
  return labelPoint(stage.shapes[feature.split(':')[0]!]?.byId.get(feature)?.geometry ?? null);
}
