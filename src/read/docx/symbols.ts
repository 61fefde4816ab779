/** Characters of symbol fonts as Unicode: `w:sym`, and text set in such a font (ISO/IEC 29500-1, 17.3.3.30). */

/** The Symbol font from 0x20 on; a space stands where it has no sign, or one without a Unicode character. */
const SYMBOL_LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

/** Signs of Wingdings that documents use: ticks, boxes, arrows, bullets. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  159: '•',
  161: '○',
  164: '◉',
  167: '▪',
  168: '◻',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '□' };

/** The character that `code` of `font` shows; `undefined` where the reader does not know it. */
export function symbol(font: string, code: number): string | undefined {
  const sign = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name === 'symbol') return known(sign < 0xa0 ? SYMBOL_LOW[sign - 0x20] : [...SYMBOL_HIGH][sign - 0xa0]);
  if (name === 'wingdings') return WINGDINGS[sign];
  if (name === 'wingdings 2') return WINGDINGS_2[sign];
  return code >= 0xe000 && code <= 0xf8ff ? undefined : String.fromCharCode(code);
}

function known(sign: string | undefined): string | undefined {
  return sign === ' ' ? undefined : sign;
}
