// What the page needs before it can show anything: the city and its properties.

import { useSyncExternalStore } from 'react';
import { api, isOffline } from '../api/client';
import type { City, Dataset, Property } from '../api/types';
import { setZone } from '../time/steps';
import { withParents } from './subjects';

export interface Boot {
  city: City | null; properties: Property[]; datasets: Dataset[];
  /** The kinds of things that the server has: `gu`, `air-stations`, … */
  collections: string[];
  state: 'loading' | 'ready' | 'error'; error: string; offline: boolean;
}

let boot: Boot = { city: null, properties: [], datasets: [], collections: [], state: 'loading', error: '', offline: false };
const listeners = new Set<() => void>();

function become(next: Partial<Boot>): void {
  boot = { ...boot, ...next };
  for (const l of listeners) l();
}

export const getBoot = () => boot;

export function onBoot(l: () => void): () => void {
  listeners.add(l);
  return () => void listeners.delete(l);
}

export const useBoot = () => useSyncExternalStore(onBoot, getBoot);

export async function load(): Promise<void> {
  become({ state: 'loading' });
  try {
    const [city, properties, collections] = await Promise.all([api.city(), api.properties(), api.collections()]);
    setZone(city.zone);
    become({ city, properties: withParents(properties), collections: collections.collections.map((c) => c.id), state: 'ready', error: '', offline: false });
  } catch (e) {
    become({ state: 'error', error: e instanceof Error ? e.message : String(e), offline: isOffline(e) });
    return;
  }
  // Titles and spans of the data sets are wanted soon after, and nothing waits for them.
  api.datasets().then((datasets) => become({ datasets }), () => {});
}
