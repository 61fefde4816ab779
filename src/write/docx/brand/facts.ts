/** What a document says of itself, by the names under which the fields of a header or footer ask for it. */
import { longDate } from '../../../model/date.ts';
import type { Meta } from '../../../model/document.ts';
import type { Redline } from '../../../model/redline.ts';
import type { DocxOptions } from '../index.ts';
import type { StatedFacts } from './headers-footers.ts';

const FACTS: Readonly<Record<string, (meta: Meta, options: DocxOptions) => string | undefined>> = {
  title: (meta) => meta.title,
  subject: (meta) => meta.short,
  version: (meta) => meta.version,
  status: (meta) => meta.status,
  baseline: (meta) => meta.baseline,
  'effective date': (meta) => (meta.effective === undefined ? undefined : longDate(meta.effective)),
  classification: (meta, options) => options.footer ?? meta.classification,
  organisation: (_, options) => options.organisation,
  author: (_, options) => options.author,
};

export function statedFacts(redline: Redline, options: DocxOptions): StatedFacts {
  return new Map(
    Object.entries(FACTS).map(([name, find]) => {
      const [before, after] = [find(redline.before, options), find(redline.document.meta, options)];
      return [name, { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
    }),
  );
}
