import { useEffect, useRef } from 'react';
import { init, type ECharts, type EChartsCoreOption } from './echarts';
import { textScale } from '../state/size';
import { useTheme } from '../state/store';

export const INK = {
  light: { text: '#3b4248', axis: '#5a6268', rule: '#e4e3df', line: '#1f4e79', band: 'rgba(31,78,121,.16)', usual: 'rgba(150,130,40,.30)', flag: '#c43e00', holiday: 'rgba(196,62,0,.16)', cursor: '#111', surface: '#fff' },
  dark: { text: '#d5dce0', axis: '#9aa7b0', rule: '#2c363d', line: '#8fc1ee', band: 'rgba(143,193,238,.20)', usual: 'rgba(240,220,130,.22)', flag: '#ff9a5c', holiday: 'rgba(255,154,92,.22)', cursor: '#fff', surface: '#1a2127' },
};

/** One ECharts chart that follows its option, its box and the cursor of time. */
export function Chart({ option, height, label, cursor }: { option: EChartsCoreOption; height: number; label: string; cursor?: number | null }) {
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const theme = useTheme();

  useEffect(() => {
    const c = init(box.current!, null, { renderer: 'svg' });
    chart.current = c;
    const watch = new ResizeObserver(() => c.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      c.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11 * textScale(), color: INK[theme].text }, ...option }, true);
  }, [option, theme]);

  // The cursor is a line of its own over the chart: while the film plays, the chart is not drawn anew.
  useEffect(() => {
    const c = chart.current;
    const line = mark.current;
    if (!c || !line) return;
    const x = cursor == null ? NaN : (c.convertToPixel({ xAxisIndex: 0 }, cursor) as unknown as number);
    const wide = box.current!.clientWidth;
    const seen = Number.isFinite(x) && x >= 38 * textScale() && x <= wide - 6;
    line.style.display = seen ? 'block' : 'none';
    if (seen) line.style.transform = `translateX(${x}px)`;
  }, [cursor, option]);

  return (
    <div className="chart" role="img" aria-label={label}>
      <div ref={box} style={{ height }} />
      <div ref={mark} className="chart-cursor" />
    </div>
  );
}
