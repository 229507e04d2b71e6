import { useEffect, useMemo, useRef, useState } from 'react';
import { EPISODE_COLOURS, useEpisodes } from '../air/episodes';
import { api } from '../api/client';
import type { Holiday, Series } from '../api/types';
import type { Stage } from '../map/stage';
import { useBoot } from '../state/boot';
import { textScale } from '../state/size';
import { getMoment, getState, set, subscribe, useLang, useStore, useTheme } from '../state/store';
import { cursorStep, subjectOf } from '../state/subjects';
import { civil, DAY, isoUtc, localStamp, parseLocal, windowOf, zoomOf, zoomWindow, type Zoom } from '../time/steps';
import { nameIn, useSay, when } from '../words/say';
import { Icon } from './icons';
import { currentWindow, goTo, HOURS_PER_SECOND, SPEEDS, step, toggle, wholeSpan } from './player';
import { drawPulse, timeAt } from './pulse';

const ZOOMS: Zoom[] = ['day', 'week', 'month', 'year', 'all'];

export function TimeBar({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const time = useStore((s) => s.time);
  const playing = useStore((_s, m) => m.playing);
  const speed = useStore((s) => s.speed);
  const window_ = useStore((s) => s.window);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const { properties } = useBoot();
  const subject = useMemo(() => subjectOf({ view, property, collection }, properties), [view, property, collection, properties]);
  const stepKind = cursorStep(subject);
  const span = useMemo(currentWindow, [window_, time, subject]);
  const zoom = zoomOf(span[1] - span[0]);
  const dataStep = subject?.step ?? 'PT1H';
  const label = when(lang, time, dataStep, subject?.hours != null);

  const speedName = (x: number) => {
    if (stepKind !== 'PT1H') return say(stepKind === 'P1M' ? 'monthsPerSecond' : 'quartersPerSecond', { n: x });
    const h = x * HOURS_PER_SECOND;
    return h < 24 ? say('hoursPerSecond', { n: h }) : say('daysPerSecond', { n: h / 24 });
  };

  return (
    <footer className="time" aria-label={say('timeBar')}>
      <div className="transport">
        <button type="button" className="step" aria-label={say('back')} title={say('back')} onClick={() => step(-1)}><Icon name="back" /></button>
        <button type="button" className="play" data-testid="play" aria-pressed={playing} aria-label={say(playing ? 'pause' : 'play')} title={`${say(playing ? 'pause' : 'play')} (Space)`} onClick={toggle}><Icon name={playing ? 'pause' : 'play'} size={24} /></button>
        <button type="button" className="step" aria-label={say('forth')} title={say('forth')} onClick={() => step(1)}><Icon name="forth" /></button>
      </div>
      <div className="clock">
        <Clock label={label} time={time} />
        <select aria-label={say('speed')} data-testid="speed" value={speed} onChange={(e) => set({ speed: Number(e.target.value) })}>
          {(SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b)).map((x) => <option key={x} value={x}>{speedName(x)}</option>)}
        </select>
      </div>
      <Pulse span={span} stage={stage} />
      <div className="zooms" role="radiogroup" aria-label={say('zoomTime')}>
        {ZOOMS.map((z) => (
          <button key={z} type="button" role="radio" aria-checked={z === zoom} data-testid={`zoom-${z}`} onClick={() => set({ window: windowOf(z, time, wholeSpan()) })}>{say(z)}</button>
        ))}
      </div>
    </footer>
  );
}

function Clock({ label, time }: { label: string; time: number }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const go = () => {
    const t = parseLocal(text);
    if (t !== null) goTo(t);
    setOpen(false);
  };
  return (
    <div className="clock-box" ref={box} onBlur={(e) => { if (!box.current?.contains(e.relatedTarget)) setOpen(false); }} onKeyDown={(e) => { if (e.key === 'Escape') { setOpen(false); e.stopPropagation(); } }}>
      <button type="button" className="clock-button" data-testid="clock" title={say('pickTime')} aria-expanded={open} onClick={() => { setText(localStamp(time)); setOpen(!open); }}>
        <time dateTime={localStamp(time)}>{label}</time>
      </button>
      {open && (
        <form className="clock-pop" onSubmit={(e) => { e.preventDefault(); go(); }}>
          <input type="datetime-local" aria-label={say('pickTime')} step={3600} value={text} autoFocus onChange={(e) => setText(e.target.value.slice(0, 16))} />
          <button type="submit" className="primary">{say('go')}</button>
        </form>
      )}
    </div>
  );
}

/** The city's mean over the window; drag to move the cursor, drag the dates to move the window, wheel to zoom. */
function Pulse({ span, stage }: { span: [number, number]; stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [series, setSeries] = useState<Series | null>(null);
  const [holidays, setHolidays] = useState<Holiday[]>([]);
  const [size, setSize] = useState<[number, number]>([0, 0]);
  const [hint, setHint] = useState<{ x: number; text: string } | null>(null);
  const time = useStore((s) => s.time);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const { properties, city } = useBoot();
  const episode = useStore((s) => s.episode);
  const { found: episodes, working } = useEpisodes(view === 'air', span);
  const subject = useMemo(() => subjectOf({ view, property, collection }, properties), [view, property, collection, properties]);
  const hour = civil(time).hour;
  const id = subject?.hours ? (subject.hours[hour]?.id ?? subject.property.id) : subject?.property.id;
  const kind = subject?.collection ?? undefined;

  useEffect(() => {
    const el = box.current!;
    const watch = new ResizeObserver(() => setSize([el.clientWidth, el.clientHeight]));
    watch.observe(el);
    return () => watch.disconnect();
  }, []);

  // Half a window more on each side is asked for, so that a drag has something to show; asked in whole days.
  const margin = (span[1] - span[0]) / 2;
  const from = Math.floor((span[0] - margin) / DAY) * DAY - 9 * 3600;
  const to = Math.ceil((span[1] + margin) / DAY) * DAY - 9 * 3600;
  useEffect(() => {
    if (!id) return setSeries(null);
    let gone = false;
    const timer = setTimeout(() => {
      api.pulse(id, isoUtc(from), isoUtc(to), 1600, kind).then((s) => { if (!gone) setSeries(s); }, () => {});
      const year = (t: number) => new Date(t * 1000).getUTCFullYear();
      api.calendar(`${year(from)}-01-01`, `${year(to) + 1}-01-01`).then((h) => { if (!gone) setHolidays(h); }, () => {});
    }, 90);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, kind, from, to]);

  const marked = useMemo(() => holidays.map((h) => ({ ...h, t: parseLocal(h.date) ?? 0 })), [holidays]);
  const fits = series && (series.property === id || series.property === subject?.property.id) ? series : null;
  useEffect(() => {
    if (canvas.current && size[0] > 0) drawPulse(canvas.current, { span, series: fits, holidays: marked, lang, theme, width: size[0], height: size[1], categorical: Boolean(subject?.property.categories?.length), unit: subject?.property.unit ?? '', letters: textScale() });
  }, [span, fits, marked, lang, theme, size, subject]);

  useEffect(() => {
    const el = box.current!;
    const wheel = (e: WheelEvent) => {
      e.preventDefault();
      const w = currentWindow();
      if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
        const by = ((e.deltaX || e.deltaY) / el.clientWidth) * (w[1] - w[0]);
        set({ window: [Math.round(w[0] + by), Math.round(w[1] + by)] });
      } else {
        const about = timeAt(e.clientX - el.getBoundingClientRect().left, w, el.clientWidth);
        set({ window: zoomWindow(w, about, Math.exp(Math.max(-0.4, Math.min(0.4, e.deltaY / 300))), wholeSpan()) });
      }
    };
    el.addEventListener('wheel', wheel, { passive: false });
    return () => el.removeEventListener('wheel', wheel);
  }, []);

  const drag = useRef<{ window: [number, number]; x: number; pan: boolean } | null>(null);
  const local = (e: React.PointerEvent) => e.clientX - box.current!.getBoundingClientRect().left;
  const down = (e: React.PointerEvent) => {
    const y = e.clientY - box.current!.getBoundingClientRect().top;
    drag.current = { window: currentWindow(), x: local(e), pan: y > size[1] - 20 * textScale() };
    box.current!.setPointerCapture(e.pointerId);
    if (!drag.current.pan) goTo(timeAt(local(e), span, size[0]));
  };
  const move = (e: React.PointerEvent) => {
    const d = drag.current;
    const x = local(e);
    const day = marked.find((h) => Math.abs(((h.t + DAY / 2 - span[0]) / (span[1] - span[0])) * size[0] - x) < Math.max(4, ((DAY / 2) / (span[1] - span[0])) * size[0]));
    setHint(day ? { x, text: `${day.date.slice(5)} ${nameIn(lang, day.name)}` } : null);
    if (!d) return;
    if (d.pan) {
      const by = Math.round(((d.x - x) / size[0]) * (d.window[1] - d.window[0]));
      set({ window: [d.window[0] + by, d.window[1] + by] });
    } else goTo(timeAt(Math.min(Math.max(x, 0), size[0] - 1), span, size[0]));
  };

  const label = when(lang, time, cursorStep(subject));
  void stage;
  return (
    <div className="pulse-cell">
    <div ref={box} className="pulse" data-testid="pulse" role="slider" tabIndex={0} aria-label={say('timeBar')} aria-valuemin={span[0]} aria-valuemax={span[1]} aria-valuenow={Math.min(Math.max(time, span[0]), span[1])} aria-valuetext={label}
      onPointerDown={down} onPointerMove={move} onPointerUp={() => (drag.current = null)} onPointerCancel={() => (drag.current = null)} onPointerLeave={() => setHint(null)}
      onKeyDown={(e) => {
        if (e.key === 'Home') goTo(span[0]);
        else if (e.key === 'End') goTo(span[1] - 3600);
        else return;
        e.preventDefault();
      }}>
      <canvas ref={canvas} aria-hidden="true" />
      <Cursor span={span} width={size[0]} />
      <span className="pulse-name">{subject && `${nameIn(lang, subject.property.name)}${subject.property.categories?.length ? '' : ` · ${say('cityMean', { city: nameIn(lang, city?.name) })}`}`}</span>
      {subject?.property.categories?.length ? <span className="pulse-none">{say('pulseCategory')}</span> : fits && fits.t.every((t) => t + fits.bucketSeconds <= span[0] || t >= span[1]) && <span className="pulse-none">{say('pulseNone')}</span>}
      {working && <span className="pulse-working" role="status" data-testid="episodes-working">{say('episodesWorking')}</span>}
      {hint && <span className="pulse-hint" style={{ left: Math.min(Math.max(hint.x, 60), size[0] - 60) }}>{hint.text}</span>}
    </div>
      {episodes.map(({ episode: e, start, end }) => {
        const [a, b] = [start, end].map((t) => ((t - span[0]) / (span[1] - span[0])) * size[0]) as [number, number];
        if (b < 0 || a > size[0] || e.class === 'instrument-fault') return null;
        const label = `${nameIn(lang, e.name)}, ${when(lang, start, 'PT1H')}`;
        return <button key={e.id} type="button" className="pulse-episode" data-testid="episode-mark" aria-label={label} title={label} aria-pressed={e.id === episode}
          style={{ left: a, width: Math.max(4, b - a), background: EPISODE_COLOURS[e.class] }} onPointerDown={(ev) => ev.stopPropagation()}
          onClick={() => { goTo(Math.max(start, Math.min(time, end - 3600))); set({ episode: e.id, feature: null, datastream: null }); }} />;
      })}
    </div>
  );
}


/** Moves by itself, without React, while the film plays. */
function Cursor({ span, width }: { span: [number, number]; width: number }) {
  const line = useRef<HTMLDivElement>(null);
  const hour = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      const { playing, drawn } = getMoment();
      const time = getState().time;
      const x = (t: number) => ((t - span[0]) / (span[1] - span[0])) * width;
      const at = x(playing ? drawn : time);
      const wide = x(time + 3600) - x(time);
      line.current!.style.transform = `translateX(${at.toFixed(1)}px)`;
      line.current!.hidden = at < -6 || at > width + 6;
      hour.current!.hidden = wide < 6;
      hour.current!.style.transform = `translateX(${x(time).toFixed(1)}px)`;
      hour.current!.style.width = `${wide.toFixed(1)}px`;
    };
    place();
    return subscribe(place);
  }, [span, width]);
  return <><div ref={hour} className="pulse-hour" /><div ref={line} className="pulse-cursor" /></>;
}
