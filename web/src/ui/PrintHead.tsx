import { useSyncExternalStore } from 'react';
import type { Stage } from '../map/stage';
import type { AirLayerKind } from '../state/address';
import { useBoot } from '../state/boot';
import { useLang, useStore } from '../state/store';
import { subjectOf } from '../state/subjects';
import type { Dataset } from '../api/types';
import { licence } from '../panel/SourcePart';
import { nameIn, stampOf, useSay, when, unitIn } from '../words/say';
import { pollutant } from '../colour/scale';
import { civil } from '../time/steps';
import { LAYER_WORDS } from './Layers';
import { currentStep } from './player';

const NEVER = () => () => {};

/** The layer that really lies on the map: what is still being worked out, or cannot be, leaves the measured values. */
function useLaid(stage: Stage | null): { kind: AirLayerKind; hour: number | null } | null {
  const air = useSyncExternalStore((l) => stage?.onChange(l) ?? NEVER(), () => stage?.shown.air ?? null);
  if (!air || air.state === 'cannot') return null;
  if (air.state === 'ready') return { kind: air.kind, hour: null };
  // The hour before stays until its own has come.
  const { frame } = air;
  return frame && { kind: air.kind, hour: frame.of.start + frame.step * frame.of.stepSeconds };
}

/** Seen on paper alone: what the view is, its time, and its sources. */
export function PrintHead({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const time = useStore((s) => s.time);
  const view = useStore((s) => s.view);
  const property = useStore((s) => s.property);
  const collection = useStore((s) => s.collection);
  const wanted = useStore((s) => s.layer);
  const laid = useLaid(stage);
  // The map of the index has no measured concentrations under it.
  const layer = wanted === 'index' ? wanted : (laid?.kind ?? null);
  const against = useStore((s) => s.against);
  const { city, properties, datasets } = useBoot();
  const subject = subjectOf({ view, property, collection }, properties);
  if (!subject) return null;
  const isIndex = view === 'air' && layer === 'index';
  const name = isIndex ? `${say('indexName')} (CAI)` : against && subject.property.id === 'traffic_volume' ? `${say('usualScale')} (%)`
    : `${nameIn(lang, subject.property.name)}${unitIn(lang, subject.property) && ` (${unitIn(lang, subject.property)})`}`;
  // Directions and sources are of the year of the cursor.
  const ofYear = view === 'air' && (layer === 'polar' || layer === 'sources');
  // The city view shows air and wind too; what does not reach the instant is no source of it.
  const also = view === 'city' || view === 'air' ? ['pm10', 'wind_speed', ...(view === 'city' ? ['traffic_volume'] : [])] : [];
  const all = isIndex ? properties.filter((p) => pollutant(p.id)) : [];
  const ids = new Set([subject.property, ...all, ...properties.filter((p) => also.includes(p.id))].flatMap((p) => p.datasets));
  const holds = (d: Dataset) => (stampOf(d.from) ?? -Infinity) <= time && time < (stampOf(d.to) ?? Infinity);
  const used = datasets.filter((d) => ids.has(d.id) && holds(d));
  return (
    <div className="print-only print-head">
      <h1>{nameIn(lang, city?.name)} · {name}{view === 'air' && layer && !isIndex && ` · ${say(LAYER_WORDS[layer])}`}{laid?.hour != null && ` (${when(lang, laid.hour, 'PT1H')})`}</h1>
      <p>{say('printed', { when: ofYear ? String(civil(time).year) : when(lang, time, currentStep()) })} ({say('localTime')})</p>
      <p className="sources">{say('source')}: {used.map((d) => `${nameIn(lang, d.title)} (${nameIn(lang, d.publisher)}; ${licence(d, say)})`).join(' · ')}</p>
    </div>
  );
}
