import { answeringNow } from '../air/district';
import type { Estimate } from '../air/hour';
import type { Name, Property } from '../api/types';
import { classAt, INDEX_GRADES, pollutant, type Scale } from '../colour/scale';
import { useLang, useStore, useTheme } from '../state/store';
import { getBoot } from '../state/boot';
import { errorDigits, nameIn, number, short, useSay, when, unitIn } from '../words/say';
import type { Pixel } from './hit';
import { localName, windText } from './shown';
import { scaleOf } from './scales';
import type { Stage } from './stage';
import { useReasons } from '../panel/reasons';

/** Name, value as observed, time; a flagged value says why. */
export function Tip({ stage, feature, at, touched }: { stage: Stage; feature: string; at: Pixel; touched: boolean }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  useStore((s) => s.time);
  const t = stage.time();
  const { track, tint, wind } = stage.shown;
  const collection = feature.split(':')[0]!;
  const traffic = getBoot().properties.find((p) => p.id === 'traffic_volume');
  const shown = (collection === 'gu' || collection === 'air-stations') && tint ? tint.track
    : collection === 'traffic-points' && track && pollutant(track.property.id) && traffic ? stage.trackOf(traffic.id) : track;
  const station = answeringNow(stage, feature);
  const cell = shown?.cellAt(station ?? feature, t) ?? null;
  const scale = shown && scaleOf(shown.property, theme, () => [...shown.drawn.values()], shown.collection ?? '');
  const grade = scale && cell ? classAt(scale, cell.value) : null;
  const reasons = useReasons(cell && cell.quality !== 'good' ? cell.datastream.split('/')[0]! : null);
  const width = stage.map.getContainer().clientWidth;
  const direction = collection === 'traffic-points' ? (feature.endsWith('/out') ? say('outbound') : say('inbound')) : '';
  const towards = stage.shapes[collection]?.byId.get(feature)?.properties?.['towards'];
  const against = collection === 'traffic-points' && stage.shown.against ? stage.usual?.now.get(feature) : undefined;
  // On the map of the index a station shows its index, and the ground says nothing of one pollutant.
  const index = stage.shown.air?.kind === 'index' ? stage.shown.air.frame : null;
  const spot = index?.of.stations?.find((s) => s.id === (station ?? feature));
  const told = stage.shown.air;
  const onSurface = told?.kind === 'surface' && collection === 'gu' ? told : null;
  // The hour before stays on the map until its own has come, and is no estimate of it.
  const coming = onSurface?.state === 'loading';
  const place = onSurface?.frame && !coming ? stage.map.unproject([at.x, at.y]) : null;
  const estimate = place && onSurface?.frame ? stage.estimateAt(onSurface.frame, place.lng, place.lat) : null;
  const measures = shown && !estimate && !coming && !index && (shown.property.collections.includes(collection));
  return (
    <>
    {touched && <i className="tip-spot" style={{ left: at.x, top: at.y }} />}
    <div className={`tip ${at.x > width - 260 ? 'left' : ''} ${at.y < (touched ? 220 : 120) ? 'under' : ''}`} style={{ left: at.x, top: at.y }} role="status" data-testid="tip">
      <b>{localName(stage, feature)}</b>
      {direction && <small>{direction}{typeof towards === 'string' ? ` · ${towards.replace(/^\[[^\]]*\]/, '')}` : ''}</small>}
      {collection === 'weather-stations' && wind && <span>{windText(wind, lang)}</span>}
      {spot && index && <IndexLine index={spot.index[index.step]!} grade={spot.grade[index.step]!} led={index.of.items?.[spot.responsible[index.step]!]} />}
      {measures && (cell ? (
        <span className={cell.quality === 'good' ? 'value' : 'value flagged'}>
          <i className="swatch" style={{ background: cell.quality === 'good' ? grade?.colour : 'transparent', borderColor: grade?.colour }} />
          {scale?.kind === 'category' ? `${grade?.letter ?? ''} ${nameIn(lang, grade?.name)}` : `${cell.value >= 1e6 ? short(lang, cell.value) : number(lang, cell.value, shown.property.unit)} ${unitIn(lang, shown.property)}`}
          {scale?.kind === 'grade' && grade && ` · ${nameIn(lang, grade.name)}`}
        </span>
      ) : <span className="muted">{shown.state === 'loading' ? say('loading') : say('missingAt', { when: when(lang, t, shown.step) })}</span>)}
      {station && ((measures && cell) || spot) && <small data-testid="tip-station">{say('measuredAt', { station: localName(stage, station) })}</small>}
      {coming && <span className="muted" data-testid="surface-coming">{say('surfaceComing')}</span>}
      {estimate && track && <EstimateLine estimate={estimate} property={track.property} scale={scale ?? null} />}
      {against && shown && <small>{cell && Number.isFinite(against.percent)
        ? say('againstUsual', { percent: signedPercent(against.percent), usual: `${number(lang, against.usual)} ${unitIn(lang, shown.property)}` })
        : say('emptyUsually', { usual: `${number(lang, against.usual)} ${unitIn(lang, shown.property)}` })}</small>}
      {cell && !coming && !estimate && cell.quality !== 'good' && <small className="reason">{say(cell.quality)}{cell.reasons.length > 0 && `: ${cell.reasons.map((r) => reasons(r)).join(', ')}`}</small>}
      {touched && <small>{say(station ? 'tapAgainStation' : 'tapAgain')}</small>}
    </div>
    </>
  );
}

/** What the surface says of a place, with its standard error. */
function EstimateLine({ estimate, property, scale }: { estimate: Estimate; property: Property; scale: Scale | null }) {
  const say = useSay();
  const lang = useLang();
  const grade = scale && classAt(scale, estimate.value);
  const more = errorDigits(estimate.error, property.unit);
  return (
    <>
      <span className="value" data-testid="estimate"><i className="swatch" style={{ background: grade?.colour, borderColor: grade?.colour }} />
        {number(lang, estimate.value, property.unit, more)} ± {number(lang, estimate.error, property.unit, more)} {unitIn(lang, property)}{grade && ` · ${nameIn(lang, grade.name)}`}</span>
      <small>{say('airHere')}</small>
    </>
  );
}

function IndexLine({ index, grade, led }: { index: number; grade: number; led: Name | undefined }) {
  const say = useSay();
  const lang = useLang();
  const of = INDEX_GRADES[grade];
  if (!of) return <span className="muted">{say('noData')}</span>;
  return (
    <>
      <span className="value"><i className="swatch" style={{ background: of.colour, borderColor: of.colour }} />CAI {index} · {nameIn(lang, of.name)}</span>
      {led && <small>{say('indexLed', { what: nameIn(lang, led) })}</small>}
    </>
  );
}

function signedPercent(p: number): string {
  const whole = Math.round(p);
  return `${whole > 0 ? '+' : whole < 0 ? '−' : '±'}${Math.abs(whole)} %`;
}
