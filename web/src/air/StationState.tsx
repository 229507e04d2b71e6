import { useEffect, useState } from 'react';
import { api, wordsOf } from '../api/client';
import type { Datastream, Feature, IndexAnswer, Name } from '../api/types';
import { INDEX_GRADES, pollutant } from '../colour/scale';
import { useBoot } from '../state/boot';
import { useLang, useStore } from '../state/store';
import { HOUR, isoUtc } from '../time/steps';
import { nameIn, number, percent, unitIn, useSay, when } from '../words/say';
import { compass, type Word } from '../words/words';
import { besides, Doubts } from './AirNote';
import { Cannot } from './Cannot';
import { gradeOf } from './field';
import { REQUIRED } from './needs';
import { Remarks } from './Remarks';

/** The pollutants that a place observes in a window, once each. */
export function pollutantsOf(f: Feature, window: [number, number] | null): Datastream[] {
  const seen = new Set<string>();
  return f.datastreams.filter((d) => {
    const here = pollutant(d.property) && !d.parent && (!window || (d.from !== null && d.to !== null && d.from < window[1] && d.to > window[0]));
    if (!here || seen.has(d.property)) return false;
    seen.add(d.property);
    return true;
  });
}

/** An answer of the server, or why there is none; null while it is coming. */
function useAnswer<T>(key: string | null, ask: () => Promise<T>, wait = 0): { found: T } | { words: Name } | null {
  const [answer, setAnswer] = useState<{ key: string; is: { found: T } | { words: Name } } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let gone = false;
    const timer = setTimeout(() => ask().then(
      (found) => { if (!gone) setAnswer({ key, is: { found } }); },
      (e: unknown) => { if (!gone) setAnswer({ key, is: { words: wordsOf(e) } }); },
    ), wait);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return answer && answer.key === key ? answer.is : null;
}

/** The index of the place at the cursor, and the pollutant that sets it. */
export function IndexNow({ feature }: { feature: Feature }) {
  const say = useSay();
  const lang = useLang();
  const t = useStore((s) => s.time);
  const hour = Math.floor(t / HOUR) * HOUR;
  const { properties } = useBoot();
  const measured = pollutantsOf(feature, [hour, hour + HOUR]).length > 0;
  const answer = useAnswer(measured ? `${feature.id} ${hour}` : null, () => api.index(feature.id, isoUtc(hour), isoUtc(hour + HOUR)), 160);
  const [last, setLast] = useState<IndexAnswer | null>(null);
  useEffect(() => { if (answer && 'found' in answer) setLast(answer.found); }, [answer]);
  const nameOf = (id: string) => nameIn(lang, properties.find((p) => p.id === id)?.name, id);
  if (answer && 'words' in answer) return <section className="index-now" data-testid="index-now"><h3>{say('indexNow')}</h3><p className="muted"><Cannot words={answer.words} /></p></section>;
  const found = !measured ? null : answer && 'found' in answer ? answer.found : last;
  if (!found && measured) return <section className="index-now"><h3>{say('indexNow')}</h3><p className="big muted"><b>–</b></p></section>;
  const index = found?.table.index[0] ?? null;
  const lacking = REQUIRED.filter((id) => found?.table[id]?.[0] == null);
  if (!found || index === null) {
    return (
      <section className="index-now" data-testid="index-now">
        <h3>{say('indexNow')}</h3>
        <p>{say('indexNone', { what: lacking.map(nameOf).join(', '), when: when(lang, hour, 'PT1H') })}</p>
      </section>
    );
  }
  const grade = INDEX_GRADES[gradeOf(index)]!;
  const led = found.table.responsible[0] ?? '';
  const added = found.table.added[0] ?? 0;
  const parts = (['pm10', 'pm25', 'o3', 'no2', 'co', 'so2'] as const).filter((id) => found.table[id]?.[0] != null);
  return (
    <section className="index-now" data-testid="index-now">
      <h3>{say('indexNow')}</h3>
      <p className="big"><b>{index}</b><span className="unit">CAI · {say('indexLed', { what: nameOf(led) })}</span><span className="grade"><i style={{ background: grade.colour, borderColor: grade.colour }} />{lang === 'en' ? `${grade.letter} · ` : ''}{nameIn(lang, grade.name)}</span></p>
      <p className="muted">{say('indexParts', { parts: parts.map((id) => `${nameOf(id)} ${found.table[id]![0]}`).join(', ') })}{added > 0 && ` ${say('indexAdded', { n: added })}`}</p>
      <Doubts doubts={besides(found.details.doubts, found.provenance?.remarks)} />
      <Remarks of={found.provenance?.remarks} />
    </section>
  );
}

const LIMITS: Record<string, Word> = { year: 'lawYear', day: 'lawDay', 'eight-hours': 'lawEight', hour: 'lawHour' };
const VERDICTS: Record<string, Word> = { met: 'lawMet', exceeded: 'lawExceeded', 'too-few-data': 'lawFew' };

/** Each pollutant against the law's limits, by year of the period. */
export function LawPart({ feature, window }: { feature: Feature; window: [number, number] | null }) {
  const say = useSay();
  const lang = useLang();
  const { properties } = useBoot();
  const values = pollutantsOf(feature, window).map((d) => d.property).join(',');
  const span = window && [isoUtc(window[0]), isoUtc(window[1])] as const;
  const answer = useAnswer(values ? `${feature.id} ${values} ${span}` : null, () => api.standards(feature.id, values, span));
  if (!answer) return values ? <div className="chart-wait low" /> : null;
  if ('words' in answer) return <p className="empty" data-testid="law"><Cannot words={answer.words} /></p>;
  const checks = answer.found.details.korean_standards;
  const years = [...new Set(checks.map((c) => c.year))];
  return (
    <div data-testid="law">
      {years.map((year) => (
        <table key={year} className="law">
          <caption>{say('lawTitle', { year })}</caption>
          <thead><tr><th>{say('lawWhat')}</th><th>{say('lawLimit')}</th><th>{say('lawFound')}</th><th>{say('lawVerdict')}</th></tr></thead>
          <tbody>{checks.filter((c) => c.year === year).map((c) => {
            const p = properties.find((q) => q.id === c.pollutant);
            const unit = p?.unit ?? c.unit;
            return (
              <tr key={`${c.pollutant} ${c.limit}`} className={c.verdict}>
                <td>{nameIn(lang, p?.name, c.pollutant)} <small>{say(LIMITS[c.limit] ?? 'lawYear')}</small></td>
                <td>{number(lang, c.threshold, unit)}</td>
                <td>{c.deciding === null ? '–' : number(lang, c.deciding, unit)} <small>{p && unitIn(lang, p)}</small></td>
                <td>{c.verdict === 'exceeded' && <b aria-hidden="true">▲ </b>}{say(VERDICTS[c.verdict] ?? 'lawFew')}</td>
              </tr>
            );
          })}</tbody>
        </table>
      ))}
      <p className="muted small">{say('lawNote')}</p>
      <Remarks of={answer.found.provenance?.remarks} />
    </div>
  );
}

/** From where each pollutant comes, as far as it is more than chance: tested with all stations and pollutants at once. */
export function DirectionsPart({ feature, window }: { feature: Feature; window: [number, number] | null }) {
  const say = useSay();
  const lang = useLang();
  const { properties } = useBoot();
  const values = pollutantsOf(feature, window).map((d) => d.property).join(',');
  const span = window && [isoUtc(window[0]), isoUtc(window[1])] as const;
  const answer = useAnswer(values ? `${feature.collection} ${values} ${span}` : null, () => api.directions(feature.collection, values, span));
  if (!values) return null;
  if (!answer) return <p className="muted" role="status">{say('directionsWorking')}</p>;
  if ('words' in answer) return <p className="empty" data-testid="directions"><Cannot words={answer.words} /></p>;
  const { table, details } = answer.found;
  const rows = table.station.flatMap((s, i) => (s === feature.id ? [i] : []));
  const sure = rows.filter((i) => table.significant[i]);
  const unsure = rows.filter((i) => !table.significant[i]);
  const nameOf = (i: number) => nameIn(lang, properties.find((p) => p.id === table.pollutant[i])?.name, table.pollutant[i]);
  const two = (v: number | null | undefined) => (v == null ? '–' : v.toFixed(2));
  const degrees = (v: number | null | undefined) => (v == null ? '–' : String(Math.round(v) % 360));
  return (
    <div className="directions" data-testid="directions">
      {sure.length === 0 && <p><b>{say('directionsNone')}</b></p>}
      <ul>{sure.map((i) => (
        <li key={i}><b>{say('directionRatio', { what: nameOf(i), ratio: two(table.ratio[i]), lower: two(table.ratio_lower[i]), upper: two(table.ratio_upper[i]) })}</b>{' '}
          {say('directionFrom', { dir: compass(table.direction_deg[i] ?? 0, lang), from: degrees(table.lower_deg[i]), to: degrees(table.upper_deg[i]) })}</li>
      ))}</ul>
      {sure.length > 0 && unsure.length > 0 && <p className="muted">{say('directionsUnsure', { what: unsure.map(nameOf).join(', ') })}</p>}
      <p className="muted small">{say('directionsNote', { n: details.tests, rate: percent(lang, details.rate) })}</p>
      <Remarks of={answer.found.provenance?.remarks} />
    </div>
  );
}
