/** The rules on text, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { agreement } from './agreement.ts';
import { americanSpelling } from './american-spelling.ts';
import { andOr } from './and-or.ts';
import { article } from './article.ts';
import { commaSplice } from './comma-splice.ts';
import { compoundHyphen } from './compound-hyphen.ts';
import { contraction } from './contraction.ts';
import { correlatives } from './correlatives.ts';
import { diacritics } from './diacritics.ts';
import { doubledStop } from './doubled-stop.ts';
import { doubledThat } from './doubled-that.ts';
import { legalese } from './legalese.ts';
import { missingStop } from './missing-stop.ts';
import { missingWord } from './missing-word.ts';
import { mixedCurrency } from './mixed-currency.ts';
import { nearPhrase } from './near-phrase.ts';
import { quotationKinds } from './quotation-kinds.ts';
import { quotationMarks } from './quotation-marks.ts';
import { quotationSpan } from './quotation-span.ts';
import { realWordSlip } from './real-word-slip.ts';
import { repeatedClause } from './repeated-clause.ts';
import { repeatedPhrase } from './repeated-phrase.ts';
import { repeatedSentence } from './repeated-sentence.ts';
import { repeatedWords } from './repeated-words.ts';
import { spaces } from './spaces.ts';
import { spelling } from './spelling.ts';
import { strayCapital } from './stray-capital.ts';
import { unmatchedPair } from './unmatched-pair.ts';
import { wordsAndFigures } from './words-and-figures.ts';
import { wrongForm } from './wrong-form.ts';

export const TEXT_RULES: readonly Rule[] = [
  repeatedWords,
  repeatedPhrase,
  repeatedSentence,
  article,
  agreement,
  doubledThat,
  commaSplice,
  correlatives,
  wrongForm,
  spelling,
  diacritics,
  compoundHyphen,
  contraction,
  nearPhrase,
  spaces,
  missingStop,
  doubledStop,
  quotationMarks,
  quotationKinds,
  quotationSpan,
  unmatchedPair,
  strayCapital,
  wordsAndFigures,
  missingWord,
  realWordSlip,
  andOr,
  legalese,
  mixedCurrency,
  repeatedClause,
  americanSpelling,
];
