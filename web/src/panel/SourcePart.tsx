import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Dataset, Datastream } from '../api/types';
import { set, setMoment, useLang } from '../state/store';
import { asStep } from '../time/steps';
import { nameIn, percent, spanOf, stampOf, useSay, whole, date } from '../words/say';
import { Icon } from '../ui/icons';
import { Term } from '../ui/Term';

/** Where the number comes from, down to the licence. */
export function SourcePart({ datastream: d }: { datastream: Datastream }) {
  const say = useSay();
  const lang = useLang();
  const [dataset, setDataset] = useState<Dataset | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    let gone = false;
    api.dataset(d.dataset).then((x) => { if (!gone) setDataset(x); }, () => {});
    return () => { gone = true; };
  }, [d.dataset]);
  const open = (tab: 'about' | 'quality') => {
    setMoment({ playing: false });
    set({ view: 'data', dataset: d.dataset, tab });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      // Without the permission (or over plain HTTP) the old way still works.
      const box = document.createElement('textarea');
      box.value = location.href;
      document.body.append(box);
      box.select();
      document.execCommand('copy');
      box.remove();
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const updated = stampOf(dataset?.updated);
  return (
    <section className="source" data-testid="source">
      <h3>{say('source')}</h3>
      <dl className="facts">
        <div><dt>{say('dataset')}</dt><dd><button type="button" className="linkish" data-testid="to-dataset" onClick={() => open('about')}>{nameIn(lang, dataset?.title, d.dataset)}</button></dd></div>
        {dataset && <div><dt>{say('publisher')}</dt><dd>{nameIn(lang, dataset.publisher)}</dd></div>}
        {dataset && <div><dt>{say('licence')}</dt><dd>{licence(dataset, say)}</dd></div>}
        {d.sensor?.name && <div><dt>{say('sensor')}</dt><dd>{nameIn(lang, d.sensor.name, d.sensor.id)}</dd></div>}
        {d.from !== null && d.to !== null && <div><dt>{say('span')}</dt><dd>{spanOf(lang, d.from, d.to, asStep(d.step))}</dd></div>}
        <div><dt>{say('count')}</dt><dd>{whole(lang, d.count)}{d.flagged > 0 && ` (${say('flaggedCount', { n: whole(lang, d.flagged) })})`}</dd></div>
        {dataset?.completeness != null && <div><dt><Term of="completeness" /></dt><dd><button type="button" className="linkish" onClick={() => open('quality')}>{percent(lang, dataset.completeness)}</button></dd></div>}
        {updated !== null && <div><dt>{say('updated')}</dt><dd>{date(updated)}</dd></div>}
      </dl>
      <div className="actions">
        <button type="button" className="plain" data-testid="copy" onClick={() => void copy()}><Icon name="link" size={18} />{say(copied ? 'copied' : 'copyLink')}</button>
        <button type="button" className="plain" onClick={() => open('about')}><Icon name="data" size={18} />{say('moreData')}</button>
      </div>
    </section>
  );
}

export function licence(d: Dataset, say: ReturnType<typeof useSay>): string {
  return /publisher.s terms/i.test(d.licence) ? say('termsApply') : d.licence;
}
