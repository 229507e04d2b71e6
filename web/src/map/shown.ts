// What the frame around the map reads of the stage; light, so that it does not bring the map's libraries with it.

import { useSyncExternalStore } from 'react';
import { getState, langOf } from '../state/store';
import { nameIn, number, say } from '../words/say';
import type { Lang } from '../state/address';
import { compass } from '../words/words';
import { nameOf } from './geo';
import type { Told } from '../air/layer';
import type { Scale } from '../colour/scale';
import type { Subject } from '../state/subjects';
import type { Stage } from './stage';
import type { Track, TrackState } from './track';

export function useShown(stage: Stage): Shown {
  return useSyncExternalStore((l) => stage.onChange(l), () => stage.shown);
}

/** Name of a feature from the geometry at hand, without asking the server. */
export function localName(stage: Stage, feature: string): string {
  const collection = feature.split(':')[0]!;
  const lang = langOf(getState());
  const found = stage.shapes[collection]?.byId.get(feature);
  if (collection === 'links' && /^\d*$/.test(String(found?.properties?.['name_ko'] ?? ''))) return say(lang, 'links');
  return nameIn(lang, nameOf(found), feature.split(':').slice(1).join(':'));
}

export interface Wind { from: number | null; speed: number | null; calm: boolean }

export function windText(wind: Wind, lang: Lang): string {
  if (wind.calm || wind.from === null) return say(lang, 'calm');
  return say(lang, 'windFrom', { dir: compass(wind.from, lang), speed: wind.speed === null ? '–' : number(lang, wind.speed, 'm/s') });
}

/** What the legend, the tooltip and the panel want to know of the stage. */
export interface Shown {
  subject: Subject | null; scale: Scale | null; state: TrackState; wind: Wind | null; windStation: string | null;
  /** City view: the pollutant that tints the districts. */
  tint: { track: Track; scale: Scale } | null; track: Track | null; flagged: boolean; edition: number;
  /** Counts are shown against usual. */
  against: boolean;
  /** What is worked out about the air and lies over the map. */
  air: Told | null;
}

export const NOTHING_SHOWN: Shown = { subject: null, scale: null, state: 'loading', wind: null, windStation: null, tint: null, track: null, flagged: false, edition: 0, against: false, air: null };

/** Whether those who listen would see no difference. */
export function sameShown(a: Shown, b: Shown): boolean {
  return (Object.keys(b) as (keyof Shown)[]).every((k) => (k === 'subject' || k === 'wind' || k === 'tint' ? JSON.stringify(slim(a[k])) === JSON.stringify(slim(b[k])) : a[k] === b[k]));
}

/** Enough of a part of `Shown` to see whether it has changed. */
function slim(v: unknown): unknown {
  const o = v as { track?: Track; property?: { id: string }; collection?: string | null } | null;
  if (o?.track) return [o.track.property.id, o.track.state];
  return o?.property ? [o.property.id, o.collection] : v;
}
