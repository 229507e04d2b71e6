import { useMemo, useState } from 'react';
import { api } from '../api/client';
import type { Dataset, QualityReport } from '../api/types';
import { ramp } from '../colour/scale';
import { hex } from '../colour/tables';
import { useBoot } from '../state/boot';
import { set, useLang, useTheme } from '../state/store';
import { Skeleton } from '../ui/App';
import { nameIn, percent, useSay, whole } from '../words/say';
import { useAnswer } from './useAnswer';
import { VIEW_OF } from '../ui/Search';

type Row = QualityReport['datastreams'][number];
const PAGE = 60;

/** Completeness by month as a strip of colour for each datastream, and why values were flagged. */
export function QualityPage({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const { properties } = useBoot();
  const answer = useAnswer(dataset.id, () => api.quality(dataset.id));
  const [worst, setWorst] = useState(true);
  const [shown, setShown] = useState(PAGE);
  const [later, setLater] = useState<Row[]>([]);
  const [busy, setBusy] = useState(false);
  const report = answer.state === 'ready' ? answer.value : null;
  const loaded = useMemo(() => [...(report?.datastreams ?? []), ...later], [report, later]);
  const total = report?.datastreamsTotal ?? 0;
  const complete = loaded.length >= total;
  const rows = useMemo(() => {
    const name = (r: Row) => nameIn(lang, r.featureName, r.feature);
    // The server gives the worst first; only when all are here can they be put in another order.
    return worst || !complete ? loaded : [...loaded].sort((a, b) => name(a).localeCompare(name(b), lang));
  }, [loaded, worst, complete, lang]);
  const more = () => {
    const next = shown + PAGE * 2;
    setShown(next);
    if (complete || busy || next <= loaded.length) return;
    setBusy(true);
    api.quality(dataset.id, 500, loaded.length).then((q) => setLater([...later, ...q.datastreams]), () => {}).finally(() => setBusy(false));
  };
  if (answer.state === 'error') return <p className="empty">{say('errorTitle')}: {answer.message}</p>;
  if (!report) return <Skeleton />;
  const dark = theme === 'dark';
  const overall = report.completeness;
  const most = Math.max(1, ...report.reasons.map((r) => r.count));
  const several = new Set(loaded.map((r) => r.property)).size > 1;
  const property = (id: string) => nameIn(lang, properties.find((p) => p.id === id)?.name, id);
  const open = (r: Row) => {
    const collection = r.feature.split(':')[0]!;
    set({ view: VIEW_OF[collection] ?? 'air', property: properties.find((p) => p.id === r.property)?.parent ?? r.property, collection: null, feature: r.feature, datastream: r.id, dataset: null, tab: 'about' });
  };
  return (
    <div data-testid="quality">
      <p className="muted">{say(dark ? 'qualityIntroDark' : 'qualityIntro')}</p>
      <Key dark={dark} />
      <Strip label={say('all')} months={report.months} shares={overall} dark={dark} tall />
      <h2>{say('flagsByReason')}</h2>
      {report.reasons.every((r) => r.count === 0) ? <p className="empty">{say('noFlags')}</p> : (
        <ul className="reasons">
          {report.reasons.filter((r) => r.count > 0).sort((a, b) => b.count - a.count).map((r) => (
            <li key={r.code}><span>{nameIn(lang, r.name, r.code)} <small className="muted">{say(r.quality)}</small></span><i style={{ width: `${Math.max(0.5, (r.count / most) * 100)}%` }} /><b>{whole(lang, r.count)}</b></li>
          ))}
        </ul>
      )}
      <h2>{say('byDatastream')} <span className="muted">{whole(lang, report.datastreamsTotal)}</span></h2>
      {complete && <div className="segmented small" role="radiogroup" aria-label={say('byDatastream')}>
        <button type="button" role="radio" aria-checked={worst} onClick={() => setWorst(true)}>{say('sortWorst')}</button>
        <button type="button" role="radio" aria-checked={!worst} onClick={() => setWorst(false)}>{say('sortName')}</button>
      </div>}
      <div className="strips">
        {rows.slice(0, shown).map((r) => (
          <Strip key={r.id} months={report.months} shares={r.completeness} dark={dark}
            label={<button type="button" className="linkish" title={say('open')} onClick={() => open(r)}>{nameIn(lang, r.featureName, r.feature)}{/\/(in|out)$/.test(r.feature) && !/유입|유출/.test(r.featureName?.ko ?? '') && ` ${say(r.feature.endsWith('/in') ? 'inbound' : 'outbound')}`}{several && <small className="muted"> {property(r.property)}</small>}</button>}
            end={<><b>{percent(lang, average(r.completeness))}</b>{r.flagged > 0 && <small className="muted"> {say('flaggedCount', { n: whole(lang, r.flagged) })}</small>}</>} />
        ))}
      </div>
      {total > shown && <button type="button" className="plain" data-testid="quality-more" disabled={busy} onClick={more}>{say('more')} ({whole(lang, total - shown)})</button>}
    </div>
  );
}

function average(list: (number | null)[]): number {
  const known = list.filter((x): x is number => x !== null);
  return known.length === 0 ? 0 : known.reduce((a, b) => a + b, 0) / known.length;
}

const shade = (share: number, dark: boolean) => hex(ramp('cividis', dark)(share));

function Strip({ label, months, shares, dark, end, tall }: { label: React.ReactNode; months: string[]; shares: (number | null)[]; dark: boolean; end?: React.ReactNode; tall?: boolean }) {
  const lang = useLang();
  const say = useSay();
  const first = months[0]!;
  return (
    <div className={`strip ${tall ? 'tall' : ''}`}>
      <span className="strip-name">{label}</span>
      <div className="cells" role="img" aria-label={`${first} – ${months[months.length - 1]}: ${percent(lang, average(shares))}`}>
        {shares.map((s, i) => <i key={months[i]} className={s === null ? 'none' : ''} style={s === null ? undefined : { background: shade(s, dark) }} title={`${months[i]}: ${s === null ? say('notExpected') : percent(lang, s)}`} />)}
        {tall && <div className="cell-axis" aria-hidden="true">{months.map((m, i) => <span key={m}>{months.length <= 14 || m.endsWith('-01') ? (m.endsWith('-01') || i === 0 ? m.slice(0, months.length > 14 ? 4 : 7) : m.slice(5)) : ''}</span>)}</div>}
      </div>
      <span className="strip-end">{end}</span>
    </div>
  );
}

function Key({ dark }: { dark: boolean }) {
  const lang = useLang();
  const say = useSay();
  return (
    <p className="key" aria-hidden="true">
      <span>{percent(lang, 0)}</span>{[0, 0.2, 0.4, 0.6, 0.8, 1].map((s) => <i key={s} style={{ background: shade(s, dark) }} />)}<span>{percent(lang, 1)}</span><i className="none" /><span>{say('notExpected')}</span>
    </p>
  );
}
