import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Name } from '../api/types';
import { useLang } from '../state/store';
import { nameIn } from '../words/say';

/** The names of a data set's reasons for flagging; the bare code until they are there. */
export function useReasons(dataset: string | null): (code: string) => string {
  const lang = useLang();
  const [names, setNames] = useState<Map<string, Name>>(new Map());
  useEffect(() => {
    if (!dataset) return;
    let gone = false;
    api.quality(dataset, 1).then((q) => { if (!gone) setNames(new Map(q.reasons.map((r) => [r.code, r.name]))); }, () => {});
    return () => { gone = true; };
  }, [dataset]);
  return (code) => nameIn(lang, names.get(code), code);
}
