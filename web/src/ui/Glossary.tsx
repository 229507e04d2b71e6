import { useEffect, useState } from 'react';
import { useLang } from '../state/store';
import { useSay } from '../words/say';

/** A term and its meaning, in English and Korean. */
interface Entry { en: string; ko: string; meaning: string; sense: string }

/** The project's own glossary, read from its table. */
function entriesOf(markdown: string): Entry[] {
  const rows = markdown.split('\n').filter((l) => l.startsWith('|')).slice(2);
  return rows.map((l) => {
    const [en = '', ko = '', meaning = '', sense = ''] = l.split('|').slice(1, 5).map((c) => c.trim());
    return { en, ko, meaning, sense };
  });
}

export function Glossary() {
  const say = useSay();
  const lang = useLang();
  const [entries, setEntries] = useState<Entry[]>([]);
  useEffect(() => void import('../../../GLOSSARY.md?raw').then((m) => setEntries(entriesOf(m.default)), () => {}), []);
  return (
    <>
      <h3 id="glossary">{say('glossary')}</h3>
      <dl className="glossary">
        {entries.map((e) => <div key={e.en}><dt><b>{lang === 'ko' ? e.ko : e.en}</b> <span className="muted">{lang === 'ko' ? e.en : e.ko}</span></dt><dd>{lang === 'ko' ? e.sense : e.meaning}</dd></div>)}
      </dl>
    </>
  );
}
