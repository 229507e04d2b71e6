import type { Name } from '../api/types';
import { useLang } from '../state/store';
import { nameIn } from '../words/say';

/** Which of several data a finding was made of, as its provenance has it; nothing where there was no choice. */
export function Remarks({ of }: { of: Name[] | undefined }) {
  const lang = useLang();
  if (!of || of.length === 0) return null;
  return <ul className="remarks muted small" data-testid="remarks">{of.map((r) => <li key={r.en}>{nameIn(lang, r)}</li>)}</ul>;
}
