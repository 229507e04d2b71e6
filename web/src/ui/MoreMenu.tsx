import { useRef } from 'react';
import { setMoment } from '../state/store';
import { useSay } from '../words/say';
import { Icon } from './icons';
import { printPage } from './print';

/** Printing and help on a narrow screen, whose bar has no room for their buttons. */
export function MoreMenu() {
  const say = useSay();
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (box.current) box.current.open = false;
  };
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <details ref={box} className="more narrow-only" data-testid="more"
      onBlur={(e) => { if (!e.currentTarget.contains(e.relatedTarget)) close(); }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !box.current?.open) return;
        e.stopPropagation();
        close();
        box.current.querySelector('summary')?.focus();
      }}>
      <summary className="quiet square" aria-label={say('moreActions')} title={say('moreActions')}><Icon name="more" /></summary>
      <div>
        <button type="button" data-testid="more-print" onClick={then(() => void printPage())}><Icon name="print" /> {say('print')}</button>
        <button type="button" data-testid="more-help" onClick={then(() => setMoment({ help: true }))}><Icon name="help" /> {say('help')}</button>
      </div>
    </details>
  );
}
