import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Datastream, Feature, Profile } from '../api/types';
import { classAt } from '../colour/scale';
import { useShown } from '../map/shown';
import { scaleOf } from '../map/scales';
import type { Stage } from '../map/stage';
import type { Cell } from '../map/track';
import { useBoot } from '../state/boot';
import { useLang, useStore, useTheme } from '../state/store';
import { asStep, civil, floorTo, isoUtc } from '../time/steps';
import { goTo } from '../ui/player';
import { nearestWithData } from '../ui/Notice';
import { date, hourName, nameIn, number, spanOf, useSay, when, unitIn } from '../words/say';
import { compass } from '../words/words';
import { useReasons } from './reasons';

/** The datastream's value at the cursor: from the map where it is drawn there, else asked for. */
function useCell(stage: Stage, feature: string, d: Datastream): Cell | null | 'coming' {
  const t = useStore((s) => s.time);
  const { edition } = useShown(stage);
  const [asked, setAsked] = useState<{ key: string; cell: Cell | null } | null>(null);
  const track = stage.trackOf(d.property);
  const drawn = track?.cellAt(feature, t) ?? null;
  const fits = drawn && (drawn.datastream === d.id || drawn.datastream.startsWith(d.id) || track?.partAt(t)?.parent === d.property) ? drawn : null;
  const key = `${d.id}@${floorTo(asStep(d.step), t)}`;
  void edition;
  useEffect(() => {
    if (fits) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.values(d.property, isoUtc(t), feature.split(':')[0], stop.signal).then((v) => {
        const found = v.values.find((x) => x.datastream === d.id);
        setAsked({ key, cell: found && found.value !== null ? { ...found, value: found.value } : null });
      }, () => {});
    }, 160);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, fits === null]);
  if (fits) return fits;
  return asked?.key === key ? asked.cell : 'coming';
}

export function Now({ stage, feature, datastream: d }: { stage: Stage; feature: Feature; datastream: Datastream }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const t = useStore((s) => s.time);
  const { properties } = useBoot();
  const cell = useCell(stage, feature.id, d);
  const property = properties.find((p) => p.id === d.property);
  const step = asStep(d.step);
  const track = stage.trackOf(d.property);
  const scale = property ? scaleOf(property, theme, () => (track ? [...track.drawn.values()] : []), track?.collection ?? '') : null;
  const value = cell !== 'coming' && cell ? cell : null;
  const grade = scale && value ? classAt(scale, value.value) : null;
  const flagged = value !== null && value.quality !== 'good';
  const reason = useReasons(flagged ? d.dataset : null);
  const part = track?.partAt(t);
  // A step that has begun by the end of the data is among them.
  const covered = d.from === null || d.to === null || (floorTo(step, t) < d.to && t >= floorTo(step, d.from));
  const hourPart = part && part.parent === d.property ? part : null;
  return (
    <section className="now" aria-live="off" data-testid="now">
      <p className="what">{nameIn(lang, (hourPart ?? property)?.name ?? d.propertyName, d.property)}</p>
      {value ? (
        <p className={`big ${flagged ? 'flagged' : ''}`}>
          {scale?.kind === 'category' ? <b>{grade?.letter ?? value.value}</b> : <b>{number(lang, value.value, d.unit)}</b>}
          <span className="unit">{unitIn(lang, d)}</span>
          {d.property === 'wind_direction' && <span className="unit">{value.value === 0 ? say('calm') : compass(value.value, lang)}</span>}
          {grade?.name && <span className="grade"><i style={flagged ? { borderColor: grade.colour } : { background: grade.colour, borderColor: grade.colour }} />{lang === 'en' && grade.letter && scale?.kind === 'grade' ? `${grade.letter} · ` : ''}{nameIn(lang, grade.name)}</span>}
        </p>
      ) : cell === 'coming' ? <p className="big muted"><b>–</b></p> : <p className="big missing" data-testid="missing">{say('missingAt', { when: when(lang, t, step) })}</p>}
      {(value || cell === 'coming') && <p className="muted">{when(lang, t, step, Boolean(hourPart))}</p>}
      {flagged && <p className="why-flagged"><i className="hollow" />{say(value.quality)}{value.reasons.length > 0 && `: ${value.reasons.map(reason).join(', ')}`}</p>}
      {cell === null && !covered && <Covered feature={feature} datastream={d} />}
      {covered && step === 'PT1H' && d.property !== 'wind_direction' && cell !== 'coming' && <Usual datastream={d} value={flagged ? null : value} missing={value === null} />}
    </section>
  );
}

/** When the place has data of this kind, and the way to the nearest of them. */
function Covered({ feature, datastream: d }: { feature: Feature; datastream: Datastream }) {
  const say = useSay();
  const lang = useLang();
  const t = useStore((s) => s.time);
  const step = asStep(d.step);
  const spans = feature.datastreams.filter((x) => x.property === d.property && x.step === d.step && !x.parent)
    .flatMap((x): [number, number][] => (x.from !== null && x.to !== null ? [[x.from, x.to]] : [])).sort((a, b) => a[0] - b[0]);
  const there = nearestWithData(t, spans, step);
  return (
    <div data-testid="covered">
      <p>{say(feature.collection === 'air-stations' ? 'stationSpans' : 'placeSpans', { spans: [...new Set(spans.map(([a, b]) => spanOf(lang, a, b, step)))].join(', ') })}</p>
      {there !== null && there !== t && <button type="button" className="linkish" data-testid="go-covered" onClick={() => goTo(there)}>{say('goThere', { when: when(lang, there, step) })}</button>}
    </div>
  );
}

/** The datastream's profile by hour over all its time. */
export function useUsual(d: Datastream): Profile | null {
  const [profile, setProfile] = useState<Profile | null>(null);
  useEffect(() => {
    setProfile(null);
    if (asStep(d.step) !== 'PT1H' || d.from === null || d.to === null || d.property === 'wind_direction') return;
    let gone = false;
    api.profile(d.id, isoUtc(d.from), isoUtc(d.to), 'hour').then((p) => { if (!gone) setProfile(p); }, () => {});
    return () => { gone = true; };
  }, [d.id]);
  return profile;
}

function Usual({ datastream: d, value, missing }: { datastream: Datastream; value: Cell | null; missing: boolean }) {
  const say = useSay();
  const lang = useLang();
  const t = useStore((s) => s.time);
  const profile = useUsual(d);
  if (!profile || (!value && !missing)) return null;
  const i = profile.group.indexOf(civil(t).hour);
  const lo = profile.p25[i];
  const hi = profile.p75[i];
  const n = profile.n[i] ?? 0;
  if (lo == null || hi == null || n < 20) return <div className="usual"><h3>{say('usual')}</h3><p className="muted">{say('usualNone')}</p></div>;
  const word = !value ? 'usualMissing' : value.value > hi ? 'usualAbove' : value.value < lo ? 'usualBelow' : 'usualWithin';
  const hour = hourName(lang, civil(t).hour);
  return (
    <div className="usual" data-testid="usual">
      <h3>{say('usual')}</h3>
      <p><b>{say(word, { hour })}</b> {say('usualRange', { lo: number(lang, lo, d.unit), hi: number(lang, hi, d.unit), unit: unitIn(lang, d), n, span: `${date(d.from!).slice(0, 7)} – ${date(d.to! - 1).slice(0, 7)}` })}</p>
      <p className="muted small">{say('noFinding')}</p>
    </div>
  );
}
