/** The rules on names, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { bodyName } from './body-name.ts';
import { bodyOnDate } from './body-on-date.ts';
import { collectiveVerb } from './collective-verb.ts';
import { companyForm } from './company-form.ts';
import { departmentAndMinister } from './department-and-minister.ts';
import { misleadingLink } from './misleading-link.ts';
import { missingArticle } from './missing-article.ts';
import { mixedPerson } from './mixed-person.ts';
import { nameArticle } from './name-article.ts';
import { nameConnector } from './name-connector.ts';
import { nearMissHost } from './near-miss-host.ts';
import { partyName } from './party-name.ts';
import { serviceRequestName } from './service-request-name.ts';
import { signatureParty } from './signature-party.ts';

export const NAMES_RULES: readonly Rule[] = [
  nearMissHost,
  misleadingLink,
  bodyOnDate,
  bodyName,
  departmentAndMinister,
  companyForm,
  nameConnector,
  collectiveVerb,
  nameArticle,
  missingArticle,
  mixedPerson,
  partyName,
  serviceRequestName,
  signatureParty,
];
