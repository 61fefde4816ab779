/** A made-up statute of any size, and drafts of it with edits, moves, insertions and deletions; seeded. */
import { renumber } from '../dist/index.js';

/** A source of numbers from 0 (included) to 1 (excluded), the same for the same seed (the generator "mulberry32"). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (text) => text.split('|');
const PARTIES = list(
  'the Company|each Participant|the Panel|a Supplier Party|the Authority|the Test Manager|an Operator|every Subcontractor|the Registrar|a Network Party|the Auditor|the Secretary',
);
const DUTIES = list(
  'keep|publish|submit|approve|review|maintain|withdraw|notify|record|inspect|certify|replace|assess|deliver|amend|suspend|verify|disclose|retain|prepare|calculate|reconcile|escalate|archive',
);
const THINGS = list(
  'register|statement|certificate|schedule|record|request|summary|notice|forecast|invoice|plan|image|log|method|report|catalogue|policy|baseline|map|rota|declaration|manual|budget|protocol',
);
const OF = list(
  'of defects|of annual costs|of conformity|of planned outages|of installed Devices|of exemptions|of regression tests|of complaints|of its meetings|of approved products|of demand|of firmware|of failed commands|of sampling|of completion|of interfaces|of insurance|of data quality|of regions|of engineers',
);
const WHEN = list(
  'within five Working Days of a written request|before the end of each calendar month|as soon as an incident is closed|at least once in every year|whenever a Device Model is added|until the dispute has been determined|throughout the transitional period|where the threshold is exceeded|after consulting those who are affected|unless a shorter period has been agreed|by means of the secure portal|without charge to the recipient|at the cost of the party in default',
);

const pick = (from, random) => from[Math.floor(random() * from.length)];

/** About 30 words, with a number that few others share, as real clauses have names and numbers of their own. */
export function sentence(random) {
  const thing = () => `the ${pick(THINGS, random)} ${pick(OF, random)}`;
  const party = pick(PARTIES, random);
  const text = `${party} shall ${pick(DUTIES, random)} ${thing()} and ${pick(DUTIES, random)} ${thing()} ${pick(WHEN, random)}, by reference to form ${Math.floor(random() * 90_000) + 10_000}, ${pick(WHEN, random)}.`;
  return text[0].toUpperCase() + text.slice(1);
}

const para = (...children) => ({ type: 'para', children });
const words = (value) => ({ type: 'text', value });

function clause(number, random) {
  const inlines = [words(sentence(random))];
  if (random() < 0.1 && number > 0) {
    const target = Math.floor(random() * number);
    inlines.push(
      words(' It is subject to '),
      { type: 'crossReference', target: `c${target}`, text: 'Clause 0' },
      words('.'),
    );
  }
  const limb = (k) => ({
    type: 'clause',
    kind: 'limb',
    label: `(${'abcd'[k]})`,
    children: [para(words(`${sentence(random).slice(0, 70).trim()};`))],
  });
  const limbs = random() < 0.2 ? Array.from({ length: 2 + Math.floor(random() * 3) }, (_, k) => limb(k)) : [];
  return { type: 'clause', kind: 'clause', id: `c${number}`, label: '0.1', children: [para(...inlines), ...limbs] };
}

/** A statute of as many clauses, in headed clauses of 20. */
export function makeStatute(count, random) {
  const children = [];
  for (let from = 0; from < count; from += 20) {
    const heading = [words(`${pick(THINGS, random)} ${pick(OF, random)} ${from / 20 + 1}`)];
    const inside = Array.from({ length: Math.min(20, count - from) }, (_, k) => clause(from + k, random));
    children.push({ type: 'clause', kind: 'clause', label: '1', heading, children: inside });
  }
  return numbered({
    type: 'document',
    meta: { title: 'Example statute', provision: 'Clause', language: 'en-GB' },
    children,
  });
}

/** Gives every clause its number and every reference its text. */
function numbered(document) {
  const labelled = {
    ...document,
    children: document.children.map((outer, i) => ({
      ...outer,
      label: String(i + 1),
      children: outer.children.map((inner, k) => ({ ...inner, label: `${i + 1}.${k + 1}` })),
    })),
  };
  const labels = new Map(labelled.children.flatMap((outer) => outer.children.map((inner) => [inner.id, inner.label])));
  const cite = (inline) =>
    inline.type === 'crossReference' ? { ...inline, text: `Clause ${labels.get(inline.target) ?? '0'}` } : inline;
  const block = (node) => (node.type === 'para' ? { ...node, children: node.children.map(cite) } : node);
  const children = labelled.children.map((outer) => ({
    ...outer,
    children: outer.children.map((inner) => ({ ...inner, children: inner.children.map(block) })),
  }));
  return renumber({ ...labelled, children }).document;
}

/** A draft: that share (0 to 1) of clauses edited in a few words, a tenth as many inserted, deleted and moved each. */
export function makeDraft(before, share, random) {
  let fresh = 1_000_000;
  const moved = [];
  const parts = before.children.map((outer) => ({
    ...outer,
    children: outer.children.flatMap((inner) => {
      const chance = random() / share;
      if (chance < 0.1) return [];
      if (chance < 0.2) {
        moved.push(inner);
        return [];
      }
      if (chance < 0.3) return [clause(fresh++, random), inner];
      return [chance < 1.3 ? edited(inner, random) : inner];
    }),
  }));
  for (const inner of moved) {
    const { children } = pick(parts, random);
    children.splice(Math.floor(random() * (children.length + 1)), 0, inner);
  }
  return numbered({ ...before, children: parts });
}

function edited(node, random) {
  const [first, ...rest] = node.children;
  const [text, ...others] = first.children;
  const pieces = text.value.split(' ');
  for (let k = 0; k < 2; k++)
    pieces.splice(Math.floor(random() * pieces.length), k, ...sentence(random).split(' ').slice(2, 5));
  return { ...node, children: [{ ...first, children: [{ ...text, value: pieces.join(' ') }, ...others] }, ...rest] };
}

/** The document without anchors but those that are cited, so that identity does not do the work. */
export function withoutAnchors(document) {
  const cited = new Set();
  const gather = (node) => {
    if (node.type === 'crossReference') cited.add(node.target);
    for (const child of node.children ?? []) gather(child);
  };
  gather(document);
  const strip = (node) => {
    const { id, ...rest } = node;
    const kept = id === undefined || !cited.has(id) ? rest : node;
    return kept.children === undefined ? kept : { ...kept, children: kept.children.map(strip) };
  };
  return { ...document, children: document.children.map(strip) };
}
