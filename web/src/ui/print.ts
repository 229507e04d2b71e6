// Printing by the page's own button or by Ctrl+P: in light colours, whatever the screen has. Printed from the browser's
// menu a dark page stays dark, since a browser does not wait for a map to be drawn anew.

import { getState, set, themeOf } from '../state/store';

/** Milliseconds between two looks, and how long a print waits at most. */
const LOOK = 150;
const PATIENCE = 10_000;

let drawn = () => true;

/** The map says whether it has come to rest. */
export function printsWhen(rest: () => boolean): void {
  drawn = rest;
}

const coming = () => document.querySelector('.chart-wait, [data-testid=air-working]') !== null || !drawn();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export async function printPage(): Promise<void> {
  const { theme } = getState();
  if (themeOf(getState()) === 'light') {
    window.print();
    return;
  }
  set({ theme: 'light' });
  // At rest several times over: what the new colours call for is asked for a moment later.
  let rests = 0;
  for (const end = Date.now() + PATIENCE; rests < 3 && Date.now() < end; ) {
    await pause(LOOK);
    rests = coming() ? 0 : rests + 1;
  }
  window.print();
  set({ theme });
}
