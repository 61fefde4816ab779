/** Wordings of EU regulations, and of acts of the United States. */
import { w } from './case.ts';

const fit = [['shall install', 'shall fit']] as const;

export const EU = [
  w(
    'in Article 2.2, point (b) is replaced by the following:',
    [['inspect it every year; and', 'test it every year; and']],
    '‘(b) test it every year; and’.',
  ),
  w(
    'In Article 2.2, point (b) is replaced by the following:',
    [['inspect it every year; and', 'test it every year; and']],
    '«(b) test it every year; and»',
  ),
  w(
    'Article 3.2 is replaced by the following:',
    [['due after ten days', 'due at once']],
    '‘3.2 Charges fall due at once.’',
  ),
  w('In Article 2.2, point (b) is deleted.', [['- (b) {#db} inspect it every year; and\n', '']]),
  w('In Article 2.2, points (b) and (c) are deleted;', [
    ['- (b) {#db} inspect it every year; and\n- (c) {#dc} replace it after ten years.\n', ''],
  ]),
  w('Article 1.2 is deleted.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w(
    'In Article 2.2, the following point is added:',
    [['after ten years.\n', 'after ten years.\n- (d) keep a record.\n']],
    '‘(d) keep a record.’',
  ),
  w(
    'The following point is added to Article 2.2:',
    [['after ten years.\n', 'after ten years.\n- (d) keep a record.\n']],
    '‘(d) keep a record.’',
  ),
  w(
    'In Article 2.2, the following point is inserted after point (a):',
    [['every month;\n', 'every month;\n- (aa) seal it;\n']],
    '‘(aa) seal it;’',
  ),
  w(
    'The following Article 2.1A is inserted:',
    [['20 days.\n', '20 days.\n\n2.1A A Meter is sealed.\n']],
    '‘2.1A A Meter is sealed.’',
  ),
  w('In Article 2.1, the word ‘install’ is replaced by ‘fit’.', fit),
  w('in Article 2.1, the words ‘shall install’ are replaced by the words ‘shall fit’;', fit),
  w('In Article 2.1, ‘certified’ is inserted before ‘Meter’.', [['a Meter within', 'a certified Meter within']]),
  w('In Article 2.1, the words ‘and a display’ are inserted after the word ‘Meter’.', [
    ['a Meter within', 'a Meter and a display within'],
  ]),
  w(
    'Article 2.2 is amended as follows:',
    [
      ['read it every month;', 'read it every week;'],
      ['after ten years.\n', 'after ten years.\n- (d) keep a record.\n'],
    ],
    '- (a) in point (a), ‘month’ is replaced by ‘week’;\n- (b) the following point is added:\n\n‘(d) keep a record.’',
  ),
  w('point (b) is replaced by the following:', 'refused', '‘(b) test it every year; and’.'),
  w('Annex II is amended in accordance with the Annex to this Regulation.', 'refused'),
];

export const US = [
  w('Section 2.1 is amended by striking “install” and inserting “fit”.', fit),
  w('Section 2.1 is amended by striking the word "install" and inserting the word "fit" in its place.', fit),
  w('Section 2.1 is amended by striking out “install” and inserting in lieu thereof “fit”.', fit),
  w('Section 2.4 is amended by striking “Supplier” each place it appears and inserting “Party”.', [
    ['A Supplier may appoint', 'A Party may appoint'],
    ['a Supplier may dismiss', 'a Party may dismiss'],
  ]),
  w('Section 2.1 is amended by inserting “certified” before “Meter”.', [
    ['a Meter within', 'a certified Meter within'],
  ]),
  w('Section 2.1 is amended by inserting “and a display” after “Meter”.', [
    ['a Meter within', 'a Meter and a display within'],
  ]),
  w('Section 2.1 is amended by striking “within 20 days”.', [['a Meter within 20 days.', 'a Meter.']]),
  w('Section 2.2 is amended by striking paragraph (b).', [['- (b) {#db} inspect it every year; and\n', '']]),
  w(
    'Section 2.2(b) is amended to read as follows:',
    [['inspect it every year; and', 'test it every year; and']],
    '“(b) test it every year; and”.',
  ),
  w(
    'Section 2.2 is amended by adding at the end the following:',
    [['after ten years.\n', 'after ten years.\n- (d) keep a record.\n']],
    '“(d) keep a record.”.',
  ),
  w(
    'Section 2.2 is amended by inserting after paragraph (a) the following:',
    [['every month;\n', 'every month;\n- (aa) seal it;\n']],
    '“(aa) seal it;”.',
  ),
  w(
    'A new Section 2.5 is added to read as follows:',
    [['an Auditor.\n', 'an Auditor.\n\n2.5 A Meter is sealed.\n']],
    '“2.5 A Meter is sealed.”',
  ),
  w('Section 1.2 is repealed.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Section 1.2 is hereby repealed.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w(
    'Section 2.1 is amended— (1) by striking “install” and inserting “fit”; and (2) by striking “20” and inserting “30”.',
    [['install a Meter within 20', 'fit a Meter within 30']],
  ),
  w('Section 2.4 is redesignated as Section 2.5.', [['2.4 {#both}', '2.5 {#both}']]),
  w('Section 2.2 is amended by redesignating paragraph (c) as paragraph (d).', [['- (c) {#dc}', '- (d) {#dc}']]),
  w('Paragraph (b) is repealed.', 'refused'),
  w('Strike all after the enacting clause and insert the following:', 'refused', '“2.1 Nothing.”'),
];
