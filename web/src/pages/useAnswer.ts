import { useEffect, useState } from 'react';

export type Answer<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'error'; message: string };

/** Asks once for each key; a later key's answer never gives way to an earlier one's. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<{ key: string; value: Answer<T> }>({ key: '', value: { state: 'loading' } });
  useEffect(() => {
    let gone = false;
    ask().then(
      (value) => { if (!gone) setAnswer({ key, value: { state: 'ready', value } }); },
      (e: Error) => { if (!gone) setAnswer({ key, value: { state: 'error', message: e.message } }); },
    );
    return () => { gone = true; };
  }, [key]);
  return answer.key === key ? answer.value : { state: 'loading' };
}
