// The year's episodes of the air, asked for once a year of the calendar.

import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Episode } from '../api/types';
import { civil, isoUtc, parseLocal } from '../time/steps';

/** Okabe and Ito's colours; a fault is grey, as it was not in the air. */
export const EPISODE_COLOURS: Record<string, string> = {
  'yellow-dust': '#e69f00', 'regional-haze': '#0072b2', 'local-build-up': '#d55e00', 'photochemical-ozone': '#009e73',
  'single-station': '#cc79a7', 'instrument-fault': '#8a9299',
};

export interface Stretch { episode: Episode; start: number; end: number }

export function stretchOf(episode: Episode): Stretch {
  return { episode, start: Date.parse(episode.start) / 1000, end: Date.parse(episode.end) / 1000 };
}

/** After so many milliseconds without an answer it is said that they are being worked out: most answers are kept. */
const SOON = 700;

/**
 * The episodes of the years that the window touches; none where they are not wanted or cannot be told. `working` while the
 * server works them out, which takes seconds when a year is asked for the first time.
 */
export function useEpisodes(wanted: boolean, span: [number, number]): { found: Stretch[]; working: boolean } {
  const [from, to] = [civil(span[0]).year, civil(span[1] - 1).year];
  const [found, setFound] = useState<Stretch[]>([]);
  const [working, setWorking] = useState(false);
  useEffect(() => {
    setWorking(false);
    if (!wanted || to - from > 3) return setFound([]);
    let gone = false;
    const soon = setTimeout(() => setWorking(true), SOON);
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const year = (y: number) => api.episodes(isoUtc(parseLocal(`${y}-01-01`)!), isoUtc(parseLocal(`${y + 1}-01-01`)!)).then((a) => a.details.episodes, () => []);
    void Promise.all(years.map(year)).then((lists) => {
      if (gone) return;
      clearTimeout(soon);
      setWorking(false);
      setFound(lists.flat().map(stretchOf));
    });
    return () => {
      gone = true;
      clearTimeout(soon);
    };
  }, [wanted, from, to]);
  return { found, working };
}

/** The year that an episode's id begins with: what to ask for to have it. */
export function yearOf(id: string): number | null {
  const year = Number(/^(\d{4})-/.exec(id)?.[1]);
  return Number.isFinite(year) ? year : null;
}
