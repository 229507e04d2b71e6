import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { AirAnalysis } from '../api/types';
import { AIR_LAYERS } from '../state/address';
import { useBoot } from '../state/boot';
import { set, useLang, useStore } from '../state/store';
import { collectionsOf, propertiesOf, subjectOf } from '../state/subjects';
import { nameIn, useSay } from '../words/say';

export const LAYER_WORDS = { index: 'airIndex', surface: 'airSurface', polar: 'airPolar', sources: 'airSources' } as const;

/** What a layer is made of. */
const ANALYSES = { index: 'index-surface', surface: 'surface-hours', polar: 'polar', sources: 'sources' } as const;

/** What is shown: one chip a property; where areas are of two kinds, which kind. */
export function Layers() {
  const say = useSay();
  const lang = useLang();
  const view = useStore((s) => s.view);
  const chosen = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const against = useStore((s) => s.against);
  const beside = useStore((s) => s.beside);
  const layer = useStore((s) => s.layer);
  const [analyses, setAnalyses] = useState<AirAnalysis[]>([]);
  useEffect(() => {
    if (view === 'air') api.airAnalyses().then(setAnalyses, () => {});
  }, [view]);
  const layers = AIR_LAYERS.filter((l) => analyses.some((a) => a.id === ANALYSES[l]));
  const { properties, state } = useBoot();
  if (state !== 'ready') return null;
  const list = propertiesOf(view, properties);
  const subject = subjectOf({ view, property: chosen, collection }, properties);
  if (!subject) return <p className="notice">{say('noProperty')}</p>;
  const kinds = collectionsOf(view, subject.property);
  const few = list.slice(0, 6);
  const rest = list.slice(6);
  const isIndex = view === 'air' && layer === 'index';
  const choose = (id: string) => set({ property: id, datastream: null, ...(isIndex && { layer: null }) });
  return (
    <div className="layers">
      <div className="chips" role="radiogroup" aria-label={say(view)}>
        {layers.includes('index') && <button type="button" role="radio" aria-checked={isIndex} data-testid="layer-index" onClick={() => set({ layer: 'index' })}>{say('airIndex')}</button>}
        {few.map((p) => (
          <button key={p.id} type="button" role="radio" aria-checked={!isIndex && p.id === subject.property.id} data-testid={`property-${p.id}`} onClick={() => choose(p.id)}>{nameIn(lang, p.name, p.id)}</button>
        ))}
        {rest.length > 0 && (
          <select className={rest.some((p) => p.id === subject.property.id) ? 'on' : ''} aria-label={say('more')} value={rest.some((p) => p.id === subject.property.id) ? subject.property.id : ''} onChange={(e) => choose(e.target.value)}>
            <option value="" disabled>{say('more')}</option>
            {rest.map((p) => <option key={p.id} value={p.id}>{nameIn(lang, p.name, p.id)}</option>)}
          </select>
        )}
      </div>
      {subject.property.id === 'traffic_volume' && (
        <div className="chips second" role="radiogroup" aria-label={say('usualScale')}>
          {([null, 'usual'] as const).map((a) => <button key={a ?? 'value'} type="button" role="radio" aria-checked={a === against} data-testid={`against-${a ?? 'value'}`} onClick={() => set({ against: a })}>{say(a ? 'showUsual' : 'showValue')}</button>)}
        </div>
      )}
      {view === 'traffic' && (
        <div className="chips second">
          <button type="button" aria-pressed={beside !== null} data-testid="beside" onClick={() => set({ beside: beside === null ? -168 : null })}>{say('besideTwo')}</button>
        </div>
      )}
      {view === 'air' && !isIndex && layers.length > 0 && (
        <div className="chips second" role="radiogroup" aria-label={say('airLayer')}>
          {[null, ...layers.filter((l) => l !== 'index')].map((l) => <button key={l ?? 'values'} type="button" role="radio" aria-checked={l === layer} data-testid={`layer-${l ?? 'values'}`} onClick={() => set({ layer: l })}>{say(l ? LAYER_WORDS[l] : 'airValues')}</button>)}
        </div>
      )}
      {kinds.length > 1 && (
        <div className="chips second" role="radiogroup" aria-label={say('place')}>
          {kinds.map((k) => (
            <button key={k} type="button" role="radio" aria-checked={k === subject.collection} onClick={() => set({ collection: k, property: subject.property.id, feature: null, datastream: null })}>{say(k === 'dong' ? 'byDong' : 'byArea')}</button>
          ))}
        </div>
      )}
    </div>
  );
}
