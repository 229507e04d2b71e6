import { useEffect, useState } from 'react';
import type { Shown } from '../map/stage';
import { useLang } from '../state/store';
import type { Lang } from '../state/address';
import { nameIn, number, percent, useSay } from '../words/say';
import type { Name } from '../api/types';
import type { Told } from './layer';

interface LeaveOneOut { rmse: number | null; coverage_of_nominal_95_percent: number | null; rmse_of_simpler_ways: Record<string, number | null> }
/** `found` is a share of the trials. */
interface Score { trials: number; found: number; error_m: number | null; strength_ratio: number | null; false_alarms: number | null }
/** Maps without a source, and the share that showed one. */
interface Empty { trials: number; alarmed: number | null }
interface Recovery { strength_g_s: number; stations: number; all: Score; where_told: Score }

/** What the layer over the map is, and how far it can be believed: beside the map, not in a manual. */
export function AirNote({ told, shown }: { told: Told; shown: Shown }) {
  const say = useSay();
  const lang = useLang();
  if (told.state === 'loading') return <Working told={told} />;
  if (told.state === 'cannot') return <p className="note" role="status">{say('airCannot')} <span lang="en">{told.problem}</span></p>;
  if (told.kind === 'polar') return <p className="note">{say('airPolarNote')}</p>;
  if (told.kind === 'surface') {
    const tried = told.details['leave_one_out'] as LeaveOneOut | undefined;
    const unit = shown.subject?.property.unit ?? '';
    return (
      <p className="note">{say('airSurfaceNote')}{tried?.rmse != null && ` ${say('airSurfaceTried', { error: number(lang, tried.rmse, unit), unit: shown.subject?.property.unitLabel ?? '', cover: percent(lang, tried.coverage_of_nominal_95_percent ?? 0) })}`}</p>
    );
  }
  return <SourcesNote told={told} />;
}

/** Seconds after which a person wants to know that something still happens. */
const SOON = 3;

/** That it is being worked out, for how long already, and that the page can be used meanwhile. */
function Working({ told }: { told: Told }) {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [told.since]);
  const seconds = Math.max(0, Math.floor((now - told.since) / 1000));
  return (
    <div className="note">
      <p role="status">{say(told.kind === 'sources' ? 'airWorkingLong' : 'airWorking')}</p>
      {seconds >= SOON && <p>{say('airWorkingFor', { seconds })}</p>}
    </div>
  );
}

function SourcesNote({ told }: { told: Told }) {
  const say = useSay();
  const lang = useLang();
  const warning = told.details['warning'] as Name | undefined;
  const recovery = (told.details['recovery'] as Recovery[] | undefined) ?? [];
  const none = ((told.details['without_source'] as Empty[] | undefined) ?? []).at(-1);
  const sources = (told.details['sources'] as unknown[] | undefined) ?? [];
  return (
    <div className="note" data-testid="recovery">
      <p>{say(sources.length === 0 ? 'airSourcesNone' : 'airSourcesNote', { n: sources.length })}</p>
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
