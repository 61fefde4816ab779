/** Wordings of Acts and statutory instruments. */
import { w } from './case.ts';

export const UK = [
  w('In section 2.1, for “20” substitute “30”.', [['within 20 days', 'within 30 days']]),
  w('In section 2.1 for the figure "20" substitute "30".', [['within 20 days', 'within 30 days']]),
  w('In section 2.1, for ‘20 days’ there is substituted ‘30 days’.', [['within 20 days', 'within 30 days']]),
  w('In section 2.1 for “install” there shall be substituted “fit”.', [['shall install', 'shall fit']]),
  w('In section 2.2(b), for “year” substitute “quarter”.', [['inspect it every year', 'inspect it every quarter']]),
  w('In section 2.2, in paragraph (b), for “year” substitute “quarter”.', [
    ['inspect it every year', 'inspect it every quarter'],
  ]),
  w('In paragraph (b) of section 2.2, for “year” substitute “quarter”.', [
    ['inspect it every year', 'inspect it every quarter'],
  ]),
  w('In section 2.2, in the opening words, for “shall” substitute “must”.', [
    ['A Supplier shall, for', 'A Supplier must, for'],
  ]),
  w('In section 2.4, for “Supplier”, in both places where it occurs, substitute “Party”.', [
    ['A Supplier may appoint', 'A Party may appoint'],
    ['a Supplier may dismiss', 'a Party may dismiss'],
  ]),
  w('In section 2.4, for “Supplier” in each place substitute “Party”.', [
    ['A Supplier may appoint', 'A Party may appoint'],
    ['a Supplier may dismiss', 'a Party may dismiss'],
  ]),
  w('In section 2.4, for the second “Supplier” substitute “Party”.', [
    ['a Supplier may dismiss', 'a Party may dismiss'],
  ]),
  w('In section 2.4, for “Supplier”, in the first place where it occurs, substitute “Party”.', [
    ['A Supplier may appoint', 'A Party may appoint'],
  ]),
  w('In section 2.4, for “an Auditor”, where it secondly occurs, substitute “it”.', [
    ['may dismiss an Auditor', 'may dismiss it'],
  ]),
  w('In section 2.4, for “Supplier” substitute “Party”.', 'refused'),
  w('In section 2.1, for “40” substitute “30”.', 'refused'),
  w('In section 2.9, for “20” substitute “30”.', 'refused'),
  w('In section 2.1, after “Meter” insert “and a display”.', [
    ['install a Meter within', 'install a Meter and a display within'],
  ]),
  w('In section 2.1, after “Supplier”, insert “, or its agent,”.', [
    ['A Supplier shall install', 'A Supplier, or its agent, shall install'],
  ]),
  w('In section 2.1, before “Meter” insert “certified”.', [['a Meter within', 'a certified Meter within']]),
  w('In section 2.1 at the end insert “of its appointment”.', [
    ['within 20 days.', 'within 20 days of its appointment.'],
  ]),
  w('At the end of section 1.2 insert “and the reverse”.', [
    ['includes the plural.', 'includes the plural and the reverse.'],
  ]),
  w('In section 3.2, at the beginning insert “Unless agreed otherwise,”.', [
    ['Charges fall due', 'Unless agreed otherwise, Charges fall due'],
  ]),
  w('In section 2.3, omit “Access is refused to nobody.”', [['£40. Access is refused to nobody.', '£40.']]),
  w('In section 2.1, omit the words “within 20 days”.', [['a Meter within 20 days.', 'a Meter.']]),
  w('In section 2.1, the words “within 20 days” are repealed.', [['a Meter within 20 days.', 'a Meter.']]),
  w('In section 2.2(b), omit the “and” at the end.', [['every year; and', 'every year;']]),
  w('In section 2.2, the “and” at the end of paragraph (b) is omitted.', [['every year; and', 'every year;']]),
  w('At the end of section 2.2(a) insert “and”.', [['every month;', 'every month; and']]),
  w('In section 2.1, for the words from “install” to “days” substitute “do so”.', [
    ['shall install a Meter within 20 days.', 'shall do so.'],
  ]),
  w('In section 2.1, omit the words from “within” to the end.', [['a Meter within 20 days.', 'a Meter.']]),
  w('In section 2.1, for the words after “Meter” substitute “at once”.', [
    ['a Meter within 20 days.', 'a Meter at once.'],
  ]),
  w('Omit section 1.2.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Section 1.2 is omitted.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Section 1.2 ceases to have effect.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Section 3.2 is revoked.', [['3.2 {#due} Charges fall due after ten days.\n', '']]),
  w('In section 2.2 omit paragraphs (b) and (c).', [
    ['- (b) {#db} inspect it every year; and\n- (c) {#dc} replace it after ten years.\n', ''],
  ]),
  w('In section 2.2 omit paragraphs (a) to (b).', [
    ['- (a) {#da} read it every month;\n- (b) {#db} inspect it every year; and\n', ''],
  ]),
  w('Omit paragraph (b).', 'refused'),
  w('Omit the definition of “Auditor”.', [['**Auditor** {#auditor} means a person who audits a Supplier.\n\n', '']]),
  w('In section 1.1, the definition of “Meter” is repealed.', [
    ['**Meter** {#meter} means a device that measures energy.\n\n', ''],
  ]),
  w('In the definition of “Meter”, for “energy” substitute “electricity”.', [
    ['measures energy', 'measures electricity'],
  ]),
  w('In section 1.1, in the definition of “Supplier”, after “energy” insert “to premises”.', [
    ['supplies energy.', 'supplies energy to premises.'],
  ]),
  w(
    'In section 2.2, for paragraph (b) substitute—',
    [['inspect it every year; and', 'test it every year; and']],
    '“(b) test it every year; and”.',
  ),
  w(
    'For section 3.2 substitute—',
    [['Charges fall due after ten days.', 'Charges fall due at once.']],
    '“3.2 Charges fall due at once.”',
  ),
  w('For section 3.2 substitute “3.2 Charges fall due at once.”', [
    ['Charges fall due after ten days.', 'Charges fall due at once.'],
  ]),
  w('For section 3.2 substitute—', 'refused', '“3.3 Charges fall due at once.”'),
  w(
    'After section 2.1 insert—',
    [['within 20 days.\n', 'within 20 days.\n\n2.1A A Meter is sealed.\n']],
    '“2.1A A Meter is sealed.”',
  ),
  w(
    'After section 2.1 insert—',
    [['within 20 days.\n', 'within 20 days.\n\n2.1A A Meter is sealed.\n\n2.1B A seal is blue.\n']],
    '“2.1A A Meter is sealed.\n\n2.1B A seal is blue.”',
  ),
  w('After section 2.1 insert “2.1A A Meter is sealed.”', [
    ['within 20 days.\n', 'within 20 days.\n\n2.1A A Meter is sealed.\n'],
  ]),
  w(
    'In section 2.2, after paragraph (a) insert—',
    [['every month;\n', 'every month;\n- (aa) seal it;\n']],
    '“(aa) seal it;”.',
  ),
  w(
    'In section 2.2, before paragraph (a) insert—',
    [['- (a) {#da}', '- (za) label it;\n- (a) {#da}']],
    '“(za) label it;”.',
  ),
  w(
    'In section 2.2, at the end insert—',
    [['after ten years.\n', 'after ten years.\n- (d) keep a record.\n']],
    '“(d) keep a record.”',
  ),
  w('After section 2.1 insert—', 'refused', 'A Meter is sealed.'),
  w(
    'In section 1.1, at the appropriate place insert—',
    [['**Meter** {#meter}', '**Display** means a screen.\n\n**Meter** {#meter}']],
    '“**Display** means a screen.”',
  ),
  w('For the heading of section 2 substitute “Metering”.', [['# 2 Meters', '# 2 Metering']]),
  w('In the heading to section 2, for “Meters” substitute “Metering”.', [['# 2 Meters', '# 2 Metering']]),
  w(
    'In section 2—',
    [
      ['install a Meter', 'fit a Meter'],
      ['costs £40', 'costs £50'],
    ],
    '- (a) in section 2.1, for “install” substitute “fit”;\n- (b) in section 2.3, for “£40” substitute “£50”.',
  ),
  w(
    'Section 2.2 is amended as follows—',
    [
      ['read it every month;', 'read it every week;'],
      ['- (b) {#db} inspect it every year; and\n', ''],
    ],
    '- (a) in paragraph (a), for “month” substitute “week”;\n- (b) omit paragraph (b).',
  ),
  w('In section 2.1, for “install” substitute “fit” and omit “within 20 days”.', [
    ['install a Meter within 20 days.', 'fit a Meter.'],
  ]),
  w('In section 2.1, for “20” substitute “30”; and in section 2.3, for “£40” substitute “£50”.', [
    ['within 20 days', 'within 30 days'],
    ['costs £40', 'costs £50'],
  ]),
  w(
    'In the following sections, for “Supplier” substitute “Party”—',
    [
      ['A Supplier shall install', 'A Party shall install'],
      ['A Supplier shall, for', 'A Party shall, for'],
    ],
    '- (a) section 2.1;\n- (b) section 2.2.',
  ),
  w('In Table 3.1, in the entry for “Inspection”, for “£30” substitute “£35”.', [
    ['| Inspection | £30 |', '| Inspection | £35 |'],
  ]),
  w('In Table 3.1, in the second column, for “£30” substitute “£35”.', [
    ['| Inspection | £30 |', '| Inspection | £35 |'],
  ]),
  w('In Table 3.1, omit the entry for “Reading”.', [['| Reading | £5 |\n', '']]),
  w('In Table 3.1, omit the entry for “Washing”.', 'refused'),
];
