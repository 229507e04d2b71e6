import { lazy, Suspense, useEffect, useState } from 'react';
import type { Stage } from '../map/stage';
import { load, useBoot } from '../state/boot';
import { useLang, useStore, useTheme } from '../state/store';
import { useSay } from '../words/say';
import { Help } from './Help';
import { useKeys } from './keys';
import { Legend } from './Legend';
import { Layers } from './Layers';
import { Notice } from './Notice';
import { PrintHead } from './PrintHead';
import { Rail } from './Rail';
import { TimeBar } from './TimeBar';
import { TopBar } from './TopBar';

// The map brings MapLibre and deck.gl, the panel ECharts, the data pages themselves: each when it is wanted.
const MapView = lazy(() => import('../map/MapView'));
const BesideMap = lazy(() => import('../map/BesideMap'));
const Panel = lazy(() => import('../panel/Panel'));
const EpisodePanel = lazy(() => import('../air/EpisodePanel'));
const DataPages = lazy(() => import('../pages/DataPages'));

export function App() {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const view = useStore((s) => s.view);
  const feature = useStore((s) => s.feature);
  const episode = useStore((s) => (s.view === 'air' ? s.episode : null));
  const beside = useStore((s) => s.view === 'traffic' && s.beside !== null);
  const online = useStore((_s, m) => m.online);
  const boot = useBoot();
  const [stage, setStage] = useState<Stage | null>(null);
  useKeys();

  useEffect(() => {
    const root = document.documentElement;
    root.lang = lang;
    root.dataset['theme'] = theme;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', theme === 'dark' ? '#12171b' : '#ffffff');
    document.title = `${say(view)} · ${lang === 'ko' ? '도시 Dosi' : 'Dosi 도시'}`;
  }, [lang, theme, view, say]);

  const failed = boot.state === 'error';
  return (
    <div className={`app view-${view} ${beside ? 'with-beside' : ''} ${(feature || episode) && view !== 'data' ? 'with-panel' : ''}`}>
      <a className="skip" href="#main" onClick={(e) => { e.preventDefault(); document.getElementById('main')?.focus(); }}>{say('skip')}</a>
      <TopBar stage={stage} />
      <Rail />
      {(!online || failed) && (
        <div className="banner" role="alert" data-testid="offline">
          <span>{!online || boot.offline ? say('offline') : `${say('errorTitle')}: ${boot.error}`}</span>
          <button type="button" onClick={() => { void load().then(() => stage?.reload()); }}>{say('retry')}</button>
        </div>
      )}
      <main id="main" tabIndex={-1}>
        {view === 'data' ? (
          <Suspense fallback={<div className="page"><Skeleton /></div>}><DataPages /></Suspense>
        ) : (
          <>
            <Suspense fallback={null}>{boot.state !== 'loading' && <MapView onStage={setStage} />}</Suspense>
            {stage && beside && <Suspense fallback={null}><BesideMap first={stage} /></Suspense>}
            <PrintHead stage={stage} />
            <div className="overlay">
              <Layers />
              {stage && <Notice stage={stage} />}
              {stage && <Legend stage={stage} />}
            </div>
            {episode && !feature && <Suspense fallback={<aside className="panel"><Skeleton /></aside>}><EpisodePanel id={episode} /></Suspense>}
            {feature && stage && <Suspense fallback={<aside className="panel"><Skeleton /></aside>}><Panel stage={stage} /></Suspense>}
          </>
        )}
      </main>
      {view !== 'data' && <TimeBar stage={stage} />}
      <Help />
    </div>
  );
}

export function Skeleton() {
  return <div className="skeleton" aria-hidden="true"><i /><i /><i /><i /></div>;
}
