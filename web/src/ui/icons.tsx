// Line icons, drawn for Dosi on a 20 px grid.

const PATHS = {
  city: 'M3 17h14M5 17V8h4v9M11 17V4h4v13M7 11h0M13 8h0M13 11h0M13 14h0',
  air: 'M3 8h8a2.5 2.5 0 1 0-2.4-3.2M3 12h11.5a2.5 2.5 0 1 1-2.4 3.2M3 16h4',
  traffic: 'M6 17 8 3M14 17 12 3M10 4v2M10 9v2M10 14v2',
  noise: 'M3 12V8h3l4-3v10l-4-3zM13 7.5a3.5 3.5 0 0 1 0 5M15 5a7 7 0 0 1 0 10',
  place: 'M3 8h14l-1-4H4zM4 8v8h12V8M8 16v-4h4v4M3 8c0 2 3 2 3.5 0 .5 2 3 2 3.5 0 .5 2 3 2 3.5 0 .5 2 3.5 2 3.5 0',
  data: 'M4 5.500C4 4 16 4 16 5.500v9C16 16 4 16 4 14.500zM4 5.500C4 7 16 7 16 5.500M4 10c0 1.5 12 1.5 12 0',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  sun: 'M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.3 4.300l1.1 1.100M14.6 14.600l1.1 1.100M4.3 15.700l1.1-1.100M14.6 5.400l1.1-1.1',
  moon: 'M16 12A6.5 6.5 0 0 1 8 4a6.5 6.5 0 1 0 8 8z',
  play: 'M6.5 4.500v11l9-5.500z',
  pause: 'M7 5v10M13 5v10',
  back: 'M12 5l-5 5 5 5',
  forth: 'M8 5l5 5-5 5',
  plus: 'M10 4.500v11M4.5 10h11',
  minus: 'M4.5 10h11',
  whole: 'M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4',
  help: 'M7.5 7.500A2.5 2.5 0 1 1 10 10.200V12M10 15h0',
  print: 'M6 8V3h8v5M6 14H3.500V8h13v6H14M6 12h8v5H6z',
  link: 'M8.5 11.500a3 3 0 0 0 4.3 0l2.7-2.700a3 3 0 0 0-4.3-4.300l-1 1M11.5 8.500a3 3 0 0 0-4.3 0l-2.7 2.700a3 3 0 0 0 4.3 4.300l1-1',
  down: 'M10 3v9M6 9l4 4 4-4M4 16.500h12',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  chevron: 'M6 8l4 4 4-4',
  arrow: 'M10 17V4M5.5 8.5 10 3.500l4.5 5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20, turn }: { name: IconName; size?: number; turn?: number }) {
  return (
    <svg className={`icon icon-${name}`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={turn === undefined ? undefined : { transform: `rotate(${turn}deg)` }}>
      <path d={PATHS[name]} />
    </svg>
  );
}
