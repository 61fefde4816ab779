/** How numbers are written (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59). */

type Print = (n: number) => string;

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(n: number): string {
  if (n > 32767) return String(n);
  let rest = n;
  let text = '';
  for (const [numeral, value] of ROMAN) {
    text += numeral.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** `a` to `z`, then `aa` to `zz`. */
function repeated(alphabet: string): Print {
  const letters = [...alphabet];
  return (n) => {
    const times = Math.ceil(n / letters.length);
    return n > 32767 ? String(n) : (letters[(n - 1) % letters.length] as string).repeat(times);
  };
}

/** A series that is written only so far, and in digits beyond. */
function series(signs: string): Print {
  const all = [...signs];
  return (n) => all[n - 1] ?? String(n);
}

/** Decimal digits of another script, positional. */
function digits(zero: number): Print {
  return (n) => String(n).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function cardinal(n: number): string {
  if (n < 20) return SMALL[n] as string;
  if (n < 100) return (TENS[Math.floor(n / 10)] as string) + (n % 10 === 0 ? '' : `-${SMALL[n % 10]}`);
  if (n < 1000) return `${SMALL[Math.floor(n / 100)]} hundred${n % 100 === 0 ? '' : ` ${cardinal(n % 100)}`}`;
  if (n < 1_000_000)
    return `${cardinal(Math.floor(n / 1000))} thousand${n % 1000 === 0 ? '' : ` ${cardinal(n % 1000)}`}`;
  return String(n);
}

const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function ordinalText(n: number): string {
  return cardinal(n).replace(/[a-z]+$/, (last) => ORDINALS[last] ?? `${last.replace(/y$/, 'ie')}th`);
}

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return n + (teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function padded(width: number): Print {
  return (n) => String(n).padStart(width, '0');
}

/** By name of the format. What is not here is written in decimal digits, as readers that lack a format do. */
const FORMATS: Readonly<Record<string, Print>> = {
  decimal: String,
  decimalZero: padded(2),
  decimalHalfWidth: String,
  decimalFullWidth: digits(0xff10),
  decimalFullWidth2: digits(0xff10),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: repeated(LETTERS.toUpperCase()),
  lowerLetter: repeated(LETTERS),
  ordinal,
  cardinalText: (n) => capitalised(cardinal(n)),
  ordinalText: (n) => capitalised(ordinalText(n)),
  hex: (n) => n.toString(16).toUpperCase(),
  chicago: (n) => (['*', '†', '‡', '§'][(n - 1) % 4] as string).repeat(Math.min(64, Math.ceil(n / 4))),
  numberInDash: (n) => `- ${n} -`,
  decimalEnclosedCircle: series('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedCircleChinese: series('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedFullstop: series('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  decimalEnclosedParen: series('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  russianLower: repeated('абвгдежзиклмнопрстуфхцчшщыэюя'),
  russianUpper: repeated('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'),
  hebrew2: repeated('אבגדהוזחטיכלמנסעפצקרשת'),
  arabicAlpha: repeated('أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: repeated('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  aiueoFullWidth: repeated(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  irohaFullWidth: repeated(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ),
  ideographTraditional: series('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: series('子丑寅卯辰巳午未申酉戌亥'),
  ganada: repeated('가나다라마바사아자차카타파하'),
  chosung: repeated('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
  hindiNumbers: digits(0x966),
  thaiNumbers: digits(0xe50),
  thaiLetters: repeated('กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'),
  none: () => '',
  bullet: () => '',
};

/** The formats that write a zero and numbers below as digits, since they have no sign for them. */
const COUNTS_FROM_ZERO: ReadonlySet<string> = new Set(['decimal', 'decimalZero', 'decimalFullWidth', 'none', 'bullet']);

/** A number as a format writes it. */
export function printNumber(n: number, format: string): string {
  const print = (Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined) ?? String;
  return n < 1 && !COUNTS_FROM_ZERO.has(format) ? String(n) : print(n);
}

/** Whether the reader knows how a format is written. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(FORMATS, format);
}
