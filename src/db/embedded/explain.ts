/** Turns what PostgreSQL and the file system say into one line that says what to do. */
import { Failure } from '../../failure.ts';
import { explainShortage } from '../../shortage.ts';

/** A Failure for what a PostgreSQL program wrote to standard error before it gave up. */
export function explainOutput(program: string, output: string, folder: string): Failure {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) return noSpace(folder);
  const shortage = explainShortage(output);
  if (shortage !== undefined) return shortage;
  const ownership = /data directory "(.*)" has wrong ownership/.exec(output);
  if (ownership !== null)
    return new Failure(
      `${ownership[1]} belongs to another user: start as that user, or give the folder to this one (chown -R)`,
    );
  const telling = output
    .split('\n')
    .filter((line) => /error|fatal|panic|detail|hint|cannot|could not|denied/i.test(line));
  const lines = (telling.length > 0 ? telling : output.split('\n')).map((line) => line.replace(logPrefix, '').trim());
  return new Failure(`${program} failed: ${lines.filter(Boolean).join('; ') || 'it said nothing'}`);
}

/** Time, process number and level of a line of PostgreSQL's log. */
const logPrefix = /^.*?(FATAL|DETAIL|HINT|PANIC|ERROR|error): */;

/** The last complaint in a server's log, on one line; empty when there is none. */
export function lastComplaint(log: string): string {
  const complaints = log.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  return complaints.at(-1)?.replace(logPrefix, '').trim() ?? '';
}

/** A Failure for an error of the file system below `folder`; any other error as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const { code, path = folder } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpace(folder);
    case 'EACCES':
    case 'EPERM':
      return new Failure(
        `no right to use ${path} (${code}): start as the user it belongs to, or give it to this one (chown -R)`,
      );
    case 'EROFS':
      return new Failure(`${path} is on a read-only file system: move the project, or set DATABASE_URL`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Failure(`${path} is in the way, a folder is needed there: move it away`);
    case 'ENAMETOOLONG':
      return new Failure(`the path of ${folder} is too long: move the project to a shorter one`);
    default:
      return (error instanceof Error && explainShortage(error.message)) || error;
  }
}

function noSpace(folder: string): Failure {
  return new Failure(`no space left on the disk of ${folder}: free some (a first start takes 100 MB) and start again`);
}
