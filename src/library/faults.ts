/** What the file system refuses, in words that a drafter understands. */
import { type Message, UnusableInput } from '../message.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EEXIST: 'something of that name is there already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links lead round in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

/** Why an operation of `node:fs` failed, as the end of a sentence. */
export function fileReason(error: unknown): string {
  const code = fileCode(error);
  if (code !== undefined) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

/** The code of a system error, such as `ENOENT`. */
export function fileCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** An error of one message about a file, with what the system said of it. */
export function fileFault(rule: string, what: string, file: string, error: unknown): UnusableInput {
  const message: Message = { severity: 'error', rule, reason: `${what}: ${fileReason(error)}`, place: { file } };
  return new UnusableInput(message);
}
