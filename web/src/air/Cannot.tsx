import type { Name } from '../api/types';
import { useLang } from '../state/store';
import { nameIn, useSay } from '../words/say';

/** That the data cannot tell, and why: in the reader's language where the server has words in it. */
export function Cannot({ words }: { words: Name | null }) {
  const say = useSay();
  const lang = useLang();
  const why = nameIn(lang, words);
  return <>{say('airCannot')}{why && <> <span className="cause" lang={words?.[lang] ? lang : 'en'}>{why}{/[.!?]$/.test(why) ? '' : '.'}</span></>}</>;
}
