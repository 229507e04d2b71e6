import { setMoment, useLang } from '../state/store';
import { useSay } from '../words/say';
import { MEANINGS, type Term as Key } from '../words/words';

/** A term of the field, with its meaning at hand for the pointer, the keyboard and the screen reader; it leads to the glossary. */
export function Term({ of }: { of: Key }) {
  const say = useSay();
  const meaning = MEANINGS[of][useLang() === 'ko' ? 0 : 1];
  const open = () => {
    setMoment({ help: true });
    setTimeout(() => document.getElementById('glossary')?.scrollIntoView(), 50);
  };
  return <button type="button" className="term" data-meaning={meaning} aria-label={`${say(of)}: ${meaning}`} onClick={open}>{say(of)}</button>;
}
