import { api } from '../api/client';
import type { Dataset } from '../api/types';
import { licence } from '../panel/SourcePart';
import { set, useLang, useStore } from '../state/store';
import { Skeleton } from '../ui/App';
import { date, nameIn, percent, stampOf, useSay, whole } from '../words/say';
import { DatasetPage } from './DatasetPage';
import { useAnswer } from './useAnswer';

export default function DataPages() {
  const dataset = useStore((s) => s.dataset);
  return <div className="page" data-testid="data-page">{dataset ? <DatasetPage key={dataset} id={dataset} /> : <Catalogue />}</div>;
}

export function datasetSpan(d: Dataset): string {
  const from = stampOf(d.from);
  const to = stampOf(d.to);
  return from === null || to === null ? '–' : `${date(from)} – ${date(to - 1)}`;
}

function Catalogue() {
  const say = useSay();
  const lang = useLang();
  const answer = useAnswer('all', api.datasets);
  return (
    <>
      <header className="page-head">
        <h1>{say('catalogue')}</h1>
        <p className="muted">{say('catalogueIntro')}</p>
      </header>
      {answer.state === 'loading' && <Skeleton />}
      {answer.state === 'error' && <p className="empty">{say('errorTitle')}: {answer.message}</p>}
      {answer.state === 'ready' && (
        <ul className="catalogue" data-testid="catalogue">
          {[...answer.value].sort((a, b) => Number(b.observations > 0) - Number(a.observations > 0)).map((d) => (
            <li key={d.id}>
              <a href={`#/data/${encodeURIComponent(d.id)}`} onClick={(e) => { if (!e.metaKey && !e.ctrlKey) { e.preventDefault(); set({ dataset: d.id, tab: 'about' }); } }}>
                <h2>{nameIn(lang, d.title, d.id)}</h2>
                <p className="muted">{nameIn(lang, d.publisher)} · {licence(d, say)}</p>
                <dl>
                  {d.observations > 0 && <div className="full"><dt>{say('span')}</dt><dd>{datasetSpan(d)}</dd></div>}
                  <div><dt>{say('features')}</dt><dd>{whole(lang, d.features)}</dd></div>
                  {d.observations > 0 ? (
                    <>
                      <div><dt>{say('observations')}</dt><dd>{whole(lang, d.observations)}</dd></div>
                      {d.completeness != null && <div className="meter-row"><dt>{say('completeness')}</dt><dd>{percent(lang, d.completeness)}<Meter share={d.completeness} /></dd></div>}
                      <div><dt>{say('flagged')}</dt><dd>{whole(lang, d.flagged)}</dd></div>
                    </>
                  ) : <div><dt>{say('observations')}</dt><dd>{say('shapesOnly')}</dd></div>}
                </dl>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Meter({ share }: { share: number | null }) {
  return <span className="meter" aria-hidden="true"><i style={{ width: `${Math.round((share ?? 0) * 100)}%` }} /></span>;
}
