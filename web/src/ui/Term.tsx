import { useLang } from '../state/store';
import { useSay } from '../words/say';
import { MEANINGS, type Term as Key } from '../words/words';

/** A term of the field, with its meaning at hand: for the pointer, the keyboard and the screen reader. */
export function Term({ of }: { of: Key }) {
  const say = useSay();
  const meaning = MEANINGS[of][useLang() === 'ko' ? 0 : 1];
  return <span className="term" tabIndex={0} data-meaning={meaning} aria-label={`${say(of)}: ${meaning}`}>{say(of)}</span>;
}
