// Printing, by the page's own button, by Ctrl+P or from the browser's menu: in light colours, whatever the screen has.
// The page's own ways wait until the map and the pictures have come in light colours. A browser that prints by itself waits
// for nothing: what is here is drawn anew before it takes the sheet, and a dark page keeps a light copy of each picture.

import { flushSync } from 'react-dom';
import { getMoment, getState, setMoment, themeOf } from '../state/store';

/** Milliseconds between two looks, and how long a print waits at most. */
const LOOK = 150;
const PATIENCE = 10_000;

interface PrintedMap { rest: () => boolean; draw: () => () => void }

const NOTHING = () => {};

let map: PrintedMap | null = null;
let over: () => void = NOTHING;

/** The map says whether it has come to rest, and draws for paper at once, until it is told that the print is over. */
export function printsMap(of: PrintedMap | null): void {
  map = of;
}

const coming = () => document.querySelector('.chart-wait, [data-testid=air-working]') !== null || map?.rest() === false;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Hears of every print. */
export function watchPrints(): void {
  window.addEventListener('beforeprint', () => {
    over();
    if (!getMoment().paper) flushSync(() => setMoment({ paper: 'at-once' }));
    flushSync(() => { over = map?.draw() ?? NOTHING; });
  });
  window.addEventListener('afterprint', () => {
    over();
    over = NOTHING;
    setMoment({ paper: null });
  });
}

export async function printPage(): Promise<void> {
  if (themeOf(getState()) === 'light') {
    window.print();
    return;
  }
  setMoment({ paper: 'in-time' });
  // At rest several times over: what the new colours call for is asked for a moment later.
  let rests = 0;
  for (const end = Date.now() + PATIENCE; rests < 3 && Date.now() < end; ) {
    await pause(LOOK);
    rests = coming() ? 0 : rests + 1;
  }
  window.print();
  setMoment({ paper: null });
}
