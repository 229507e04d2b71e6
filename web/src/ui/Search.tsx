import { useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Found } from '../api/types';
import type { Stage } from '../map/stage';
import { getBoot } from '../state/boot';
import type { View } from '../state/address';
import { narrow } from '../state/size';
import { getState, set, useLang } from '../state/store';
import { propertiesOf } from '../state/subjects';
import { nameIn, otherName, useSay } from '../words/say';
import { WORDS, type Word } from '../words/words';
import { Icon } from './icons';
import { measuredAt, measuredFirst } from './order';

export const VIEW_OF: Record<string, View> = {
  'air-stations': 'air', 'weather-stations': 'air', 'traffic-points': 'traffic', links: 'traffic', 'subway-stations': 'traffic',
  'noise-sites': 'noise', dong: 'place', 'commercial-areas': 'place',
};

/** Goes to what was found: the view that shows it, the property that it has, the place on the map. */
export function goToFeature(found: Pick<Found, 'feature' | 'centre'> & { collection: string }, stage: Stage | null): void {
  const s = getState();
  const view = found.collection === 'gu' && s.view !== 'data' ? s.view : (VIEW_OF[found.collection] ?? 'city');
  const fits = propertiesOf(view, getBoot().properties).filter((p) => p.collections.includes(found.collection));
  const keep = view === s.view && fits.some((p) => p.id === s.property);
  set({
    view, feature: found.feature, datastream: null, dataset: null,
    property: keep ? s.property : (fits[0]?.id ?? null),
    collection: view === 'place' ? found.collection : null,
  });
  if (found.centre) {
    const zoom = found.collection === 'gu' ? 12 : found.collection === 'dong' ? 13.5 : 14;
    if (stage) fly(stage, found.centre, zoom);
    else set({ camera: { lon: found.centre[0], lat: found.centre[1], zoom } });
  }
}

export function fly(stage: Stage, centre: [number, number], zoom: number): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const wide = !narrow();
  stage.map.easeTo({ center: centre, zoom, duration: still ? 0 : 700, offset: wide ? [-190, 0] : [0, -innerHeight * 0.2] }, { dosi: true });
}

export function Search({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const [q, setQ] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = q.trim();
    if (!text) return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const s = getState();
      // Not what the map has drawn by now: on a slow machine that may be nothing yet.
      const measured = s.view === 'air' ? measuredAt(s, stop.signal).catch(() => new Set<string>()) : null;
      Promise.all([api.search(text, stop.signal), measured]).then(([list, has]) => {
        setFound(has ? measuredFirst(list, has) : list);
        setAt(0);
        setOpen(true);
      }, () => {});
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);

  const choose = (f: Found) => {
    goToFeature(f, stage);
    setOpen(false);
    setQ('');
    (document.activeElement as HTMLElement | null)?.blur();
  };

  const shown = open && q.trim() !== '' && found !== null;
  return (
    <div className="search" role="search" ref={box} onBlur={(e) => { if (!box.current?.contains(e.relatedTarget)) setOpen(false); }}>
      <Icon name="search" size={18} />
      <input
        id="search" type="text" inputMode="search" autoComplete="off" spellCheck={false} placeholder={say('searchHint')} aria-label={say('searchHint')}
        role="combobox" aria-expanded={shown} aria-controls={id} aria-activedescendant={shown && found[at] ? `${id}-${at}` : undefined} aria-autocomplete="list"
        data-testid="search" value={q} onChange={(e) => setQ(e.target.value)} onFocus={() => setOpen(true)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') {
            setQ('');
            e.currentTarget.blur();
          } else if (e.nativeEvent.isComposing || !found) return;
          else if (e.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (e.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (e.key === 'Enter' && found[at]) choose(found[at]);
          else return;
          e.preventDefault();
        }}
      />
      {!q && <kbd className="wide-only" aria-hidden="true">/</kbd>}
      {q && <button type="button" className="quiet square small" aria-label={say('clear')} onClick={() => setQ('')}><Icon name="close" size={16} /></button>}
      {shown && (
        <ul id={id} role="listbox" aria-label={say('searchHint')} data-testid="found">
          {found.length === 0 && <li className="none">{say('searchNone')}</li>}
          {found.map((f, i) => (
            <li key={f.feature} id={`${id}-${i}`} role="option" aria-selected={i === at} className={i === at ? 'at' : ''}
              onPointerDown={(e) => e.preventDefault()} onClick={() => choose(f)} onPointerMove={() => setAt(i)} ref={i === at ? (el) => el?.scrollIntoView({ block: 'nearest' }) : undefined}>
              <span><b>{nameIn(lang, f.name, f.feature)}</b> {otherName(lang, f.name) && <small lang={lang === 'ko' ? 'en' : 'ko'}>{otherName(lang, f.name)}</small>}</span>
              <em>{f.collection in WORDS ? say(f.collection as Word) : f.collection}{detail(f, say)}</em>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function detail(f: Found, say: ReturnType<typeof useSay>): string {
  if (f.collection === 'traffic-points' && !/유입|유출/.test(f.name.ko ?? '')) return f.feature.endsWith('/in') ? ` · ${say('inbound')}` : f.feature.endsWith('/out') ? ` · ${say('outbound')}` : '';
  return '';
}
