import type { Stage } from '../map/stage';
import { useBoot } from '../state/boot';
import { set, setMoment, useLang, useTheme } from '../state/store';
import { nameIn, useSay } from '../words/say';
import { Icon } from './icons';
import { goView } from './keys';
import { MoreMenu } from './MoreMenu';
import { printPage } from './print';
import { Search } from './Search';

export function TopBar({ stage }: { stage: Stage | null }) {
  const say = useSay();
  const lang = useLang();
  const theme = useTheme();
  const { city } = useBoot();
  return (
    <header className="top">
      <button type="button" className="brand" onClick={() => goView('city')} aria-label="Dosi 도시">
        <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 22h5l4-12 5 16 5-20 4 16h3" /></svg>
        <b>Dosi</b><span lang="ko">도시</span>
      </button>
      <Search stage={stage} />
      <div className="tools">
        <span className="city-name">{nameIn(lang, city?.name)}</span>
        <button type="button" className="quiet lang" data-testid="lang" aria-label={say('language')} title={say('language')} onClick={() => set({ lang: lang === 'ko' ? 'en' : 'ko' })}>
          <span className={lang === 'ko' ? 'on' : ''} lang="ko">한</span><span aria-hidden="true">/</span><span className={lang === 'en' ? 'on' : ''} lang="en">EN</span>
        </button>
        <button type="button" className="quiet square" data-testid="theme" aria-label={say(theme === 'dark' ? 'themeLight' : 'themeDark')} title={say(theme === 'dark' ? 'themeLight' : 'themeDark')} onClick={() => set({ theme: theme === 'dark' ? 'light' : 'dark' })}>
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button type="button" className="quiet square wide-only" aria-label={say('print')} title={say('print')} data-testid="print" onClick={() => void printPage()}><Icon name="print" /></button>
        <button type="button" className="quiet square wide-only" data-testid="help" aria-label={say('help')} title={say('help')} onClick={() => setMoment({ help: true })}><Icon name="help" /></button>
        <MoreMenu />
      </div>
    </header>
  );
}
