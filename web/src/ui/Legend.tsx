import { useState } from 'react';
import { PolarKey, SourcesKey, SurfaceKey } from '../air/AirKey';
import { AirNote } from '../air/AirNote';
import { Remarks } from '../air/Remarks';
import { caiStarts, INDEX_STARTS, indexScale, usualScale, type Class, type Scale } from '../colour/scale';
import { useShown, windText } from '../map/shown';
import { legendHides } from '../map/framing';
import { scaleOf } from '../map/scales';
import type { Stage } from '../map/stage';
import type { Property } from '../api/types';
import { useBoot } from '../state/boot';
import { narrow, textScale } from '../state/size';
import { useLang, useStore, useTheme } from '../state/store';
import { civil } from '../time/steps';
import { hourSpan, nameIn, number, short, useSay, unitIn } from '../words/say';
import { Icon } from './icons';

const NOTE = { cai: 'caiNote', caiGas: 'caiGasNote', noise: 'noiseNote', change: 'changeNote', quantile: 'quantileNote', usual: 'usualNote' } as const;

/** The legend begins folded where it would hide the city. */
function roomFor(stage: Stage): boolean {
  const { clientWidth: wide, clientHeight: high } = stage.map.getContainer();
  const letters = textScale();
  return !narrow() && wide > 1000 * letters && high > 560 * letters;
}

export function Legend({ stage }: { stage: Stage }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const view = useStore((s) => s.view);
  const time = useStore((s) => s.time);
  const { properties } = useBoot();
  const shown = useShown(stage);
  const [roomy] = useState(() => roomFor(stage));
  const [chosen, setOpen] = useState<boolean | null>(null);
  const panel = useStore((s) => s.feature !== null || (s.view === 'air' && s.episode !== null));
  const { clientWidth: wide, clientHeight: high } = stage.map.getContainer();
  // The reader's own choice stays.
  const open = chosen ?? (roomy && !(panel && legendHides(wide, high)));
  const { subject, scale, wind, tint } = shown;
  if (!subject) return null;
  const p = subject.property;
  const subway = p.collections.includes('subway-stations');
  const counted = view === 'city' ? properties.find((q) => q.id === 'traffic_volume') : undefined;
  const first = view === 'city' && counted ? { property: counted, scale: scaleOf(counted, theme, () => []) } : { property: p, scale };
  const against = shown.against;
  const isIndex = view === 'air' && shown.air?.kind === 'index';
  // Directions and sources have colours of their own, and no grades.
  const own = view === 'air' && (shown.air?.kind === 'polar' || shown.air?.kind === 'sources') ? shown.air : null;
  const surface = view === 'air' && shown.air?.kind === 'surface' && shown.air.state !== 'cannot' ? shown.air : null;
  const onRoads = (view === 'traffic' && !subway) || view === 'city';
  const roadScale = against ? usualScale(theme === 'dark') : first.scale;
  const second = view === 'city' && tint ? { property: tint.track.property, scale: tint.scale } : null;
  return (
    <section className={`legend ${open ? 'open' : ''}`} aria-label={say('legend')} data-testid="legend">
      {wind && !own && (
        <div className="wind" data-testid="wind">
          {wind.calm || wind.from === null ? <i className="calm" /> : <Icon name="arrow" size={18} turn={wind.from + 180} />}
          <span>{say('wind')} <b>{windText(wind, lang)}</b></span>
        </div>
      )}
      <button type="button" className="head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{isIndex ? say('indexName') : against ? say('usualScale') : nameIn(lang, first.property.name, first.property.id)}</b> <span>{isIndex ? 'CAI' : against ? '%' : own ? say(own.kind === 'polar' ? 'airPolar' : 'airSources') : unitIn(lang, first.property)}</span><Icon name="chevron" size={16} />
      </button>
      {!open && !own && (isIndex || roadScale?.kind === 'grade') && <Slim classes={(isIndex ? indexScale() : roadScale!).classes} />}
      {/* Folded it is still printed. */}
      <div className="body" hidden={!open}>
          {subject.hours && <p className="note">{say('perHourOfDay', { h: hourSpan(lang, civil(time).hour) })}</p>}
          {surface && <SurfaceKey told={surface} property={p} />}
          {own?.state === 'ready' && (own.kind === 'polar' ? <PolarKey /> : <SourcesKey told={own} stage={stage} />)}
          {isIndex ? <IndexClasses /> : !own && roadScale && <Classes scale={roadScale} property={first.property} signed={against} />}
          {second?.scale && (
            <>
              <p className="head second"><b>{nameIn(lang, second.property.name, second.property.id)}</b> <span>{unitIn(lang, second.property)}</span></p>
              <Classes scale={second.scale} property={second.property} />
            </>
          )}
          <ul className="marks">
            {(view === 'traffic' && !subway) && <li><i className="halves" /> {say('sizeNote')}</li>}
            {(view === 'traffic' && !subway) && <li><i className="road" /> {say('linkNote')}</li>}
            {onRoads && <li><i className="road empty-road" /> {say('emptyRoad')}</li>}
            {subway && <li><i className="circle" /> {say('areaNote')}</li>}
            {view !== 'traffic' && view !== 'city' && !own && <li><i className={view === 'place' ? 'none area' : 'none'} /> {say('noData')}</li>}
            {shown.flagged && !isIndex && !own && <li><i className={view === 'city' || view === 'air' ? 'flagged-tag' : 'hollow'} /> {say('flaggedMark')}</li>}
          </ul>
          {shown.air && <AirNote told={shown.air} shown={shown} />}
          <Remarks of={shown.air?.remarks} />
          {!isIndex && !own && [roadScale?.note, second?.scale.note].map((n) => n && <p key={n} className="note">{say(NOTE[n])}</p>)}
      </div>
    </section>
  );
}

function Classes({ scale, property, signed = false }: { scale: Scale; property: Property; signed?: boolean }) {
  const lang = useLang();
  const say = useSay();
  if (scale.kind === 'steps') return <Steps scale={scale} property={property} signed={signed} />;
  const starts = caiStarts(property.id);
  const range = (i: number) => {
    if (scale.kind === 'category' || starts.length === 0) return '';
    const lo = number(lang, starts[i]!, property.unit);
    const next = starts[i + 1];
    if (next === undefined) return say('orMore', { n: lo });
    const digit = property.unit === 'ppm' || /ppm/.test(property.unit) ? (pollutantDigit(property.id)) : 1;
    return `${lo}–${number(lang, next - digit, property.unit)}`;
  };
  return (
    <ul className={`classes ${lang === 'ko' && scale.kind === 'grade' ? 'bare' : ''}`}>
      {scale.classes.map((c, i) => (
        <li key={c.lo}><i style={{ background: c.colour }} /><b className="letter">{lang === 'en' || scale.kind === 'category' ? c.letter : ''}</b><span>{nameIn(lang, c.name)}</span><em>{range(i)}</em></li>
      ))}
    </ul>
  );
}

/** Folded, the legend still says which colour is which grade. */
function Slim({ classes }: { classes: Class[] }) {
  const lang = useLang();
  return <p className="slim">{classes.map((c) => <span key={c.lo}><i style={{ background: c.colour }} />{nameIn(lang, c.name)}</span>)}</p>;
}

/** The grades of the index, each with the pattern that it has on the map. */
function IndexClasses() {
  const lang = useLang();
  const say = useSay();
  return (
    <ul className={`classes ${lang === 'ko' ? 'bare' : ''}`} data-testid="index-classes">
      {indexScale().classes.map((c, i) => (
        <li key={c.lo}><i className={`grade-${i}`} style={{ backgroundColor: c.colour }} /><b className="letter">{lang === 'en' ? c.letter : ''}</b><span>{nameIn(lang, c.name)}</span><em>{i === INDEX_STARTS.length - 1 ? say('orMore', { n: c.lo }) : `${c.lo}–${c.hi - 1}`}</em></li>
      ))}
    </ul>
  );
}

const pollutantDigit = (id: string) => (id === 'co' ? 0.01 : 0.001);

function Steps({ scale, property, signed }: { scale: Scale; property: Property; signed: boolean }) {
  const lang = useLang();
  const say = useSay();
  const finite = (v: number) => (signed ? `${v > 0 ? '+' : '−'}${Math.abs(v)}` : Math.abs(v) >= 10_000 ? short(lang, v, property.unit) : number(lang, v).replace(/\.0$/, ''));
  const label = (c: Class, i: number) => (i === 0 ? (c.lo === 0 ? '0' : '') : finite(c.lo));
  return (
    <div className="steps" role="img" aria-label={scale.classes.map((c) => (Number.isFinite(c.lo) ? finite(c.lo) : say('below', { n: finite(c.hi) }))).join(', ') + ' ' + unitIn(lang, property)}>
      {scale.classes.map((c, i) => <span key={c.lo}><i style={{ background: c.colour }} /><em>{label(c, i)}</em></span>)}
    </div>
  );
}
