import { useEffect, useState } from 'react';
import { Working } from '../air/AirNote';
import { Cannot } from '../air/Cannot';
import type { Told } from '../air/layer';
import { indexSpans, missingAt } from '../air/needs';
import { pollutant } from '../colour/scale';
import { localName, useShown } from '../map/shown';
import type { Stage } from '../map/stage';
import { useBoot } from '../state/boot';
import { set, useLang, useStore } from '../state/store';
import { propertiesOf } from '../state/subjects';
import { civil, floorTo, HOUR, instant, type Step } from '../time/steps';
import { metres, nameIn, spanOf, stampOf, useSay, when } from '../words/say';
import type { Word } from '../words/words';
import { goTo } from './player';
import { goToFeature } from './Search';

/** The instant inside of the spans that is nearest to the cursor, at the cursor's hour of the day where it can. */
export function nearestWithData(t: number, spans: [number, number][], step: Step): number | null {
  let best: number | null = null;
  for (const [from, to] of spans) {
    let at = Math.min(Math.max(t, from), to - HOUR);
    if (step === 'PT1H' && at !== t) {
      const c = civil(at);
      const sameHour = instant(c.year, c.month, c.day, civil(t).hour);
      if (sameHour >= from && sameHour < to) at = sameHour;
    } else if (step !== 'PT1H') at = Math.max(from, floorTo(step, at)) + civil(t).hour * HOUR;
    if (best === null || Math.abs(at - t) < Math.abs(best - t)) best = at;
  }
  return best;
}

/** Why a layer of the air cannot be worked out; of the index also what it lacks, and where it can be. */
function AirCannot({ air, time }: { air: Told; time: number }) {
  const say = useSay();
  const lang = useLang();
  const { datasets, properties } = useBoot();
  const missing = air.kind === 'index' ? missingAt(time, datasets, properties) : [];
  if (missing.length === 0) return <p className="notice" role="status" data-testid="air-layer-cannot"><Cannot words={air.words} /></p>;
  const there = nearestWithData(time, indexSpans(datasets), 'PT1H');
  const measured = propertiesOf('air', properties).find((p) => pollutant(p.id) && !missing.includes(p));
  return (
    <div className="notice" role="status" data-testid="air-layer-cannot">
      <p>{say('indexNone', { what: missing.map((p) => nameIn(lang, p.name, p.id)).join(', '), when: when(lang, time, 'PT1H') })} {say('indexNeeds', { n: 4 })}</p>
      <div className="ways">
        {there !== null && <button type="button" className="primary" data-testid="go-there" onClick={() => goTo(there)}>{say('goThere', { when: when(lang, there, 'PT1H') })}</button>}
        {measured && <button type="button" className="linkish" data-testid="show-measured" onClick={() => set({ layer: null, property: measured.id })}>{say('showInstead', { what: nameIn(lang, measured.name, measured.id) })}</button>}
      </div>
    </div>
  );
}

/** Says what the map cannot show: still loading, nothing at this time, an error. */
export function Notice({ stage }: { stage: Stage }) {
  const say = useSay();
  const lang = useLang();
  const shown = useShown(stage);
  const time = useStore((s) => s.time);
  const camera = useStore((s) => s.camera);
  const { datasets } = useBoot();
  const loading = shown.state === 'loading';
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 200);
    return () => clearTimeout(timer);
  }, [loading]);

  const { subject, air } = shown;
  if (!subject) return null;
  if (air?.state === 'cannot') return <AirCannot air={air} time={time} />;
  if (air?.state === 'loading') return <div className="notice busy" data-testid="air-working"><i /><Working told={air} /></div>;
  if (slow && loading) return <p className="notice busy" role="status"><i />{say('loading')}</p>;
  if (shown.state === 'error') return <p className="notice" role="status">{say('errorTitle')}</p>;
  if (shown.state === 'ready' && camera) {
    const near = stage.nearestOutside();
    return near && (
      <p className="notice" role="status" data-testid="outside">
        {say('noneHere', { what: say(near.collection as Word) })}{' '}
        <button type="button" className="linkish" onClick={() => goToFeature(near, stage)}>{localName(stage, near.feature)}, {metres(lang, near.metres)}</button>
      </p>
    );
  }
  if (shown.state !== 'empty') return null;
  const { property } = subject;
  const known = datasets.filter((d) => property.datasets.includes(d.id)).map((d) => [stampOf(d.from), stampOf(d.to)] as const)
    .filter((s): s is [number, number] => s[0] !== null && s[1] !== null && s[0] < s[1]).sort((a, b) => a[0] - b[0]);
  const spans: [number, number][] = known.length > 0 ? known : [[property.from, property.to]];
  const there = nearestWithData(time, spans, subject.step);
  const inside = spans.some(([a, b]) => time >= a && time < b);
  return (
    <div className="notice" role="status" data-testid="empty">
      <p>{say('emptyAt', { when: when(lang, time, subject.step), what: nameIn(lang, property.name, property.id) })}</p>
      <p className="muted">{say('dataSpans', { spans: [...new Set(spans.map(([a, b]) => spanOf(lang, a, b, subject.step)))].join(', ') })}</p>
      {there !== null && !inside && <button type="button" className="primary" data-testid="go-there" onClick={() => goTo(there)}>{say('goThere', { when: when(lang, there, subject.step) })}</button>}
    </div>
  );
}
