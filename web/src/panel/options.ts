// Options of the panel's charts. Times go in shifted by the city's offset and shown as UTC, so that a reader in
// another zone sees the city's clock.

import type { Profile, Series } from '../api/types';
import type { Lang, Theme } from '../state/address';
import { textScale } from '../state/size';
import { civil, HOUR, instant, type Step } from '../time/steps';
import { hourName, monthName, number, say, short, weekdayName, when } from '../words/say';
import { INK } from './Chart';
import type { EChartsCoreOption } from './echarts';

const letters = (pixels: number) => pixels * textScale();

/** Epoch milliseconds of the city's clock, as if it were UTC. */
export function cityMs(t: number): number {
  const c = civil(t);
  return Date.UTC(c.year, c.month - 1, c.day, c.hour, c.minute);
}

function fromCityMs(ms: number): number {
  const d = new Date(ms);
  return instant(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate(), d.getUTCHours(), d.getUTCMinutes());
}

function base(theme: Theme, lang: Lang, unit: string, unitLabel: string): EChartsCoreOption {
  const ink = INK[theme];
  return {
    useUTC: true,
    grid: { left: letters(42), right: 8, top: letters(unitLabel ? 26 : 12), bottom: letters(22) },
    yAxis: {
      type: 'value', name: unitLabel, nameLocation: 'end', nameGap: 8, nameTextStyle: { color: ink.axis, fontSize: letters(11), align: 'left', padding: [0, 0, 0, letters(-38)] }, splitNumber: 3, axisLabel: { color: ink.axis, fontSize: letters(11), margin: 6, formatter: (v: number) => short(lang, v, /ppm/.test(unit) ? unit : '') },
      splitLine: { lineStyle: { color: ink.rule } }, axisLine: { show: false }, axisTick: { show: false },
    },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: ink.surface, borderColor: ink.rule, padding: [6, 9],
      textStyle: { color: ink.text, fontSize: letters(12) }, axisPointer: { lineStyle: { color: ink.axis, width: 1 } },
    },
  };
}

export interface SeriesView {
  series: Series; usual: Profile | null; span: [number, number]; step: Step; unit: string; unitLabel: string;
  codes: Map<number, string> | null; holidays: { t: number; name: string }[]; reason: (code: string) => string;
}

export function seriesOption(v: SeriesView, theme: Theme, lang: Lang): EChartsCoreOption {
  const ink = INK[theme];
  const { series: s, step } = v;
  const b = s.bucketSeconds;
  const stepped = step !== 'PT1H';
  const at = (t: number) => cityMs(stepped || b <= HOUR ? t : t + b / 2);
  const pairs = (list: (number | null)[]) => withGaps(s, list, at, stepped);
  const spread = b > HOUR && !stepped && s.max.some((x, i) => x !== s.min[i]);
  const lines: object[] = [];
  const quiet = { type: 'line', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
  if (v.usual && !spread && v.span[1] - v.span[0] <= 16 * 24 * HOUR) {
    const hours: [number, number, number][] = [];
    for (let t = Math.floor(v.span[0] / HOUR) * HOUR; t < v.span[1]; t += HOUR) {
      const h = civil(t).hour;
      const lo = v.usual.p25[h];
      const hi = v.usual.p75[h];
      if (lo != null && hi != null) hours.push([cityMs(t), lo, hi]);
    }
    lines.push({ ...quiet, stack: 'usual', stackStrategy: 'all', data: hours.map((h) => [h[0], h[1]]) }, { ...quiet, stack: 'usual', stackStrategy: 'all', areaStyle: { color: ink.usual }, data: hours.map((h) => [h[0], h[2] - h[1]]) });
  }
  if (spread) {
    lines.push({ ...quiet, stack: 'spread', stackStrategy: 'all', data: pairs(s.min) },
      { ...quiet, stack: 'spread', stackStrategy: 'all', areaStyle: { color: ink.band }, data: pairs(s.max.map((x, i) => (x === null || s.min[i] == null ? null : x - s.min[i]!))) });
  }
  // Public holidays stand under the line: as days where a day can be seen, else as marks on the axis.
  const days = v.holidays.filter((h) => h.t >= v.span[0] && h.t < v.span[1]);
  lines.push({
    name: say(lang, spread ? 'mean' : 'value'),
    markArea: stepped ? undefined : { silent: true, itemStyle: { color: ink.holiday }, data: days.map((h) => [{ xAxis: cityMs(h.t) }, { xAxis: cityMs(h.t + 24 * HOUR) }]) }, type: 'line', data: pairs(s.mean), symbol: s.t.length < 40 ? 'circle' : 'none', symbolSize: 5, showSymbol: s.t.length < 40,
    lineStyle: { color: ink.line, width: 1.6 }, itemStyle: { color: ink.line }, ...(v.codes ? { step: 'middle' } : {}),
  });
  if (s.flagged && s.flagged.t.length > 0) {
    const f = s.flagged;
    lines.push({
      name: say(lang, 'flagged'), type: 'scatter', symbol: 'circle', symbolSize: 7, z: 5, clip: false,
      data: f.t.map((t, i) => ({ value: [cityMs(t), f.value[i]], why: (f.reasons[i] ?? []).map(v.reason).join(', ') || say(lang, f.quality[i] ?? 'suspect') })),
      itemStyle: { color: 'transparent', borderColor: ink.flag, borderWidth: 1.5 },
    });
  }
  const o = base(theme, lang, v.unit, v.unitLabel);
  return {
    ...o,
    xAxis: {
      type: 'time', min: cityMs(v.span[0]), max: cityMs(v.span[1]), splitNumber: 4, axisLine: { lineStyle: { color: ink.rule } }, axisTick: { show: false },
      axisLabel: { color: ink.axis, fontSize: letters(11), hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right', formatter: (ms: number) => axisText(ms, v.span, lang) },
    },
    yAxis: { ...(o['yAxis'] as object), scale: /dB|Cel|hPa/.test(v.unit) || step !== 'PT1H', ...(v.codes ? { min: 0.5, max: v.codes.size + 0.5, interval: 1, axisLabel: { color: ink.axis, fontSize: letters(11), formatter: (x: number) => v.codes!.get(Math.round(x + 0.01)) ?? '' } } : {}) },
    tooltip: {
      ...(o['tooltip'] as object),
      formatter: (list: { seriesName: string; value: [number, number | null]; data: { why?: string } }[]) => {
        const seen = list.filter((x) => !x.seriesName.startsWith('series') && x.value[1] !== null);
        if (seen.length === 0) return '';
        const t = fromCityMs(seen[0]!.value[0]);
        const day = stepped ? undefined : days.find((h) => t >= h.t && t < h.t + 24 * HOUR);
        const span = !stepped && b > HOUR ? ` · ${say(lang, 'meanOver', { n: Math.round(b / HOUR) })}` : '';
        const head = `${when(lang, t, step)}${span}${day ? `<br>${escape(day.name)}` : ''}`;
        return [head, ...seen.map((x) => `<b>${v.codes?.get(x.value[1]!) ?? `${number(lang, x.value[1]!, v.unit)} ${escape(v.unitLabel)}`}</b> ${x.seriesName}${x.data.why ? `: ${escape(x.data.why)}` : ''}`)].join('<br>');
      },
    },
    series: lines,
  };
}

/** A hole between two buckets breaks the line. */
function withGaps(s: Series, list: (number | null)[], at: (t: number) => number, stepped: boolean): [number, number | null][] {
  const out: [number, number | null][] = [];
  s.t.forEach((t, i) => {
    const before = s.t[i - 1];
    if (!stepped && before !== undefined && t - before > s.bucketSeconds * 1.5) out.push([at(before + s.bucketSeconds), null]);
    out.push([at(t), list[i] ?? null]);
  });
  return out;
}

function axisText(ms: number, span: [number, number], lang: Lang): string {
  const d = new Date(ms);
  const length = span[1] - span[0];
  if (d.getUTCHours() !== 0) return `${String(d.getUTCHours()).padStart(2, '0')}:00`;
  if (d.getUTCMonth() === 0 && d.getUTCDate() === 1 && length > 60 * 86400) return String(d.getUTCFullYear());
  if (length > 45 * 86400) return d.getUTCDate() === 1 ? monthName(lang, d.getUTCMonth() + 1) : '';
  return `${d.getUTCMonth() + 1}/${d.getUTCDate()}`;
}

export function profileOption(p: Profile, by: 'hour' | 'weekday' | 'month', theme: Theme, lang: Lang, unit: string, unitLabel: string): EChartsCoreOption {
  const ink = INK[theme];
  const names = p.group.map((g) => (by === 'hour' ? hourName(lang, g) : by === 'month' ? monthName(lang, g) : weekdayName(lang, g % 7)));
  const quiet = { type: 'line', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, stack: 'half', stackStrategy: 'all' };
  const o = base(theme, lang, unit, unitLabel);
  return {
    ...o,
    xAxis: { type: 'category', data: names, boundaryGap: false, axisLine: { lineStyle: { color: ink.rule } }, axisTick: { show: false }, axisLabel: { color: ink.axis, fontSize: letters(11), hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' } },
    yAxis: { ...(o['yAxis'] as object), scale: /dB|Cel|hPa/.test(unit) },
    tooltip: {
      ...(o['tooltip'] as object),
      formatter: (list: { dataIndex: number }[]) => {
        const i = list[0]?.dataIndex ?? 0;
        const n = (x: number | null | undefined) => (x == null ? '–' : number(lang, x, unit));
        return `${names[i]}<br><b>${n(p.p50[i])} ${escape(unitLabel)}</b> ${say(lang, 'median')}<br>${n(p.p25[i])}–${n(p.p75[i])} ${say(lang, 'middleHalf')}<br>n = ${p.n[i]}`;
      },
    },
    series: [
      { ...quiet, data: p.p25 },
      { ...quiet, areaStyle: { color: ink.band }, data: p.p75.map((x, i) => (x == null || p.p25[i] == null ? null : x - p.p25[i]!)) },
      { type: 'line', symbol: 'none', data: p.p50, lineStyle: { color: ink.line, width: 1.6 }, itemStyle: { color: ink.line } },
    ],
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
