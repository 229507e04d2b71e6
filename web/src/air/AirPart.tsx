import { useEffect, useState } from 'react';
import { api, ask, wordsOf } from '../api/client';
import type { AirAnalysis, Datastream, Feature, Name } from '../api/types';
import { useLang, useStore, usePictureTheme } from '../state/store';
import { civil, isoUtc, parseLocal } from '../time/steps';
import { nameIn, useSay } from '../words/say';
import { Cannot } from './Cannot';
import { DirectionsPart, LawPart } from './StationState';
import type { Word } from '../words/words';

/** The analyses of one station, in the order in which a reader asks; what the server lacks is left out. */
const GROUPS: [Word, string[]][] = [
  ['airWhence', ['polar', 'pollution-rose', 'percentile-rose', 'nwr', 'annulus', 'cpf', 'polar-frequency', 'cluster', 'wind-rose']],
  ['airWhen', ['variation', 'calendar', 'trend-level', 'rolling', 'trend', 'normalised-trend', 'average']],
  ['airState', ['statistics', 'index', 'background']],
];

type Span = 'month' | 'year' | 'whole';

function spanOf(span: Span, time: number, d: Datastream): [number, number] | null {
  if (span === 'whole') return null;
  const { year, month } = civil(time);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const from = span === 'year' ? `${year}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;
  const to = span === 'year' ? `${year + 1}-01-01` : `${next}-01`;
  const window: [number, number] = [parseLocal(from)!, parseLocal(to)!];
  // Where the cursor stands outside of what was measured, all that was measured is meant.
  return d.from !== null && d.to !== null && window[0] < d.to && window[1] > d.from ? window : null;
}

/** Everything that is worked out about the air at one place: pictures, made by the server from the reader's choice. */
export function AirPart({ datastream: d, feature }: { datastream: Datastream; feature: Feature }) {
  const say = useSay();
  const lang = useLang();
  const theme = usePictureTheme();
  const time = useStore((s) => s.time);
  const [known, setKnown] = useState<AirAnalysis[]>([]);
  const [group, setGroup] = useState(0);
  const [picked, setPicked] = useState<Record<number, string>>({});
  const [span, setSpan] = useState<Span>('year');
  useEffect(() => {
    api.airAnalyses().then(setKnown, () => {});
  }, []);
  const groups = GROUPS.map(([word, ids]) => [word, ids.flatMap((id) => known.find((a) => a.id === id) ?? [])] as const).filter(([, list]) => list.length > 0);
  const [, list] = groups[group] ?? groups[0] ?? ['', []];
  const analysis = list.find((a) => a.id === picked[group]) ?? list[0];
  if (!analysis) return null;
  const window_ = spanOf(span, time, d);
  // The index is of all pollutants.
  const query = { ...(analysis.id !== 'index' && { value: d.property }), station: feature.id, ...(window_ && { from: isoUtc(window_[0]), to: isoUtc(window_[1]) }) };
  return (
    <section className="air" data-testid="air-part">
      <h3>{say('why')}</h3>
      <div className="segmented small" role="radiogroup" aria-label={say('why')}>
        {groups.map(([word], i) => <button key={word} type="button" role="radio" aria-checked={i === group} data-testid={`air-${word}`} onClick={() => setGroup(i)}>{say(word)}</button>)}
      </div>
      <p className="air-pick">
        <select aria-label={say('airAnalysis')} data-testid="air-analysis" value={analysis.id} onChange={(e) => setPicked({ ...picked, [group]: e.target.value })}>
          {list.map((a) => <option key={a.id} value={a.id}>{nameIn(lang, a.title)}</option>)}
        </select>
        <select aria-label={say('airSpan')} data-testid="air-span" value={span} onChange={(e) => setSpan(e.target.value as Span)}>
          {(['month', 'year', 'whole'] as const).map((s) => <option key={s} value={s}>{say(s === 'month' ? 'airMonth' : s === 'year' ? 'airYear' : 'airWhole')}</option>)}
        </select>
      </p>
      <p className="print-only muted">{nameIn(lang, analysis.title)}{window_ && `, ${civil(window_[0]).year}${span === 'month' ? `-${String(civil(window_[0]).month).padStart(2, '0')}` : ''}`}</p>
      {groups[group]?.[0] === 'airState' && <LawPart feature={feature} window={window_} />}
      {groups[group]?.[0] === 'airWhence' && known.some((a) => a.id === 'directions') && <DirectionsPart feature={feature} window={window_} />}
      <Picture path={`/api/air/${analysis.id}`} query={{ ...query, lang, theme, background: 'none', width: '400' }} label={nameIn(lang, analysis.title)} />
      <p className="air-files muted">{say('airFiles')} {(['csv', 'json', 'svg', 'png'] as const).map((f) => (
        <a key={f} className="linkish" href={`/api/air/${analysis.id}?${new URLSearchParams({ ...query, f, ...(f === 'svg' || f === 'png' ? { lang } : {}) })}`} download={`dosi-${analysis.id}-${d.property}.${f}`}>{f.toUpperCase()}</a>
      ))}</p>
    </section>
  );
}

/** A picture of the server's. Asked for as text, so that a refusal can be read. */
export function Picture({ path, query, label }: { path: string; query: Record<string, string>; label: string }) {
  const say = useSay();
  const key = `${path}?${new URLSearchParams(query)}`;
  const [shown, setShown] = useState<{ key: string; url: string | null; paper: string | null; words: Name | null } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    // A data URL, not an object's: it is still good when a theme goes and comes back while another is on its way.
    const load = async (theme: Record<string, string>) =>
      `data:image/svg+xml,${encodeURIComponent(await (await ask(path, { ...query, ...theme, f: 'svg' }, stop.signal)).text())}`;
    const timer = setTimeout(() => {
      load({}).then((url) => {
        setShown({ key, url, paper: null, words: null });
        // A browser that prints waits for no picture: a dark page has the light one ready.
        if (query['theme'] === 'dark') load({ theme: 'light' }).then((paper) => setShown({ key, url, paper, words: null }), () => {});
      }).catch((e: unknown) => { if (!stop.signal.aborted) setShown({ key, url: null, paper: null, words: wordsOf(e) }); });
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key]);
  if (shown?.key === key && !shown.url) return <p className="empty" data-testid="air-cannot"><Cannot words={shown.words} /></p>;
  return shown?.key === key && shown.url
    ? <a href={`${path}?${new URLSearchParams({ ...query, background: 'theme', width: '900', f: 'svg' })}`} target="_blank" rel="noreferrer" title={say('airOpen')}><img className={`air-picture ${shown.paper ? 'screen' : ''}`} data-testid="air-picture" src={shown.url} alt={label} />{shown.paper && <img className="air-picture paper" src={shown.paper} alt="" />}</a>
    : <div className="chart-wait tall" />;
}
