// What the frame around the map reads of the stage; light, so that it does not bring the map's libraries with it.

import { useSyncExternalStore } from 'react';
import { getState, langOf } from '../state/store';
import { nameIn, number, say } from '../words/say';
import type { Lang } from '../state/address';
import { compass } from '../words/words';
import { nameOf } from './geo';
import type { Shown, Stage } from './stage';

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
