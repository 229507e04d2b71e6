import { useEffect } from 'react';
import { VIEWS } from '../state/address';
import { getMoment, getState, langOf, set, setMoment, themeOf } from '../state/store';
import { zoomWindow } from '../time/steps';
import { currentWindow, step, toggle, wholeSpan } from './player';
import { printPage } from './print';

function typing(e: KeyboardEvent): boolean {
  const el = e.target as HTMLElement;
  return el.matches('input, select, textarea, [contenteditable]') && (el as HTMLInputElement).type !== 'range';
}

export function zoomTime(factor: number, about = getState().time): void {
  set({ window: zoomWindow(currentWindow(), about, factor, wholeSpan()) });
}

export function useKeys(): void {
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (e.key === 'Escape') {
        if (getMoment().help) setMoment({ help: false });
        else if (!typing(e) && getState().feature) set({ feature: null, datastream: null });
        else if (!typing(e) && getState().episode) set({ episode: null });
        return;
      }
      if (e.key === 'p' && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey) {
        e.preventDefault();
        void printPage();
        return;
      }
      if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
      const onButton = (e.target as HTMLElement).matches('button, a, summary, [role=tab]');
      const data = getState().view === 'data';
      const number = Number(e.key);
      if (e.key === ' ' && !onButton && !data) toggle();
      else if (e.key === 'ArrowRight' && !data) step(1, e.shiftKey ? 'day' : 'step');
      else if (e.key === 'ArrowLeft' && !data) step(-1, e.shiftKey ? 'day' : 'step');
      else if (e.key === 'PageDown' && !data) step(1, 'week');
      else if (e.key === 'PageUp' && !data) step(-1, 'week');
      else if ((e.key === '+' || e.key === '=') && !data) zoomTime(0.5);
      else if (e.key === '-' && !data) zoomTime(2);
      else if (e.key === '/') document.getElementById('search')?.focus();
      else if (e.key === '?') setMoment({ help: !getMoment().help });
      else if (e.key === 'l') set({ lang: langOf(getState()) === 'ko' ? 'en' : 'ko' });
      else if (e.key === 'd') set({ theme: themeOf(getState()) === 'dark' ? 'light' : 'dark' });
      else if (number >= 1 && number <= VIEWS.length) goView(VIEWS[number - 1]!);
      else return;
      e.preventDefault();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, []);
}

export function goView(view: (typeof VIEWS)[number]): void {
  if (view === 'data') setMoment({ playing: false });
  set({ view, property: null, collection: null, dataset: null, tab: 'about', ...(getState().view === view ? {} : { feature: null, datastream: null }) });
}
