// Which property a view shows: worked out from what the server has, never from a list that must be kept in step.

import { pollutant } from '../colour/scale';
import type { Property } from '../api/types';
import { asStep, type Step } from '../time/steps';
import type { State, View } from './address';

const OF_VIEW: Record<Exclude<View, 'city' | 'data'>, string[]> = {
  air: ['gu', 'air-stations', 'city'],
  traffic: ['traffic-points', 'subway-stations'],
  noise: ['noise-sites'],
  place: ['dong', 'commercial-areas'],
};

/** What comes first in a list of properties; the rest follow by name. */
const ORDER = ['traffic_volume', 'pm10', 'pm25', 'pm2_5', 'o3', 'no2', 'co', 'so2', 'subway_boardings', 'subway_alightings',
  'laeq', 'leq', 'change_index', 'sales_amount', 'footfall', 'workers', 'residents', 'sales_count', 'operating_months', 'closing_months'];

const rank = (p: Property) => {
  const i = ORDER.indexOf(p.id);
  return i < 0 ? ORDER.length : i;
};

export function propertiesOf(view: View, all: Property[]): Property[] {
  const whole = all.filter((p) => !p.parent);
  const inOrder = (list: Property[]) => [...list].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
  if (view === 'data') return [];
  if (view === 'city') {
    return inOrder(whole.filter((p) => p.collections.includes('traffic-points') || /^pm/.test(pollutant(p.id) ?? '')));
  }
  const collections = OF_VIEW[view];
  return inOrder(whole.filter((p) => p.collections.some((c) => collections.includes(c)) && belongs(view, p)));
}

function belongs(view: View, p: Property): boolean {
  // Wind lies over the air view by itself; other weather is read in the panel of its station.
  if (view === 'air') return pollutant(p.id) !== null || p.collections.includes('air-stations');
  // A dong or gu may carry things of other subjects.
  if (view === 'place') return pollutant(p.id) === null;
  return true;
}

export interface Subject {
  property: Property;
  /** Null: all collections of the property together. */
  collection: string | null;
  step: Step;
  /** Hour-of-day parts of a monthly property, by hour, or null. */
  hours: (Property | undefined)[] | null;
}

export function subjectOf(s: Pick<State, 'view' | 'property' | 'collection'>, all: Property[]): Subject | null {
  const list = propertiesOf(s.view, all);
  const property = list.find((p) => p.id === s.property) ?? list[0];
  if (!property) return null;
  const shown = collectionsOf(s.view, property);
  const collection = s.view === 'place' ? (shown.find((c) => c === s.collection) ?? shown[0] ?? null) : null;
  return { property, collection, step: asStep(property.step), hours: hoursOf(property, all) };
}

/** Collections to choose between: areas of two kinds cannot lie on one another. */
export function collectionsOf(view: View, property: Property): string[] {
  return view === 'place' ? OF_VIEW.place.filter((c) => property.collections.includes(c)) : [];
}

/** `subway_boardings.h07_08` is the part of 07 to 08 o'clock. */
export function hoursOf(property: Property, all: Property[]): (Property | undefined)[] | null {
  const hours: (Property | undefined)[] = [];
  for (const p of all) {
    const m = p.parent === property.id ? /\.h(\d\d)_(\d\d)$/.exec(p.id) : null;
    if (m && (Number(m[1]) + 1) % 24 === Number(m[2]) % 24) hours[Number(m[1])] = p;
  }
  return hours.length > 0 ? hours : null;
}

/** A property that is published by hours of the day alone has no entry of its own: it is made from its parts. */
export function withParents(all: Property[]): Property[] {
  const known = new Set(all.map((p) => p.id));
  const made = new Map<string, Property>();
  for (const p of all) {
    if (!p.parent || known.has(p.parent) || !/\.h\d\d_\d\d$/.test(p.id)) continue;
    const bare = { ko: p.name.ko?.replace(/[ ·]*\d\d–\d\d시$/, '') ?? null, en: p.name.en?.replace(/,? *\d\d(:00)?–\d\d(:00)?( h)?$/, '') ?? null };
    const before = made.get(p.parent);
    made.set(p.parent, {
      ...p, id: p.parent, parent: null, name: bare,
      from: Math.min(p.from, before?.from ?? Infinity), to: Math.max(p.to, before?.to ?? -Infinity),
    });
  }
  return [...all, ...made.values()];
}

/** How the cursor moves: a monthly property with hours of the day is walked through by the hour. */
export function cursorStep(subject: Subject | null): Step {
  return !subject || subject.hours ? 'PT1H' : subject.step;
}
