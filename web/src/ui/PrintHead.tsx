import { useEffect } from 'react';
import type { Stage } from '../map/stage';
import { useBoot } from '../state/boot';
import { useLang, useStore } from '../state/store';
import { subjectOf } from '../state/subjects';
import type { Dataset } from '../api/types';
import { licence } from '../panel/SourcePart';
import { nameIn, stampOf, useSay, when, unitIn } from '../words/say';
import { currentStep } from './player';

/** Seen on paper alone: what the view is, its time, and its sources. */
export function PrintHead({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const time = useStore((s) => s.time);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const against = useStore((s) => s.against);
  const { city, properties, datasets } = useBoot();
  // The map takes the paper's size before it is printed, or it would be cut.
  useEffect(() => {
    const paper = matchMedia('print');
    const fit = () => stage?.fitPaper();
    paper.addEventListener('change', fit);
    return () => paper.removeEventListener('change', fit);
  }, [stage]);
  const subject = subjectOf({ view, property, collection }, properties);
  if (!subject) return null;
  // The city view shows air and wind too; what does not reach the instant is no source of it.
  const also = view === 'city' || view === 'air' ? ['pm10', 'wind_speed', ...(view === 'city' ? ['traffic_volume'] : [])] : [];
  const ids = new Set([subject.property, ...properties.filter((p) => also.includes(p.id))].flatMap((p) => p.datasets));
  const holds = (d: Dataset) => (stampOf(d.from) ?? -Infinity) <= time && time < (stampOf(d.to) ?? Infinity);
  const used = datasets.filter((d) => ids.has(d.id) && holds(d));
  return (
    <div className="print-only print-head">
      <h1>{nameIn(lang, city?.name)} · {against && subject.property.id === 'traffic_volume' ? `${say('usualScale')} (%)` : `${nameIn(lang, subject.property.name)}${unitIn(lang, subject.property) && ` (${unitIn(lang, subject.property)})`}`}</h1>
      <p>{say('printed', { when: when(lang, time, currentStep()) })} ({say('localTime')})</p>
      <p className="sources">{say('source')}: {used.map((d) => `${nameIn(lang, d.title)} (${nameIn(lang, d.publisher)}; ${licence(d, say)})`).join(' · ')}</p>
    </div>
  );
}
