import { useEffect, useRef } from 'react';
import { useBoot } from '../state/boot';
import { setMoment, useLang, useStore } from '../state/store';
import { useSay, whole } from '../words/say';
import { Glossary } from './Glossary';
import { Icon } from './icons';

export function Help() {
  const say = useSay();
  const lang = useLang();
  const open = useStore((_s, m) => m.help);
  const { city } = useBoot();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  const keys: [string, Parameters<typeof say>[0]][] = [
    ['Space', 'keySpace'], ['← →', 'keyArrows'], ['+ −', 'keyZoom'], ['/', 'keySlash'], ['1 … 6', 'keyNumbers'], ['L', 'keyLang'], ['D', 'keyTheme'], ['Esc', 'keyEsc'], ['?', 'keyHelp'],
  ];
  return (
    <dialog ref={box} className="help" aria-label={say('help')} onClose={() => setMoment({ help: false })} onClick={(e) => { if (e.target === box.current) setMoment({ help: false }); }}>
      <header><h2>{say('help')}</h2><button type="button" className="quiet square" aria-label={say('close')} onClick={() => setMoment({ help: false })}><Icon name="close" /></button></header>
      <p>{say('aboutDosi')}</p>
      <h3>{say('keys')}</h3>
      <dl>{keys.map(([k, w]) => <div key={k}><dt><kbd>{k}</kbd></dt><dd>{say(w)}</dd></div>)}</dl>
      {open && <Glossary />}
      {city && <p className="muted">Dosi {city.version} · {say('observations')} {whole(lang, city.observations ?? 0)}</p>}
    </dialog>
  );
}
