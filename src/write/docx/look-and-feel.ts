/** The typefaces and colours of the house style; colours as six hexadecimal digits. */
export const COLOURS = {
  ink: '1A1A1A',
  heading: '1F3557',
  muted: '5A6472',
  rule: 'B8C2CE',
  tint: 'EEF2F6',
  notice: 'F6F1E4',
  noticeRule: 'B08D3C',
  link: '1B4F8F',
} as const;

/** On every machine, and as wide as the faces that stand in for it elsewhere. */
export const TYPEFACE = 'Arial';
export const MONOSPACE = 'Courier New';
