import type { Name } from '../api/types';
import { useLang } from '../state/store';
import { nameIn, useSay } from '../words/say';

/** That the data cannot tell, and why: in the reader's language where the server has words in it. */
export function Cannot({ words }: { words: Name | null }) {
  const say = useSay();
  const lang = useLang();
  const said = nameIn(lang, words);
  // The server's English is a line for any place: here it is a sentence.
  const why = said.charAt(0).toUpperCase() + said.slice(1);
  return <>{say('airCannot')}{why && <> <span className="cause" lang={words?.[lang] ? lang : 'en'}>{why}{/[.!?]$/.test(why) ? '' : '.'}</span></>}</>;
}
