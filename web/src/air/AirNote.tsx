import { useEffect, useState } from 'react';
import type { Shown } from '../map/shown';
import { useLang } from '../state/store';
import type { Lang } from '../state/address';
import { nameIn, number, percent, useSay } from '../words/say';
import type { Name } from '../api/types';
import { hourDigits } from './hour';
import type { Told } from './layer';

/** `found` is a share of the trials. */
interface Score { trials: number; found: number; error_m: number | null; strength_ratio: number | null; false_alarms: number | null }
/** Maps without a source, and the share that showed one. */
interface Empty { trials: number; alarmed: number | null }
interface Recovery { strength_g_s: number; stations: number; all: Score; where_told: Score }

/** What the layer over the map is, and how far it can be believed: beside the map, not in a manual. */
export function AirNote({ told, shown }: { told: Told; shown: Shown }) {
  const say = useSay();
  const lang = useLang();
  // That it is coming, or cannot be told, is said over the map: a folded legend would hide it.
  if (told.state === 'cannot' || (told.state === 'loading' && !told.frame)) return null;
  if (told.kind === 'polar') return <p className="note">{say('airPolarNote')} {say('airPolarScale')}</p>;
  if (told.kind === 'surface') {
    const tried = told.frame?.of;
    const unit = shown.subject?.property.unit ?? '';
    const error = told.hour?.error;
    const more = told.hour ? hourDigits(told.hour, unit).errors : 0;
    const text = (v: number) => number(lang, v, unit, more);
    return (
      <p className="note" data-testid="surface-note">{say('airSurfaceNote')}{error && <> <b>{say('airSurfaceError', { typical: text(error.typical), least: text(error.least), most: text(error.most), unit: shown.subject?.property.unitLabel ?? '' })}</b></>}{tried?.rmse != null && ` ${say('airSurfaceTried', { error: text(tried.rmse), unit: shown.subject?.property.unitLabel ?? '', cover: percent(lang, tried.coverage ?? 0) })}`}</p>
    );
  }
  if (told.kind === 'index') return <IndexNote told={told} />;
  return <SourcesNote told={told} />;
}

/** How the index was estimated, how often its grade was right, and what no document confirms of its rules. */
function IndexNote({ told }: { told: Told }) {
  const say = useSay();
  const lang = useLang();
  const of = told.frame?.of;
  const whole = (share: number) => percent(lang, Math.round(share * 100) / 100);
  return (
    <div className="note" data-testid="index-note">
      <p>{say('indexNote')}</p>
      {of?.grade_hit != null && <p>{say('indexTried', { hit: whole(of.grade_hit), promised: whole(of.grade_promised ?? 0) })}</p>}
      {of?.doubts && <Doubts doubts={besides(of.doubts, told.remarks)} />}
    </div>
  );
}

/** Seconds after which a person wants to know that something still happens. */
const SOON = 3;

/** That it is being worked out, for how long already, and that the page can be used meanwhile. */
export function Working({ told }: { told: Told }) {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [told.since]);
  const seconds = Math.max(0, Math.floor((now - told.since) / 1000));
  return (
    <div className="working">
      <p role="status">{say(told.kind === 'sources' ? 'airWorkingLong' : 'airWorking')}</p>
      {seconds >= SOON && <p>{say('airWorkingFor', { seconds })}</p>}
    </div>
  );
}

/** What is remarked on its own is not said among the doubts again. */
export function besides(doubts: Name[], remarks: Name[] | undefined): Name[] {
  return doubts.filter((d) => !remarks?.some((r) => r.en === d.en));
}

/** What no document confirms of the index. */
export function Doubts({ doubts }: { doubts: Name[] }) {
  const say = useSay();
  const lang = useLang();
  return (
    <details className="doubts" data-testid="index-doubts">
      <summary>{say('indexDoubts', { n: doubts.length })}</summary>
      <ul>{doubts.map((d) => <li key={d.en}>{nameIn(lang, d)}</li>)}</ul>
    </details>
  );
}

function SourcesNote({ told }: { told: Told }) {
  const say = useSay();
  const lang = useLang();
  const warning = told.details['warning'] as Name | undefined;
  const recovery = (told.details['recovery'] as Recovery[] | undefined) ?? [];
  const none = ((told.details['without_source'] as Empty[] | undefined) ?? []).at(-1);
  const n = told.places?.list.length ?? 0;
  const doubtful = told.places?.list.filter((p) => p.doubtful).length ?? 0;
  return (
    <div className="note" data-testid="recovery">
      <p>{say(n === 0 ? 'airSourcesNone' : doubtful > 0 ? 'airSourcesDoubted' : 'airSourcesNote', { n, doubtful })}</p>
      {warning && <p><b>{nameIn(lang, warning)}</b></p>}
      {recovery.length > 0 && (
        <table className="recovery">
          <caption>{say('airRecovery')}</caption>
          <thead><tr><th>{say('airStrength')}</th><th>{say('airFound')}</th><th>{say('airDistance')}</th><th>{say('airFalse')}</th></tr></thead>
          <tbody>{recovery.map((r) => (
            <tr key={`${r.strength_g_s} ${r.stations}`}><td>{digits(lang, r.strength_g_s)} g/s</td><td>{Math.round(r.all.found * r.all.trials)}/{r.all.trials}</td><td>{r.all.error_m == null ? '–' : `${digits(lang, r.all.error_m)} m`}</td><td>{r.all.false_alarms == null ? '–' : digits(lang, r.all.false_alarms)}</td></tr>
          ))}</tbody>
        </table>
      )}
      {none?.alarmed != null && <p>{say('airNoSource', { n: none.trials, k: Math.round(none.alarmed * none.trials) })}</p>}
    </div>
  );
}

function digits(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', { maximumSignificantDigits: 2 }).format(value);
}
