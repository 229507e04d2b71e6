import { useEffect } from 'react';
import type { Stage } from '../map/stage';
import { useBoot } from '../state/boot';
import { useLang, useStore } from '../state/store';
import { subjectOf } from '../state/subjects';
import { nameIn, useSay, when, unitIn } from '../words/say';
import { currentStep } from './player';

/** Seen on paper alone: what the view is, its time, and its sources. */
export function PrintHead({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const time = useStore((s) => s.time);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const { city, properties, datasets } = useBoot();
  // The map takes the paper's size before it is printed, or it would be cut.
  useEffect(() => {
    const fit = () => stage?.map.resize();
    window.addEventListener('beforeprint', fit);
    window.addEventListener('afterprint', fit);
    return () => {
      window.removeEventListener('beforeprint', fit);
      window.removeEventListener('afterprint', fit);
    };
  }, [stage]);
  const subject = subjectOf({ view, property, collection }, properties);
  if (!subject) return null;
  const used = datasets.filter((d) => subject.property.datasets.includes(d.id));
  return (
    <div className="print-only print-head">
      <h1>{nameIn(lang, city?.name)} · {nameIn(lang, subject.property.name)} ({unitIn(lang, subject.property)})</h1>
      <p>{say('printed', { when: when(lang, time, currentStep()) })} ({say('localTime')})</p>
      <p className="sources">{say('source')}: {used.map((d) => `${nameIn(lang, d.title)} (${nameIn(lang, d.publisher)}; ${d.licence})`).join(' · ')}</p>
    </div>
  );
}
