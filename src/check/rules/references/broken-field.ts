/** Fields of Word that have lost what they refer to, and the error that Word prints in their place. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** What Word prints for a field that it cannot make, in the languages of the British Isles and of their neighbours. */
const PRINTED =
  /(?:Error! (?:Reference source not found|Bookmark not defined|No bookmark name given|Not a valid (?:link|bookmark|result)|Unknown document property name|No text of specified style in document|Hyperlink reference not valid|Main Document Only|Use the Home tab[^.]{0,120}|No table of (?:contents|figures) entries found|Invalid[^.]{0,40}|Unknown[^.]{0,40}|Filename not specified)|Gwall! [^.\n]{3,80}|Fehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Unbekannt[^.\n]{0,60}|Es wurde[^.\n]{0,80})|Erreur\s?! (?:Source du renvoi introuvable|Signet non défini)|¡Error! (?:No se encuentra el origen de la referencia|Marcador no definido)|Fout! (?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd)|#REF!)\.?/gu;

export const brokenField: Rule = {
  id: 'broken-field',
  group: 'references',
  severity: 'error',
  says: 'A field of Word that refers to what is not there, or the error that Word prints in its place.',
  why: 'Whoever updates the fields of the file, which printing does, gets "Error! Reference source not found." A printed error is an error; a field that still prints its last result is a warning.',
  good: 'It is subject to Clause 1.1.',
  bad: 'It is subject to Clause Error! Reference source not found..',
  passesOn: ['read/docx-dangling-reference', 'read/docx-unbalanced-field'],
  // A table of contents is made anew with every update, and a field without a name refers to nothing.
  weigh: ({ actual = '', severity }) => (actual === '' || /^_Toc|%/.test(actual) ? 'note' : severity),
  check: (subject, report) => {
    for (const [at, match] of matches(subject, PRINTED)) {
      const reason = 'Word could not find what this field refers to';
      const note = 'Set the cross-reference anew (References > Cross-reference), and update the fields.';
      report({ reason, ...useOf(at, match), actual: match[0], note });
    }
  },
};
