import { useState } from 'react';
import { api } from '../api/client';
import type { Dataset, IssueList } from '../api/types';
import { licence } from '../panel/SourcePart';
import type { DataTab } from '../state/address';
import { useBoot } from '../state/boot';
import { set, useLang, useStore } from '../state/store';
import { Skeleton } from '../ui/App';
import { Icon } from '../ui/icons';
import { Term } from '../ui/Term';
import { nameIn, percent, useSay, whole } from '../words/say';
import { datasetSpan } from './DataPages';
import { QualityPage } from './QualityPage';
import { useAnswer } from './useAnswer';

const TABS: [DataTab, 'tabAbout' | 'tabQuality' | 'tabIssues'][] = [['about', 'tabAbout'], ['quality', 'tabQuality'], ['issues', 'tabIssues']];

export function DatasetPage({ id }: { id: string }) {
  const say = useSay();
  const lang = useLang();
  const tab = useStore((s) => s.tab);
  const answer = useAnswer(id, () => api.dataset(id));
  const back = (
    <a className="back" href="#/data" onClick={(e) => { e.preventDefault(); set({ dataset: null, tab: 'about' }); }}><Icon name="back" size={16} />{say('backToList')}</a>
  );
  if (answer.state === 'loading') return <>{back}<Skeleton /></>;
  if (answer.state === 'error') return <>{back}<p className="empty">{say('errorTitle')}: {answer.message}</p></>;
  const d = answer.value;
  return (
    <>
      {back}
      <header className="page-head">
        <h1 data-testid="dataset-title">{nameIn(lang, d.title, d.id)}</h1>
        <p className="muted">{nameIn(lang, d.description)}</p>
      </header>
      <div className="tabs" role="tablist">
        {TABS.map(([t, word]) => <button key={t} type="button" role="tab" aria-selected={t === tab} data-testid={`tab-${t}`} onClick={() => set({ tab: t })}>{say(word)}</button>)}
      </div>
      <div role="tabpanel">
        {tab === 'about' && <Lineage d={d} />}
        {tab === 'quality' && <QualityPage dataset={d} />}
        {tab === 'issues' && <Issues dataset={id} />}
      </div>
    </>
  );
}

function Lineage({ d }: { d: Dataset }) {
  const say = useSay();
  const lang = useLang();
  const { properties } = useBoot();
  const imports = d.imports ?? [];
  const name = (id: string) => nameIn(lang, properties.find((p) => p.id === id)?.name, id);
  return (
    <>
      <dl className="facts wide">
        <div><dt>{say('publisher')}</dt><dd>{nameIn(lang, d.publisher)}</dd></div>
        <div><dt>{say('licence')}</dt><dd>{licence(d, say)}{d.licenceUrl && <> <code>{d.licenceUrl}</code></>}</dd></div>
        {/* A link out of the page is shown, never followed by the page itself. */}
        {d.origin && <div><dt>{say('origin')}</dt><dd><a href={d.origin} rel="noreferrer noopener" target="_blank">{d.origin}</a></dd></div>}
        <div><dt>{say('span')}</dt><dd>{datasetSpan(d)}</dd></div>
        <div><dt>{say('properties')}</dt><dd>{d.properties.filter((p) => !properties.find((q) => q.id === p)?.parent).slice(0, 24).map(name).join(', ')}</dd></div>
        <div><dt>{say('features')}</dt><dd>{whole(lang, d.features)}</dd></div>
        <div><dt><Term of="datastreams" /></dt><dd>{whole(lang, d.datastreams)}</dd></div>
        <div><dt><Term of="observations" /></dt><dd>{whole(lang, d.observations)}</dd></div>
        <div><dt><Term of="flagged" /></dt><dd>{whole(lang, d.flagged)}</dd></div>
        <div><dt><Term of="completeness" /></dt><dd>{d.completeness == null ? '–' : percent(lang, d.completeness)}</dd></div>
      </dl>
      <h2>{say('imports')}</h2>
      {imports.length === 0 ? <p className="empty">{say('noImports')}</p> : (
        <div className="table-box" tabIndex={0}>
          <table>
            <thead><tr><th>{say('file')}</th><th>{say('when')}</th><th className="n">{say('read')}</th><th className="n">{say('stored')}</th><th className="n">{say('unchanged')}</th><th className="n">{say('missing')}</th><th className="n">{say('rejected')}</th><th className="n">{say('tabIssues')}</th><th>SHA-256</th></tr></thead>
            <tbody>
              {imports.map((i) => (
                <tr key={i.id}>
                  <td className="file">{i.file}<small className="muted"> {kilobytes(i.bytes, lang)}</small></td>
                  <td>{String(i.at).slice(0, 16).replace('T', ' ')}</td>
                  <td className="n">{whole(lang, i.read)}</td><td className="n">{whole(lang, i.stored)}</td><td className="n">{whole(lang, i.unchanged)}</td><td className="n">{whole(lang, i.missing)}</td><td className="n">{whole(lang, i.rejected)}</td><td className="n">{whole(lang, i.issues)}</td>
                  <td><code title={i.sha256}>{i.sha256?.slice(0, 12)}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function kilobytes(bytes: number, lang: 'ko' | 'en'): string {
  return bytes < 1e6 ? `${whole(lang, bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function Issues({ dataset }: { dataset: string }) {
  const say = useSay();
  const [pages, setPages] = useState<IssueList['issues']>([]);
  const answer = useAnswer(dataset, () => api.issues(dataset));
  if (answer.state === 'loading') return <Skeleton />;
  if (answer.state === 'error') return <p className="empty">{say('errorTitle')}: {answer.message}</p>;
  const { total } = answer.value;
  const list = [...answer.value.issues, ...pages];
  if (list.length === 0) return <p className="empty">{say('noIssues')}</p>;
  return (
    <>
      <p className="muted">{say('issuesShown', { total, n: list.length })}</p>
      <div className="table-box" tabIndex={0}>
        <table className="wraps">
          <thead><tr><th>{say('file')}</th><th className="n">{say('line')}</th><th>{say('column')}</th><th>{say('element')}</th><th>{say('expected')}</th><th>{say('found')}</th><th className="n">{say('observations')}</th></tr></thead>
          <tbody>{list.map((i, k) => <tr key={k}><td className="file">{i.file}</td><td className="n">{i.line ?? ''}</td><td>{i.column}</td><td>{i.element}</td><td>{i.expected}</td><td><code>{i.found}</code></td><td className="n">{i.observations}</td></tr>)}</tbody>
        </table>
      </div>
      {list.length < total && <button type="button" className="plain" onClick={() => void api.issues(dataset, list.length).then((more) => setPages([...pages, ...more.issues]))}>{say('more')}</button>}
    </>
  );
}
