/** A made-up statute and drafts of it, with the truth of what was moved: seeded, so that a run can be repeated. */
import type { Block, Clause, Document } from '../../src/model/document.ts';

/** A source of numbers from 0 (included) to 1 (excluded), the same for the same seed (the generator "mulberry32"). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clause as it is edited: its words, its limbs, and a key that tells which clause it is whatever becomes of it. */
export interface Provision {
  readonly key: number;
  readonly words: readonly string[];
  readonly limbs: readonly (readonly string[])[];
  /** The key of a clause that it cites in running text. */
  readonly cites: number | undefined;
}

export interface Part {
  readonly heading: string;
  readonly provisions: readonly Provision[];
}

const PARTIES = list(
  'the Company|each Participant|the Panel|a Supplier Party|the Authority|the Test Manager|an Operator|every Subcontractor|the Registrar|a Network Party|the Auditor|the Secretary',
);
const DUTIES = list(
  'keep|publish|submit|approve|review|maintain|withdraw|notify|record|inspect|certify|replace|assess|deliver|amend|suspend|verify|disclose|retain|prepare|calculate|reconcile|escalate|archive',
);
const THINGS = list(
  'a register of defects|the annual statement of costs|every certificate of conformity|the emergency contact list|a schedule of planned outages|the record of installed Devices|each request for an exemption|the results of regression testing|a summary of complaints|the minutes of its meetings|the list of approved products|any notice of termination|the security credentials in its care|a forecast of demand|the invoice for the preceding quarter|the plan for disaster recovery|each firmware image|a log of failed commands|its method of sampling|the terms of reference of a committee|all evidence of completion|the catalogue of interfaces|a copy of the insurance policy|the report on data quality|each change to the baseline|the map of communication regions|the rota of on-call engineers|a declaration of interest|the training material for installers|the reconciliation of balances',
);
const WHEN = list(
  'within five Working Days of a written request|before the end of each calendar month|as soon as a Severity 1 incident is closed|no later than the date on which migration begins|at least once in every regulatory year|whenever a Device Model is added|on the anniversary of its accession|until the dispute has been determined|throughout the transitional period|where the threshold in the plan is exceeded|after consulting those who are affected|if the test environment is unavailable for a day|when a certificate is about to expire|unless a shorter period has been agreed|in the format that the guidance describes|by means of the secure portal|without charge to the recipient|having regard to the size of the undertaking|subject to the rules on confidentiality|at the cost of the party in default',
);
const WHY = list(
  'so that the market can be settled|in order to protect consumers in vulnerable situations|for the purpose of monitoring performance|and shall state the reasons for doing so|and may charge a reasonable fee|and the decision binds all who took part|except to the extent that the law forbids it|which is taken to be delivered on the second day|together with a plan for putting matters right|and shall correct any error that comes to light|provided that no person is treated less favourably|and shall keep supporting papers for seven years|to the satisfaction of an independent expert|of which a copy is sent to the regulator|and publish an anonymised version on a website|in accordance with good industry practice',
);
const HEADINGS = list(
  'Governance|Registers|Testing|Migration|Security|Charges|Disputes|Data|Reporting|Audit|Access|Liability|Notices|Exemptions|Performance|Transition|Emergencies|Accession',
);
const LIMBS = list(
  'the name and address of the applicant|the serial number of each unit|any fault that was found on inspection|the version of the software in use|the person who is accountable|the length of the interruption|the remedies that were considered|the number of premises affected|the date of the last calibration|the evidence on which it relies|the expected saving|whether consent was obtained',
);

const OF_LIMB = list(
  'at the time of the application|in each of the preceding three years|as shown in the asset register|where that is known|and the reasons for it|for each region separately|under the arrangements then in force|with the name of the person who checked it|as far as the test environment allows|measured at the boundary of the network',
);

function list(text: string): readonly string[] {
  return text.split('|');
}

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** A statute of about `clauses` clauses in parts. */
export function makeStatute(clauses: number, random: Random): Part[] {
  const count = Math.max(3, Math.round(clauses / (8 + random() * 8)));
  let key = 0;
  return Array.from({ length: count }, (_, i) => ({
    heading: `${pick(HEADINGS, random)}${i < HEADINGS.length ? '' : ` (${i})`} and ${pick(HEADINGS, random).toLowerCase()} ${i + 1}`,
    provisions: Array.from({ length: Math.round(clauses / count) }, () => makeProvision(key++, random)),
  }));
}

export function makeProvision(key: number, random: Random): Provision {
  const sentences = 1 + Math.floor(random() * 2.4);
  const words = Array.from({ length: sentences }, () => sentence(random))
    .join(' ')
    .split(' ');
  const limbs = random() < 0.25 ? Array.from({ length: 2 + Math.floor(random() * 3) }, () => limb(random)) : [];
  return { key, words, limbs, cites: random() < 0.15 ? Math.floor(random() * (key + 1)) : undefined };
}

/**
 * One in four is a stock phrase, which stands in several places of a statute; the others name a form of their own, or two
 * limbs that were never one could be the same to the letter, and no one could say whether one moved.
 */
function limb(random: Random): string[] {
  const stock = pick(LIMBS, random);
  const own = `${pick(OF_LIMB, random)} (form ${Math.floor(random() * 9000) + 1000})`;
  return (random() < 0.25 ? stock : `${stock} ${own}`).split(' ');
}

function sentence(random: Random): string {
  const [party, duty, thing, when, why] = [PARTIES, DUTIES, THINGS, WHEN, WHY].map((choices) =>
    pick(choices, random),
  ) as [string, string, string, string, string];
  const also = random() < 0.4 ? ` and ${pick(DUTIES, random)} ${pick(THINGS, random)}` : '';
  const text = `${party} shall ${duty} ${thing}${also} ${when} ${why}.`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The provision with about that share of its words (0 to 1) replaced, deleted or added to, in runs of one to three. */
export function editWords(provision: Provision, share: number, random: Random): Provision {
  let left = Math.round(provision.words.length * share);
  if (share > 0) left = Math.max(left, 1);
  const words = [...provision.words];
  while (left > 0) {
    const run = Math.min(left, 1 + Math.floor(random() * 3));
    const fresh = sentence(random)
      .split(' ')
      .slice(1, 1 + run);
    const how = random();
    words.splice(
      Math.floor(random() * Math.max(1, words.length - run)),
      how < 0.75 ? run : 0,
      ...(how < 0.25 ? [] : fresh),
    );
    left -= run;
  }
  return { ...provision, words };
}

/** The document of a statute; the key of each clause stands in its `place`, which no comparison looks at. */
export function toDocument(parts: readonly Part[], options: { readonly ids: boolean }): Document {
  const labels = new Map<number, string>();
  parts.forEach((part, i) => {
    part.provisions.forEach(({ key }, k) => {
      labels.set(key, `${i + 1}.${k + 1}`);
    });
  });
  const children = parts.map(
    (part, i): Clause => ({
      type: 'clause',
      kind: 'clause',
      label: String(i + 1),
      heading: [{ type: 'text', value: part.heading }],
      children: part.provisions.map((provision) => toClause(provision, labels, options.ids)),
    }),
  );
  return { type: 'document', meta: { title: 'Example statute', provision: 'Clause', language: 'en-GB' }, children };
}

function toClause(provision: Provision, labels: ReadonlyMap<number, string>, ids: boolean): Clause {
  const cited = provision.cites === undefined ? undefined : labels.get(provision.cites);
  const text = provision.words.join(' ') + (cited === undefined ? '' : ` Clause ${cited} does not apply.`);
  const limbs = provision.limbs.map(
    (words, k): Block => ({
      type: 'clause',
      kind: 'limb',
      label: `(${String.fromCharCode(97 + k)})`,
      children: [{ type: 'para', children: [{ type: 'text', value: `${words.join(' ')};` }] }],
    }),
  );
  return {
    type: 'clause',
    kind: 'clause',
    label: labels.get(provision.key) as string,
    ...(ids ? { id: `clause-${provision.key}` } : {}),
    place: { start: provision.key },
    children: [{ type: 'para', children: [{ type: 'text', value: text }] }, ...limbs],
  };
}
