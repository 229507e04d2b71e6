import type { Feature, Match } from '../api/types';
import { useLang } from '../state/store';
import { metres, useSay } from '../words/say';
import { attributeName } from '../words/words';

const HIDDEN = new Set(['name_ko', 'name_en', 'id', 'fid', 'gu', 'geometry', 'direction', 'point']);

/** What the publisher says of the feature, in the publisher's own words, and which road the map gives a counting point. */
export function About({ feature, match }: { feature: Feature; match: Match | undefined }) {
  const say = useSay();
  const lang = useLang();
  const attributes = feature.attributes ?? {};
  // Where the publisher's word is there in both languages, the reader's own is shown.
  const spoken = (k: string) => (lang === 'en' ? !(`${k}_en` in attributes) : !k.endsWith('_en'));
  const rows = Object.entries(attributes).filter(([k, v]) => !HIDDEN.has(k) && spoken(k) && v !== null && v !== '' && typeof v !== 'object');
  const at = feature.centre;
  if (rows.length === 0 && !at) return null;
  const road = match && `${match.link.replace('links:', '')} · ${metres(lang, match.distanceM)} · ${say(match.confidence === 'ambiguous' ? 'roadAmbiguous' : 'roadInferred')}`;
  return (
    <section className="about">
      <h3>{say('about')}</h3>
      <dl className="facts">
        {rows.slice(0, 12).map(([k, v]) => <div key={k}><dt>{attributeName(k, lang)}</dt><dd>{String(v).replace('->', ' → ')}</dd></div>)}
        {road && <div><dt>{say('roadOnMap')}</dt><dd>{road}</dd></div>}
        {at && <div><dt>{say('lonLat')}</dt><dd>{at[0].toFixed(4)}, {at[1].toFixed(4)}</dd></div>}
      </dl>
    </section>
  );
}
