/** Where LibreOffice is on this machine: what the environment names, else the usual places. */
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { UnusableInput } from '../../message.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that names the program where it is in no usual place. */
export const OFFICE_VARIABLE = 'KEELING_SOFFICE';

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: [
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
  ],
};

/** The program. Throws `UnusableInput` (`pdf/no-libreoffice`) where there is none. */
export async function findOffice(env: Environment): Promise<string> {
  const named = env[OFFICE_VARIABLE];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...(PLACES[process.platform] ?? []),
  ];
  for (const file of named === undefined || named === '' ? usual : [named]) if (await canRun(file)) return file;
  const reason =
    named === undefined || named === ''
      ? 'LibreOffice is not installed, and PDF files are made with it'
      : `there is no program at ${named}, which ${OFFICE_VARIABLE} names`;
  const note = `install LibreOffice (https://www.libreoffice.org), name its program in ${OFFICE_VARIABLE}, or leave --pdf away`;
  throw new UnusableInput({ severity: 'error', rule: 'pdf/no-libreoffice', reason, note });
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
