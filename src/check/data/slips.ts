/** Words that a dictionary knows and that stand for another by a slip, each with the words around it that give it away. */

export interface Slip {
  /** With the `g` flag. */
  readonly find: RegExp;
  readonly expected: string;
  /** Set where the words may be meant. */
  readonly note?: true;
}

export const SLIPS: readonly Slip[] = [
  {
    find: /\b(?:explains?|describes?|shows?|sets? out|says?|on|about|know) who to (?=(?:respond|reply|apply|appeal|use|make|submit|complete|do|give|provide|take|find|read|calculate|file|pay)\b)/gi,
    expected: 'how to',
    note: true,
  },
  { find: /\bexplains? who(?=\.|$)/gi, expected: 'explains how', note: true },
  { find: /\bchange (?=(?:interest|a fee|fees|VAT)\b(?: (?:at|on|for|of)\b))/gi, expected: 'charge', note: true },
  {
    find: /\bform (?=time to time\b|the (?:date|day|time|receipt|expiry|end|start|beginning|commencement)\b(?! of (?:the )?(?:form|notice)))/gi,
    expected: 'from',
    note: true,
  },
  {
    find: /\b(?:under|of|in|to|this|the) (?:this |the )?contact(?= (?:between|is governed|shall be governed|price|term|sum))/gi,
    expected: 'contract',
    note: true,
  },
  { find: /\b(?:the|any|other|each|both) (?:party|parties) (?:herby|hear by|here by)\b/gi, expected: 'hereby' },
  { find: /\bdully (?=(?:authori[sz]ed|signed|executed|appointed|completed|made)\b)/gi, expected: 'duly' },
  { find: /\bsinged (?=(?:by|on behalf|for and on)\b)/gi, expected: 'signed' },
  {
    find: /\bprinciple (?=(?:place of business|office|amount|sum|debt|contractor|address)\b)/gi,
    expected: 'principal',
  },
  { find: /\b(?:legal|independent|external|leading) council\b(?! (?:of|for)\b)/gi, expected: 'counsel', note: true },
  { find: /\bbreech(?:es)? of\b/gi, expected: 'breach of' },
  { find: /\b(?:in|the) breech\b/gi, expected: 'breach' },
  { find: /\b(?:in|be|is|are|not) complaint with\b/gi, expected: 'compliant with' },
  { find: /\bon behave of\b/gi, expected: 'on behalf of' },
  {
    find: /\bthere (?=(?:obligations?|rights?|duties|respective|own|employees|agents|successors|liabilit(?:y|ies)|responsibilities)\b)/gi,
    expected: 'their',
  },
  { find: /\btrail (?=(?:period|run|basis|date)\b)/gi, expected: 'trial', note: true },
  { find: /\bstatue (?=(?:of limitations|book|law)\b)/gi, expected: 'statute' },
  { find: /\buntied (?=(?:kingdom|states|nations)\b)/gi, expected: 'united' },
  { find: /\b(?:shall|will|must|may) asses (?=(?:the|any|each|whether)\b)/gi, expected: 'assess' },
  {
    find: /\bpubic (?=(?:holiday|body|authority|interest|sector|consultation|service|law|domain)\b)/gi,
    expected: 'public',
  },
  { find: /\btot he\b/gi, expected: 'to the' },
  { find: /\bint he\b/gi, expected: 'in the' },
  {
    find: /\bproceeding (?=(?:clause|section|paragraph|year|month|sentence)s?\b)/gi,
    expected: 'preceding',
    note: true,
  },
  { find: /\b(?:has|have|had) lead to\b/gi, expected: 'led to' },
  { find: /\bmanger(?= (?:shall|will|must|may|of the)\b)/gi, expected: 'manager', note: true },
  { find: /\bcostumers?\b(?= (?:shall|will|may|must|of|service|who))/gi, expected: 'customer', note: true },
  { find: /\bpersonal (?=(?:employed|engaged|provided) by\b)/gi, expected: 'personnel', note: true },
  { find: /\b(?:no|not) latter than\b/gi, expected: 'later than' },
  { find: /\blicensee (?=(?:fee|agreement)s?\b)/gi, expected: 'licence', note: true },
  { find: /\bpartied (?=(?:to|shall|agree|have|may|will)\b)/gi, expected: 'parties' },
  { find: /\bterm and conditions\b/gi, expected: 'terms and conditions' },
  { find: /\bterms and condition\b(?! of)/gi, expected: 'terms and conditions' },
  { find: /\bby way off\b/gi, expected: 'by way of' },
  { find: /\bas result of\b/gi, expected: 'as a result of' },
  {
    find: /\bin event (?:of|that)\b(?<!\b(?:any|such|an|each) in event (?:of|that))/gi,
    expected: 'in the event',
    note: true,
  },
  { find: /\bshall now (?=(?:be liable|apply|exceed|limit|affect)\b)/gi, expected: 'shall not', note: true },
  { find: /\b(?:an|any|no) affect on\b/gi, expected: 'effect on' },
];
