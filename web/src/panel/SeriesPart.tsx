import { useEffect, useMemo, useState } from 'react';
import { api } from '../api/client';
import type { Datastream, Feature, Holiday, Profile, Series } from '../api/types';
import { useBoot } from '../state/boot';
import { useLang, useStore, useTheme } from '../state/store';
import { currentWindow } from '../ui/player';
import { asStep, civil, DAY, isoUtc, parseLocal } from '../time/steps';
import { nameIn, spanOf, useSay, when, unitIn, whole } from '../words/say';
import { Chart } from './Chart';
import { useUsual } from './Now';
import { cityMs, profileOption, seriesOption } from './options';
import { useReasons } from './reasons';
import { Icon } from '../ui/icons';

/** The observations themselves, not the thinned series that is drawn. */
const observationsUrl = (id: string, [from, to]: [number, number]) =>
  `/api/observations?${new URLSearchParams({ datastream: id, from: isoUtc(from), to: isoUtc(to), flagged: 'true' })}`;

const fileName = (d: Datastream, f: Feature) =>
  `dosi-${d.property}-${(f.name.en ?? f.name.ko ?? f.id).replace(/[^\p{L}\p{N}]+/gu, '_')}.csv`;

export function SeriesPart({ datastream: d, feature }: { datastream: Datastream; feature: Feature }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const time = useStore((s) => s.time);
  const asked = useStore((s) => s.window);
  const { properties } = useBoot();
  const [series, setSeries] = useState<Series | null>(null);
  const usual = useUsual(d);
  const reason = useReasons(d.dataset);
  const step = asStep(d.step);
  const window_ = useMemo(currentWindow, [asked, asked ? 0 : time]);
  // Few steps are shown whole; hours are shown as the time bar's window has them.
  const span = useMemo<[number, number]>(() => (step === 'PT1H' || d.from === null || d.to === null ? window_ : [d.from, d.to]), [d.id, step, window_[0], window_[1]]);

  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => api.series(d.id, isoUtc(span[0]), isoUtc(span[1]), 360).then((s) => { if (!gone) setSeries(s); }, () => {}), 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [d.id, span]);

  const [holidays, setHolidays] = useState<Holiday[]>([]);
  const years: [number, number] = [civil(span[0]).year, civil(span[1]).year + 1];
  useEffect(() => {
    let gone = false;
    if (step === 'PT1H') api.calendar(`${years[0]}-01-01`, `${years[1]}-01-01`).then((h) => { if (!gone) setHolidays(h); }, () => {});
    return () => { gone = true; };
  }, [step, years[0], years[1]]);
  const days = useMemo(() => holidays.map((h) => ({ t: parseLocal(h.date) ?? 0, name: nameIn(lang, h.name) })), [holidays, lang]);

  const codes = useMemo(() => {
    const list = properties.find((p) => p.id === d.property)?.categories;
    return list?.length ? new Map(list.map((c) => [c.value, c.code])) : null;
  }, [properties, d.property]);
  const fits = series && series.datastream === d.id ? series : null;
  const option = useMemo(() => fits && seriesOption({ series: fits, usual, span, step, unit: d.unit, unitLabel: unitIn(lang, d), codes, holidays: days, reason }, theme, lang), [fits, usual, span, theme, lang, codes, days]);
  const flagged = fits?.flaggedTotal ?? fits?.flagged?.t.length ?? 0;
  const name = nameIn(lang, d.propertyName, d.property);
  const banded = usual && step === 'PT1H' && span[1] - span[0] <= 16 * DAY && (fits?.bucketSeconds ?? 0) <= 3600;
  return (
    <section className="series" data-testid="series">
      <h3>{say('series')} <span className="muted">{step === 'PT1H' ? `${when(lang, span[0], step).slice(0, 10)} – ${when(lang, span[1] - 1, step).slice(0, 10)}` : spanOf(lang, span[0], span[1], step)}</span></h3>
      {option && fits!.t.length + (fits!.flagged?.t.length ?? 0) > 0 ? <Chart option={option} height={190} label={say('seriesOf', { what: name })} cursor={cityMs(time)} />
        : fits ? <p className="empty">{say('pulseNone')}</p> : <div className="chart-wait" />}
      <p className="chart-legend">
        {fits && fits.bucketSeconds > 3600 && step === 'PT1H' && <span><i className="band" />{say('range')}</span>}
        {banded && <span><i className="usual-band" />{say('band')}</span>}
        {step === 'PT1H' && days.some((h) => h.t >= span[0] && h.t < span[1]) && <span><i className="holiday-band" />{say('holiday')}</span>}
        {flagged > 0 && <span data-testid="flagged-count"><i className="hollow" />{say('flaggedCount', { n: whole(lang, flagged) })}</span>}
        <a className="linkish" data-testid="csv" href={observationsUrl(d.id, span)} download={fileName(d, feature)}><Icon name="down" size={16} />{say('csv')}</a>
      </p>
      {step === 'PT1H' && d.property !== 'wind_direction' && <Pattern datastream={d} />}
    </section>
  );
}

function Pattern({ datastream: d }: { datastream: Datastream }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const [by, setBy] = useState<'hour' | 'weekday' | 'month'>('hour');
  const [profile, setProfile] = useState<Profile | null>(null);
  useEffect(() => {
    if (d.from === null || d.to === null) return;
    let gone = false;
    api.profile(d.id, isoUtc(d.from), isoUtc(d.to), by).then((p) => { if (!gone) setProfile(p); }, () => {});
    return () => { gone = true; };
  }, [d.id, by]);
  const option = useMemo(() => (profile?.by === by ? profileOption(profile, by, theme, lang, d.unit, unitIn(lang, d)) : null), [profile, by, theme, lang, d]);
  return (
    <div className="pattern">
      <h3>{say('pattern')} <span className="muted">{say('median')}, {say('middleHalf')}</span></h3>
      <div className="segmented small" role="radiogroup" aria-label={say('pattern')}>
        {(['hour', 'weekday', 'month'] as const).map((b) => <button key={b} type="button" role="radio" aria-checked={b === by} onClick={() => setBy(b)}>{say(b === 'hour' ? 'byHour' : b === 'weekday' ? 'byWeekday' : 'byMonth')}</button>)}
      </div>
      {option ? <Chart option={option} height={140} label={say('pattern')} /> : <div className="chart-wait low" />}
    </div>
  );
}
