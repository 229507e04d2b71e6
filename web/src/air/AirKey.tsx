import { fittedGradient, limitsIn } from '../colour/fitted';
import type { Property } from '../api/types';
import { holds } from '../map/geo';
import { localName } from '../map/shown';
import type { Stage } from '../map/stage';
import { useLang } from '../state/store';
import { fly } from '../ui/Search';
import { number, unitIn, useSay, type Say } from '../words/say';
import { hourDigits } from './hour';
import type { Told } from './layer';
import { isUntested, type SourcePlace } from './places';

/** The colours of a surface as they were fitted to the hour, with the limits of the grades on them. */
export function SurfaceKey({ told, property }: { told: Told; property: Property }) {
  const say = useSay();
  const lang = useLang();
  if (!told.hour) return null;
  const { fitted, low, high } = told.hour;
  const more = hourDigits(told.hour, property.unit).values;
  const text = (v: number) => number(lang, v, property.unit, more);
  const limits = limitsIn(fitted);
  const at = (v: number) => (100 * (v - low)) / (high - low || 1);
  return (
    <div className="surface-key" data-testid="surface-key">
      <div className="bar" style={{ background: fittedGradient(fitted) }} role="img" aria-label={say('airRange', { low: text(low), high: text(high), unit: unitIn(lang, property) })}>
        {limits.map((v) => <i key={v} style={{ left: `${at(v)}%` }} />)}
      </div>
      <div className="ends">
        <span>{text(low)}</span>
        {limits.filter((v) => at(v) > 14 && at(v) < 86).map((v) => <em key={v} style={{ left: `${at(v)}%` }}>{number(lang, Math.ceil(v * 1000) / 1000, property.unit)}</em>)}
        <span>{text(high)}</span>
      </div>
      <p className="marks-line"><i className="contour" /> {say('airContour', { unit: unitIn(lang, property) })}</p>
    </div>
  );
}

/** The server's ramp of polar surfaces (inferno), from a plot's own least to its own most. */
const INFERNO = '#000004, #160b39, #420a68, #6a176e, #932667, #bc3754, #dd513a, #f37819, #fca50a, #f6d746, #fcffa4';

export function PolarKey() {
  const say = useSay();
  return (
    <div className="surface-key" data-testid="polar-key">
      <div className="bar" style={{ background: `linear-gradient(90deg, ${INFERNO})` }} />
      <div className="ends"><span>{say('airLow')}</span><span>{say('airHigh')}</span></div>
    </div>
  );
}

/** What the colours and outlines of the map of sources mean, and its places, each a way there. */
export function SourcesKey({ told, stage }: { told: Told; stage: Stage }) {
  const say = useSay();
  const lang = useLang();
  const { places } = told;
  if (!places) return null;
  const digits = (v: number) => new Intl.NumberFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', { maximumSignificantDigits: 2 }).format(v);
  return (
    <div data-testid="sources-key">
      <ul className="marks">
        {places.cell && <li><i className="ramp" style={{ background: `linear-gradient(90deg, ${places.cell}33, ${places.cell}d0)` }} /> {say('airSourceCell')}</li>}
        {places.list.length > 0 && <li><i className="outline" /> {say('airSourceArea')}</li>}
        {places.blind && <li><i className="ramp" style={{ background: `${places.blind}60` }} /> {say('airSourceBlind')}</li>}
        <li><i className="dot" /> {say('airSourceDot')}</li>
      </ul>
      {places.list.length > 0 && (
        <div className="places">
          <p className="muted">{say('airSourceList')}</p>
          <ol data-testid="source-list">
            {places.list.map((p) => (
              <li key={p.number}>
                <button type="button" onClick={() => fly(stage, [p.lon, p.lat], 12.5)}>
                  <b>{p.number}</b><span>{whereIs(stage, p, say)}{p.doubtful && <small> · {say('airSourceDoubtful')}</small>}</span>
                  <em>{say('airSourceStrength', { strength: digits(p.strength), lower: digits(p.lower), upper: digits(p.upper) })}</em>
                  {p.atEdge && <small className="aside">{say('airSourceEdge')}</small>}
                  {isUntested(p, told.details) && <small className="aside">{say('airSourceUntested')}</small>}
                </button>
              </li>
            ))}
          </ol>
          {places.list.some((p) => p.doubtful) && <p className="muted">{say('airSourceDoubt')}</p>}
        </div>
      )}
    </div>
  );
}

/** The district that holds a place; of one outside the city, the nearest. */
function whereIs(stage: Stage, p: SourcePlace, say: Say): string {
  const held = stage.shapes['gu']?.geo.features.find((f) => holds(f.geometry, [p.lon, p.lat]));
  if (held) return localName(stage, String(held.properties!['fid']));
  const far = (q: { at: [number, number] }) => Math.hypot((q.at[0] - p.lon) * 0.79, q.at[1] - p.lat);
  const nearest = [...(stage.points['gu'] ?? [])].sort((a, b) => far(a) - far(b))[0];
  return nearest ? say('airNearby', { where: localName(stage, nearest.feature) }) : '';
}
