/** Which body of special knowledge applies to a text: what is known of DUIS applies to texts that speak of it. */
import { SPEAKS_OF_DUIS } from '../data/service-requests.ts';
import { once, type Subject } from '../subject.ts';

export const isAboutDuis = once((subject: Subject): boolean =>
  subject.passages.some(({ text }) => SPEAKS_OF_DUIS.test(text)),
);
