import { useEffect, useRef, useState } from 'react';
import { getState, set, useLang, useStore } from '../state/store';
import { getBoot } from '../state/boot';
import { nameIn, useSay, when } from '../words/say';
import { Icon } from '../ui/icons';
import { currentStep } from '../ui/player';
import { printsMap } from '../ui/print';
import { FIELD } from '../air/layer';
import { panelOpen } from './framing';
import { labelPoint } from './geo';
import { keepVisible, usePointer, wholeAside } from './pointer';
import { Stage } from './stage';
import { Tip } from './Tip';

export default function MapView({ onStage }: { onStage: (s: Stage | null) => void }) {
  const say = useSay();
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [failed, setFailed] = useState(false);
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

  const [tip, clearTip] = usePointer(stage);

  // What was read off another part's map is not true of this one.
  useEffect(() => {
    clearTip();
    if (!stage) return;
    stage.hovered = null;
    stage.want();
  }, [stage, part, clearTip]);

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
