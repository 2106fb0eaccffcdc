/** Chooses the account that PostgreSQL runs under: it refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { Failure } from '../../failure.ts';

/** How to run a program as the account, and how to give it a file. */
export interface Account {
  /** Comes before the program and its arguments. */
  prefix: readonly string[];
  /** For node:child_process, where `prefix` does not change the user. */
  identity: { uid?: number; gid?: number };
  own(path: string): Promise<void>;
}

/** Linux ends the program with a fast shutdown when its parent is gone, even by kill -9. */
const endWithParent = '--pdeathsig=INT';

/**
 * The account for the server whose data is in `data`: the caller's own, or, for root, the owner of the data, at first
 * the owner of `project`, else nobody. Nothing is added to the machine. As root below folders that only root may enter,
 * the server keeps the right to pass through them, and no other right.
 * @param program what the account must be able to run
 * @param folder what it must be able to enter
 * @throws Failure when root can give no such account.
 */
export async function chooseAccount(data: string, project: string, program: string, folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) {
    const prefix = ['setpriv', endWithParent];
    return { prefix: works(prefix, {}, program, folder) ? prefix : [], identity: {}, own: async () => {} };
  }
  const { uid, gid } = await owner(data, project);
  const own = (path: string) => chown(path, uid, gid);
  for (const right of ['', ',+dac_read_search', ',+dac_override']) {
    const sets = ['--inh-caps', '--ambient-caps', '--bounding-set'].map((set) => `${set}=-all${right}`);
    // Without no_setuid_fixup access(2) forgets the right, and initdb calls its postgres an "invalid binary".
    const as = [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      '--no-new-privs',
    ];
    const prefix = ['setpriv', endWithParent, ...as, ...sets];
    if (works(prefix, {}, program, folder)) return { prefix, identity: {}, own };
  }
  if (works([], { uid, gid }, program, folder)) return { prefix: [], identity: { uid, gid }, own };
  throw new Failure(
    `PostgreSQL may not run as root, and user ${uid} cannot enter ${folder}: start as an ordinary user, or install setpriv (util-linux)`,
  );
}

function works(prefix: readonly string[], identity: Account['identity'], program: string, folder: string): boolean {
  const script = 'cd "$1" && exec "$2" --version';
  const [command = '', ...args] = [...prefix, 'sh', '-c', script, 'sh', folder, program];
  return spawnSync(command, args, { ...identity, stdio: 'ignore' }).status === 0;
}

async function owner(data: string, project: string): Promise<{ uid: number; gid: number }> {
  const existing = await stat(data).catch(() => undefined);
  if (existing !== undefined && existing.uid !== 0) return existing;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const home = await stat(project);
  // initdb wants its user to have a name.
  if (home.uid !== 0 && users.some(([, , uid]) => Number(uid) === home.uid)) return home;
  const nobody = users.find(([name]) => name === 'nobody');
  if (nobody === undefined)
    throw new Failure('PostgreSQL may not run as root, and there is no user nobody: start as an ordinary user');
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}
