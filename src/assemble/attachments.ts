/** The attachments of a pack: what each is called, what its file is called, and what it is made of. */
import type { Meta } from '../model/document.ts';
import type { PackAttachment } from './manifest-keys.ts';

/** What a text of a pack is: the consultation document, or an attachment of that kind. */
export type TextRole = 'consultation' | 'notification' | 'response-template' | 'template';

/** What an attachment is made of: a template that is filled, or a document, clean or compared. */
export type Making = 'template' | 'clean' | 'change-marked';

/** The metas of the document that an attachment shows. */
export interface ShownDocument {
  readonly id: string;
  readonly after: Meta;
  readonly before?: Meta;
}

interface Kind {
  readonly making: Making;
  /** The name of the template, where it is made of one and the manifest names no other. */
  readonly template?: string;
  readonly title: (document: ShownDocument | undefined) => string;
  readonly file: (document: ShownDocument | undefined) => string;
}

const KINDS = {
  notification: {
    making: 'template',
    template: 'notification',
    title: () => 'Draft notification text',
    file: () => 'notification-text',
  },
  'response-template': {
    making: 'template',
    template: 'response-template',
    title: () => 'Response template',
    file: () => 'response-template',
  },
  clean: {
    making: 'clean',
    title: (document) => titleOf(document) + (document?.before === undefined ? '' : ' (clean)'),
    file: (document) => fileOf(document) + (document?.before === undefined ? '' : '-clean'),
  },
  'change-marked': {
    making: 'change-marked',
    title: (document) => `${titleOf(document)} (change-marked against version ${document?.before?.version ?? ''})`,
    file: (document) => `${fileOf(document)}-change-marked`,
  },
  template: { making: 'template', title: () => '', file: () => 'document' },
} as const satisfies Record<PackAttachment['kind'], Kind>;

function titleOf(document: ShownDocument | undefined): string {
  return `${document?.after.title ?? ''}, version ${document?.after.version ?? ''}`;
}

function fileOf(document: ShownDocument | undefined): string {
  return `${document?.id ?? ''}-${document?.after.version ?? ''}`;
}

/** An attachment ready to be made. */
export interface PlannedAttachment {
  readonly id: string;
  readonly number: number;
  /** `Attachment 3`. */
  readonly name: string;
  readonly title: string;
  /** Its file's name, without the ending. */
  readonly file: string;
  readonly making: Making;
  /** What kind of text it is, where it is made of a template. */
  readonly role: TextRole;
  readonly template?: string;
  readonly document?: string;
}

function roleOf(kind: PackAttachment['kind']): TextRole {
  return kind === 'notification' || kind === 'response-template' ? kind : 'template';
}

/** Works out what the manifest leaves to be derived. `title` is the manifest's own, its placeholders filled. */
export function planAttachment(
  attachment: PackAttachment,
  document: ShownDocument | undefined,
  title: string | undefined,
): PlannedAttachment {
  const kind: Kind = KINDS[attachment.kind];
  const template = attachment.template ?? kind.template;
  return {
    id: attachment.id,
    number: attachment.number,
    name: `Attachment ${attachment.number}`,
    title: title ?? kind.title(document),
    file: attachment.file ?? `attachment-${attachment.number}-${kind.file(document)}`,
    making: kind.making,
    role: roleOf(attachment.kind),
    ...(template === undefined ? {} : { template }),
    ...(document === undefined ? {} : { document: document.id }),
  };
}
