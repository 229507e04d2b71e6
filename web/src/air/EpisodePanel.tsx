import { useEffect, useState } from 'react';
import { api, wordsOf } from '../api/client';
import type { Episode, Name } from '../api/types';
import type { Lang } from '../state/address';
import { set, useLang, usePictureTheme } from '../state/store';
import { goTo } from '../ui/player';
import { Icon } from '../ui/icons';
import { Skeleton } from '../ui/App';
import { isoUtc, parseLocal } from '../time/steps';
import { nameIn, percent, useSay, when } from '../words/say';
import { Picture } from './AirPart';
import { Cannot } from './Cannot';
import { Remarks } from './Remarks';
import { EPISODE_COLOURS, yearOf } from './episodes';

/** One episode: what it was, how surely, and on what evidence. */
export default function EpisodePanel({ id }: { id: string }) {
  const say = useSay();
  const lang = useLang();
  const theme = usePictureTheme();
  const year = yearOf(id);
  const [found, setFound] = useState<{ id: string; episode: Episode | null; words: Name | null; remarks?: Name[] | undefined } | null>(null);
  const span = year === null ? null : { from: isoUtc(parseLocal(`${year}-01-01`)!), to: isoUtc(parseLocal(`${year + 1}-01-01`)!) };
  useEffect(() => {
    if (!span) return setFound({ id, episode: null, words: null });
    let gone = false;
    api.episodes(span.from, span.to).then((a) => {
      if (!gone) setFound({ id, episode: a.details.episodes.find((e) => e.id === id) ?? null, words: null, remarks: a.provenance?.remarks });
    }, (e: unknown) => { if (!gone) setFound({ id, episode: null, words: wordsOf(e) }); });
    return () => { gone = true; };
  }, [id]);
  const e = found?.id === id ? found.episode : null;
  const start = e ? Date.parse(e.start) / 1000 : 0;
  const end = e ? Date.parse(e.end) / 1000 : 0;
  const page = span && `/api/air/episodes?${new URLSearchParams({ ...span, episode: id, f: 'html', lang, theme })}`;
  return (
    <aside className="panel episode-panel" aria-label={say('panel')} data-testid="episode">
      <header>
        <div>
          <p className="kind">{say('episode')}</p>
          <h2>{e && <i className="episode-mark" style={{ background: EPISODE_COLOURS[e.class] }} />}{e ? nameIn(lang, e.name) : id}</h2>
        </div>
        <button type="button" className="quiet square" data-testid="panel-close" aria-label={say('close')} title={`${say('close')} (Esc)`} onClick={() => set({ episode: null })}><Icon name="close" /></button>
      </header>
      {!found && <Skeleton />}
      {found && !e && <p className="empty">{say('episodeGone')} {found.words && <Cannot words={found.words} />}</p>}
      {e && span && page && (
        <div className="panel-body" key={id}>
          <p className="lead">{nameIn(lang, e.sentence)}</p>
          <dl className="facts">
            <div><dt>{say('episodeFrom')}</dt><dd><button type="button" className="linkish" onClick={() => goTo(start)}>{when(lang, start, 'PT1H')}</button></dd></div>
            <div><dt>{say('episodeTo')}</dt><dd>{when(lang, end, 'PT1H')}</dd></div>
            <div><dt>{say('confidence')}</dt><dd>{percent(lang, Math.min(0.99, e.confidence))}</dd></div>
          </dl>
          <section className="episode-chart">
            <Picture path="/api/air/episodes" query={{ ...span, episode: id, lang, theme, background: 'none', width: '400' }} label={nameIn(lang, e.name)} />
          </section>
          <section>
            <table className="evidence">
              <caption>{say('evidence')}</caption>
              <thead><tr><th /><th>{say('evidenceFound')}</th><th>{say('logOdds')}</th></tr></thead>
              <tbody>{e.evidence.map((w) => <tr key={w.question}><td>{nameIn(lang, w.name)}</td><td>{w.found === null ? '–' : rounded(lang, w.found)}</td><td>{w.weight === null ? '–' : odds(lang, w.weight)}</td></tr>)}</tbody>
            </table>
            <Remarks of={found?.remarks} />
          </section>
          <p className="actions"><a className="plain" data-testid="episode-page" href={page} target="_blank" rel="noreferrer"><Icon name="print" size={18} />{say('episodePage')}</a></p>
        </div>
      )}
    </aside>
  );
}

/** Evidence for the class with its sign, against it with a minus. */
function odds(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value);
}

/** Three digits that count. */
function rounded(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', { maximumSignificantDigits: 3 }).format(value);
}
