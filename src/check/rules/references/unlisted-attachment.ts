/** Attachments that are cited and not listed. */
import { listedAttachments } from '../../facts/attachments.ts';
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';

export const unlistedAttachment: Rule = {
  id: 'unlisted-attachment',
  group: 'references',
  severity: 'warning',
  says: 'An attachment that the text cites, but that is not in its list of attachments.',
  why: 'A reader looks for it in the list, and cannot know whether it is missing.',
  good: 'Respond on the form in Attachment 2.\n\n- Attachment 1: Draft\n- Attachment 2: Form',
  bad: 'Respond on the form in Attachment 3.\n\n- Attachment 1: Draft\n- Attachment 2: Form',
  check: (subject, report) => {
    const list = listedAttachments(subject);
    if (list.length === 0) return;
    const words = new Set(list.map(({ word }) => word));
    const known = new Set(list.map(({ word, number }) => `${word} ${number}`));
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      if (!words.has(word) || known.has(`${word} ${number}`) || qualified !== undefined) continue;
      report({ reason: `${word} ${number} is cited, but not listed`, at, start, end, actual: `${word} ${number}` });
    }
  },
};
