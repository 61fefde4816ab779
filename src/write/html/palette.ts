/** The colours of the page, light and dark. Each text colour keeps WCAG AA contrast on the grounds that it stands on. */

const COLOURS = [
  'paper',
  'ground',
  'ink',
  'soft',
  'line',
  'accent',
  'ins',
  'ins-ground',
  'del',
  'del-ground',
  'move',
  'move-ground',
  'format',
  'format-ground',
  'blank-ground',
  'current',
] as const;

export type Colour = (typeof COLOURS)[number];
export type Palette = Readonly<Record<Colour, string>>;

export const LIGHT: Palette = {
  paper: '#ffffff',
  ground: '#f3f4f7',
  ink: '#1b1f24',
  soft: '#555c68',
  line: '#d6dae1',
  accent: '#1d4f91',
  ins: '#0a5a34',
  'ins-ground': '#e2f4e8',
  del: '#a01b1b',
  'del-ground': '#fdeae8',
  move: '#5a2a9c',
  'move-ground': '#f0e9fb',
  format: '#714700',
  'format-ground': '#fcf1db',
  'blank-ground': '#fff2b3',
  current: '#b45309',
};

export const DARK: Palette = {
  paper: '#171a20',
  ground: '#0f1216',
  ink: '#e5e8ec',
  soft: '#a6aebb',
  line: '#363d49',
  accent: '#8db8f5',
  ins: '#83dba6',
  'ins-ground': '#14301f',
  del: '#ff9f97',
  'del-ground': '#3a1816',
  move: '#cbaaff',
  'move-ground': '#2b1e45',
  format: '#f0c674',
  'format-ground': '#33280f',
  'blank-ground': '#453a0c',
  current: '#f59e42',
};

/** The palette as declarations of custom properties. */
export function declare(palette: Palette): string {
  return COLOURS.map((name) => `--${name}:${palette[name]}`).join(';');
}
