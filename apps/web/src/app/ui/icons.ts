/** Paths on a 20 by 20 grid, drawn as 1.5 px lines. */
export const ICONS = {
  add: 'M10 4v12M4 10h12',
  analytics: 'M4 16V9M10 16V4M16 16v-5',
  arrowDown: 'M10 4v11M5.5 11 10 15.5 14.5 11',
  arrowUp: 'M10 16V5M5.5 9 10 4.5 14.5 9',
  check: 'M4 10.5 8 14.5 16 6',
  chevronDown: 'M5 8l5 5 5-5',
  chevronRight: 'M8 5l5 5-5 5',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM10 6v4l2.5 2',
  close: 'M5 5l10 10M15 5 5 15',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  display: 'M3 4h14v9H3zM7 16.5h6M10 13v3.5',
  download: 'M10 3v9M6 9l4 4 4-4M4 16h12',
  flows:
    'M12 4a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM7 16a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM17 16a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM10 6v3M5 14v-2.5A2.5 2.5 0 0 1 7.5 9h5a2.5 2.5 0 0 1 2.5 2.5V14',
  instruction: 'M4 5h12v10H4z',
  key: 'M10.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM9.5 10.5 16.5 3.5M13 7l2.5 2.5',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5v.01M8.5 8.5v.01M11.5 8.5v.01M14.5 8.5v.01M7 11.5h6',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  logOut: 'M12 4H4v12h8M9 10h8M14 7l3 3-3 3',
  moon: 'M16 12A7 7 0 0 1 8 4a6.5 6.5 0 1 0 8 8z',
  more:
    'M4.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0zM10.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0zM16.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0z',
  note: 'M5 3h7l3 3v11H5zM7.5 9h5M7.5 12.5h5',
  nothing: 'M3 5h14M6 10h8M9 15h2',
  person: 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM4 17c.5-3.5 2.7-5 6-5s5.5 1.5 6 5',
  plug: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  question: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14.2v.01',
  redo: 'M16 8H8a4 4 0 0 0 0 8h3M12.5 4.5 16 8l-3.5 3.5',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  retry: 'M16 10a6 6 0 1 1-2-4.5M16 3v4h-4',
  sessions: 'M4 5h.01M4 10h.01M4 15h.01M8 5h9M8 10h9M8 15h9',
  settings: 'M3 7h8M15 7h2M15 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM3 13h2M9 13h8M9 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  sun:
    'M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1',
  table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  undo: 'M4 8h8a4 4 0 0 1 0 8H9M7.5 4.5 4 8l3.5 3.5',
  upload: 'M10 14V5M6 8.5 10 4.5l4 4M4 16h12',
  warning: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.01',
} as const;

export type IconName = keyof typeof ICONS;
