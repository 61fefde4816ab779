/** Pairs made to be hard: nothing tells paragraphs apart, or nothing agrees, or everything moved. */
import { seeded } from '../statute.mjs';

const para = (value) => ({ type: 'para', children: value === '' ? [] : [{ type: 'text', value }] });
const document = (children) => ({
  type: 'document',
  meta: { title: 'Example', provision: 'Clause', language: 'en-GB' },
  children,
});
const many = (count, text) => document(Array.from({ length: count }, (_, i) => para(text(i))));
const SENTENCE = 'Each participant shall tell DCC of every fault that it finds.';

/** Words of which no two are the same, told by their number. */
const fresh = (from, count) => Array.from({ length: count }, (_, k) => `word${from + k}`).join(' ');

function shuffled(count) {
  const random = seeded(count);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

const own = (i) => `Participant ${i} shall tell the Panel of fault ${i * 7 + 3} on day ${i % 365} in form ${i * 13}.`;
const hundred = (text) => (i) => `${text} ${i % 100}`;

const PAIRS = [
  { name: '20,000 and 21,000 alike', make: () => [many(20_000, () => SENTENCE), many(21_000, () => SENTENCE)] },
  {
    name: '20,000 of 100 sorts, 1,000 added',
    make: () => [many(20_000, hundred(SENTENCE)), many(21_000, (i) => `${SENTENCE} ${(i * 7) % 100}`)],
  },
  {
    name: '20,000 all different',
    make: () => [many(20_000, (i) => fresh(i * 12, 12)), many(20_000, (i) => fresh(1e7 + i * 12, 12))],
  },
  {
    name: '20,000 all different, one stock',
    make: () => [
      many(20_000, (i) => `${SENTENCE} ${fresh(i * 4, 4)}`),
      many(20_000, (i) => `${SENTENCE} ${fresh(1e7 + i * 4, 4)}`),
    ],
  },
  { name: 'one of 100,000 words, one added', make: () => oneWordAdded(100_000) },
  {
    name: 'one of 100,000 words, all different',
    make: () => [document([para(fresh(0, 100_000))]), document([para(fresh(1e7, 100_000))])],
  },
  { name: 'one of 100,000 words, 1 in 20 new', make: () => oneWordIn(20, 100_000) },
  { name: 'table of 20,000 rows, 5 % edited', make: () => tables(20_000) },
  { name: '100,000 empty and 100,001', make: () => [many(100_000, () => ''), many(100_001, () => '')] },
  { name: '100,000 shuffled', make: () => moved(100_000) },
  { name: '20,000 reversed', make: () => [many(20_000, own), many(20_000, (i) => own(19_999 - i))] },
];

function oneWordAdded(count) {
  const text = Array.from({ length: count }, (_, i) => `word${i % 977}`);
  const after = [...text.slice(0, count / 2), 'added', ...text.slice(count / 2)];
  return [document([para(text.join(' '))]), document([para(after.join(' '))])];
}

/** A paragraph of common words of which every so many gave way to another common word. */
export function oneWordIn(share, count) {
  const random = seeded(count);
  const words = (replaced) =>
    Array.from({ length: count }, (_, i) => (replaced && i % share === 7 ? `other${i % 61}` : COMMON[i]));
  const COMMON = Array.from({ length: count }, () => `word${Math.floor(random() ** 3 * 2000)}`);
  return [false, true].map((replaced) => document([para(words(replaced).join(' '))]));
}

/** Tables without keys, one row in twenty edited, and one in a hundred moved to the end. */
function tables(count) {
  const cell = (value) => ({ type: 'cell', children: [para(value)] });
  const row = (i, edited) => ({
    type: 'row',
    cells: [cell(`Request ${i}`), cell(own(i % 977)), cell(edited ? 'mandatory' : 'optional')],
  });
  const header = { type: 'row', header: true, cells: ['Request', 'Text', 'Use'].map(cell) };
  const table = (rows) =>
    document([
      { type: 'table', keyedBy: [], columns: [0, 1, 2].map(() => ({ type: 'column' })), rows: [header, ...rows] },
    ]);
  const order = Array.from({ length: count }, (_, i) => i);
  const after = [...order.filter((i) => i % 100 !== 50), ...order.filter((i) => i % 100 === 50)];
  return [table(order.map((i) => row(i, false))), table(after.map((i) => row(i, i % 20 === 3)))];
}

function moved(count) {
  const order = shuffled(count);
  return [many(count, own), many(count, (i) => own(order[i]))];
}

export function cases() {
  return PAIRS.map(({ name, make }) => ({ name, quick: false, make: () => ({ documents: make() }) }));
}
