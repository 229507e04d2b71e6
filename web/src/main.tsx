import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onReach } from './api/client';
import { load } from './state/boot';
import { setMoment, start } from './state/store';
import { App } from './ui/App';
import { framesPerSecond } from './ui/player';
import { watchPrints } from './ui/print';
import './styles/base.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/time.css';
import './styles/pages.css';
import './styles/print.css';

declare global {
  interface Window {
    /** For tests and for the curious: is the map there, how fast does it play, and does a field lie on it. */
    dosi: { mapReady: boolean; frames: () => number; fps: () => number; field: () => boolean };
  }
}

window.dosi = { mapReady: false, frames: () => 0, fps: framesPerSecond, field: () => false };
start();
watchPrints();
onReach((online) => setMoment({ online }));
void load();
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
