import { useEffect, useState } from 'react';
import { AirPart } from '../air/AirPart';
import { IndexNow } from '../air/StationState';
import { stationsOf } from '../air/district';
import { api } from '../api/client';
import type { Datastream, Feature, Near } from '../api/types';
import { pollutant } from '../colour/scale';
import { localName, useShown } from '../map/shown';
import type { Stage } from '../map/stage';
import { Skeleton } from '../ui/App';
import { Icon } from '../ui/icons';
import { goToFeature } from '../ui/Search';
import { useBoot } from '../state/boot';
import { set, useLang, useStore } from '../state/store';
import { subjectOf } from '../state/subjects';
import { civil } from '../time/steps';
import { metres, nameIn, otherName, useSay } from '../words/say';
import { WORDS, type Word } from '../words/words';
import { About } from './About';
import { Now } from './Now';
import { SeriesPart } from './SeriesPart';
import { SourcePart } from './SourcePart';

const WANTED: Record<string, string[]> = { air: ['air-stations', 'gu'], traffic: ['traffic-points', 'subway-stations'], noise: ['noise-sites'], place: ['dong'] };

/** The datastream the panel is about: the chosen one, else the one of the property on the map, else the first whole one. */
export function datastreamFor(f: Feature, chosen: string | null, property: string | undefined, t: number): Datastream | null {
  const byId = f.datastreams.find((d) => d.id === chosen);
  if (byId) return byId;
  const same = f.datastreams.filter((d) => d.property === property);
  const covers = (d: Datastream) => d.from !== null && d.to !== null && d.from <= t && t < d.to;
  return same.find(covers) ?? same[0] ?? null;
}

export default function Panel({ stage }: { stage: Stage }) {
  const say = useSay();
  const lang = useLang();
  const id = useStore((s) => s.feature)!;
  const chosen = useStore((s) => s.datastream);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const time = useStore((s) => s.time);
  const layer = useStore((s) => s.layer);
  const { properties } = useBoot();
  const [feature, setFeature] = useState<Feature | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [near, setNear] = useState<(Near & { collection: string }) | null>(null);
  const [tall, setTall] = useState(false);

  useEffect(() => {
    let gone = false;
    setError(null);
    setNear(null);
    api.feature(id).then((f) => { if (!gone) setFeature(f); }, (e: Error) => { if (!gone) { setFeature(null); setError(e.message); } });
    return () => { gone = true; };
  }, [id]);

  const subject = subjectOf({ view, property, collection }, properties);
  const f = feature?.id === id ? feature : null;
  const kind = id.split(':')[0]!;
  let d = f ? datastreamFor(f, chosen, subject?.property.id, time) ?? datastreamFor(f, chosen, subject?.hours?.[civil(time).hour]?.id, time) : null;
  const others = f ? f.datastreams.filter((x) => !x.parent) : [];
  const absent = f !== null && d === null;
  // In the city view everything measured at a place is of interest; elsewhere the view asks for its own subject.
  if (!d && f && (view === 'city' || kind === 'weather-stations' || others.length > 0)) d = others[0] ?? null;

  const wanted = WANTED[view]?.find((c) => c !== kind && subject?.property.collections.includes(c)) ?? null;
  const centre = f?.centre ?? null;
  useEffect(() => {
    if (!absent || !wanted || !centre) return;
    let gone = false;
    api.near(centre[0], centre[1], wanted).then((list) => { if (!gone && list[0]) setNear({ ...list[0], collection: wanted }); }, () => {});
    return () => { gone = true; };
  }, [absent, wanted, centre]);

  const indexed = view === 'air' && d !== null && pollutant(d.property) !== null && kind !== 'city';
  const twin = /^traffic-points:.*\/(in|out)$/.test(id) ? id.replace(/(in|out)$/, (x) => (x === 'in' ? 'out' : 'in')) : null;
  const title = f ? nameIn(lang, f.name, id) : error ? id.split(':').slice(1).join(':') : '';
  const other = f ? otherName(lang, f.name) : null;
  return (
    <aside className={`panel ${tall ? 'tall' : ''}`} aria-label={say('panel')} data-testid="panel">
      <button type="button" className="grip" aria-label={say('panel')} aria-expanded={tall} onClick={() => setTall(!tall)}><i /></button>
      <header>
        <div>
          <p className="kind">{kind === 'city' ? say('citywide') : kind in WORDS ? say(kind as Word) : kind}</p>
          <h2 data-testid="panel-title">{title}{other && <small lang={lang === 'ko' ? 'en' : 'ko'}>{other}</small>}</h2>
        </div>
        <button type="button" className="quiet square" data-testid="panel-close" aria-label={say('close')} title={`${say('close')} (Esc)`} onClick={() => set({ feature: null, datastream: null })}><Icon name="close" /></button>
      </header>
      {error && <p className="empty">{say('errorTitle')}: {error}</p>}
      {!f && !error && <Skeleton />}
      {f && (
        <div className="panel-body" key={id}>
          {view === 'air' && kind === 'gu' && <DistrictStations stage={stage} district={id} />}
          {twin && (
            <div className="segmented" role="radiogroup" aria-label={say('traffic-points')}>
              {(['in', 'out'] as const).map((dir) => (
                <button key={dir} type="button" role="radio" aria-checked={id.endsWith(`/${dir}`)} onClick={() => set({ feature: id.endsWith(`/${dir}`) ? id : twin, datastream: null })}>{say(dir === 'in' ? 'inbound' : 'outbound')}</button>
              ))}
            </div>
          )}
          {absent && (
            <div className="empty" data-testid="nothing-here">
              <p>{subject && others.length > 0 ? `${nameIn(lang, subject.property.name)}: ${say('noSeries')}` : say('noSeries')}</p>
              {near && <p>{say('nearest', { what: say(near.collection as Word) })} <button type="button" className="linkish" onClick={() => goToFeature(near, stage)}>{nameIn(lang, near.name, near.feature)}, {metres(lang, near.distanceM)}</button></p>}
            </div>
          )}
          {indexed && layer === 'index' && <IndexNow feature={f} />}
          {d && <Now stage={stage} feature={f} datastream={d} />}
          {indexed && layer !== 'index' && <IndexNow feature={f} />}
          {others.length > 1 && <Others list={others} current={d} />}
          {d && <SeriesPart datastream={d} feature={f} />}
          {d && f && pollutant(d.property) && kind !== 'city' && <AirPart datastream={d} feature={f} />}
          <About feature={f} match={stage.matches.find((m) => m.feature === f.id)} />
          {d && <SourcePart datastream={d} />}
        </div>
      )}
    </aside>
  );
}

/** From a district to the stations whose air it is, one click away. */
function DistrictStations({ stage, district }: { stage: Stage; district: string }) {
  const say = useSay();
  useLang();
  // Hears of the stations when they come.
  useShown(stage);
  const stations = stationsOf(district, stage.shapes['gu'], stage.shapes['air-stations']);
  if (stations.length === 0) return null;
  return (
    <p className="to-stations" data-testid="district-stations">{say('districtStations')}{' '}
      {stations.map((s) => <button key={s} type="button" className="linkish" onClick={() => set({ feature: s, datastream: null })}>{localName(stage, s)}</button>)}
    </p>
  );
}

function Others({ list, current }: { list: Datastream[]; current: Datastream | null }) {
  const say = useSay();
  const lang = useLang();
  return (
    <label className="others">
      <span>{say('otherSeries')}</span>
      <select value={current?.id ?? ''} data-testid="datastream" onChange={(e) => set({ datastream: e.target.value })}>
        {!list.some((d) => d.id === current?.id) && current && <option value={current.id}>{nameIn(lang, current.propertyName)}</option>}
        {list.map((d) => <option key={d.id} value={d.id}>{nameIn(lang, d.propertyName, d.property)} ({years(d)})</option>)}
      </select>
    </label>
  );
}

function years(d: Datastream): string {
  const y = (t: number) => new Date((t + 9 * 3600) * 1000).getUTCFullYear();
  if (d.from === null || d.to === null) return '–';
  const [a, b] = [y(d.from), y(d.to - 1)];
  return a === b ? String(a) : `${a}–${b}`;
}
