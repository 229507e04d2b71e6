import { useEffect, useRef, useState } from 'react';
import { getBoot } from '../state/boot';
import { getState, set, useLang, useStore } from '../state/store';
import { currentStep } from '../ui/player';
import { localStamp, parseLocal } from '../time/steps';
import { nameIn, useSay, when } from '../words/say';
import { usePointer } from './pointer';
import { Stage } from './stage';
import { Tip } from './Tip';

const HOUR = 3600;
const WEEK = 168;

/** A second map of the same place at another time; the two move as one. */
export default function BesideMap({ first }: { first: Stage }) {
  const say = useSay();
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const time = useStore((s) => s.time);
  const beside = useStore((s) => s.beside ?? 0);
  const [tip, clearTip] = usePointer(stage);

  useEffect(() => {
    const made = new Stage(box.current!, () => (getState().beside ?? 0) * HOUR);
    setStage(made);
    // The map that is moved moves the other, which must not answer.
    let leads: Stage | null = null;
    const follow = (from: Stage, to: Stage) => () => {
      if (leads !== null) return;
      leads = from;
      to.map.jumpTo({ center: from.map.getCenter(), zoom: from.map.getZoom() });
      leads = null;
    };
    const there = follow(first, made);
    const back = follow(made, first);
    first.map.resize();
    first.map.on('move', there);
    made.map.on('move', back);
    made.map.once('load', there);
    return () => {
      first.map.off('move', there);
      made.destroy();
      // The first has its whole room again.
      requestAnimationFrame(() => first.map.resize());
    };
  }, [first]);

  useEffect(() => {
    clearTip();
    stage?.want();
  }, [stage, beside, clearTip]);

  const mine = time + beside * HOUR;
  const what = stage?.shown.subject?.property.name;
  const pick = (text: string) => {
    const t = parseLocal(text);
    const hours = t === null ? 0 : Math.round((t - time) / HOUR);
    if (hours !== 0) set({ beside: hours });
  };
  return (
    <div className="map-box second">
      <div ref={box} className="map" role="region" data-testid="map-beside" aria-label={say('mapLabel', { city: nameIn(lang, getBoot().city?.name), what: nameIn(lang, what), when: when(lang, mine, currentStep()) })} />
      <p className="moment first-moment" data-testid="moment-first"><b>{when(lang, time, 'PT1H')}</b></p>
      <div className="moment" data-testid="moment-beside">
        <b>{when(lang, mine, 'PT1H')}</b>
        <select aria-label={say('besideWith')} value={[-WEEK, -4 * WEEK, WEEK].includes(beside) ? beside : ''} onChange={(e) => set({ beside: Number(e.target.value) })}>
          {![-WEEK, -4 * WEEK, WEEK].includes(beside) && <option value="">{say('besideOther')}</option>}
          <option value={-WEEK}>{say('besideWeekBefore')}</option>
          <option value={-4 * WEEK}>{say('besideFourWeeksBefore')}</option>
          <option value={WEEK}>{say('besideWeekAfter')}</option>
        </select>
        <input type="datetime-local" aria-label={say('pickTime')} step={HOUR} value={localStamp(mine).slice(0, 16)} onChange={(e) => pick(e.target.value)} />
        <button type="button" className="linkish" onClick={() => set({ beside: null })}>{say('close')}</button>
      </div>
      {stage && tip && <Tip stage={stage} {...tip} />}
    </div>
  );
}
