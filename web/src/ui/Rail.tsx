import { VIEWS } from '../state/address';
import { useStore } from '../state/store';
import { useSay } from '../words/say';
import { Icon } from './icons';
import { goView } from './keys';

export function Rail() {
  const say = useSay();
  const view = useStore((s) => s.view);
  return (
    <nav className="rail" aria-label={say('menu')}>
      {VIEWS.map((v) => (
        <button key={v} type="button" aria-current={v === view ? 'page' : undefined} data-testid={`view-${v}`} onClick={() => goView(v)}>
          <Icon name={v} size={22} />
          <span>{say(v)}</span>
        </button>
      ))}
    </nav>
  );
}
