import type { Datastream, Feature, Series } from '../api/types';
import { localStamp } from '../time/steps';

const quote = (v: unknown) => (/[",\n]/.test(String(v ?? '')) ? `"${String(v).replace(/"/g, '""')}"` : String(v ?? ''));

/** The shown series as a table: buckets, then flagged values each with its reason. Times are the city's. */
export function csvOf(s: Series, d: Pick<Datastream, 'id' | 'property' | 'unit' | 'dataset'>, offset = '+09:00'): string {
  const rows: unknown[][] = [['time', 'datastream', 'property', 'unit', 'dataset', 'mean', 'min', 'max', 'n', 'bucket_seconds', 'quality', 'reasons']];
  const id = [d.id, d.property, d.unit, d.dataset];
  s.t.forEach((t, i) => rows.push([localStamp(t) + offset, ...id, s.mean[i], s.min[i], s.max[i], s.n?.[i], s.bucketSeconds, 'good', '']));
  s.flagged?.t.forEach((t, i) => {
    const v = s.flagged!.value[i];
    rows.push([localStamp(t) + offset, ...id, v, v, v, 1, '', s.flagged!.quality[i], (s.flagged!.reasons[i] ?? []).join(' ')]);
  });
  return rows.map((r) => r.map(quote).join(',')).join('\r\n') + '\r\n';
}

export function saveCsv(s: Series, d: Datastream, f: Feature): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', csvOf(s, d)], { type: 'text/csv;charset=utf-8' }));
  const a = document.createElement('a');
  a.href = url;
  a.download = `dosi-${d.property}-${(f.name.en ?? f.name.ko ?? f.id).replace(/[^\p{L}\p{N}]+/gu, '_')}.csv`;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
