/** Chooses the account that PostgreSQL runs under: it refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { Failure } from '../../failure.ts';
import { explainShortage } from '../../shortage.ts';

/** How to run a program as the account, and to whom its files are given. */
export interface Account {
  /** Comes before the program and its arguments. */
  prefix: readonly string[];
  /** For node:child_process, where `prefix` does not change the user. */
  identity: { uid?: number; gid?: number };
  /** Undefined where the account is the caller's own. */
  owner?: Owner;
}

interface Owner {
  uid: number;
  gid: number;
}

/** Linux ends the program with a fast shutdown when its parent is gone, even by kill -9. */
const endWithParent = '--pdeathsig=INT';

/** What the account must be able to do: enter `folder` and run `program`. */
interface Task {
  program: readonly string[];
  folder: string;
  env: NodeJS.ProcessEnv;
}

/**
 * The account for a server: the caller's own, or, for root, the owner of `data`, or while there are none (undefined) the
 * owner of `project`, or else nobody. Nothing is added to the machine. As root below folders that only root may enter,
 * the server keeps the right to read whatever it likes, and where its programs are root's alone, to write too; in
 * every other case it keeps no right.
 * @throws Failure when root can give no account that is up to `task`.
 */
export async function chooseAccount(data: string | undefined, project: string, task: Task): Promise<Account> {
  if (process.getuid?.() !== 0) {
    const prefix = ['setpriv', endWithParent];
    return { prefix: works(prefix, {}, task) ? prefix : [], identity: {} };
  }
  const owner = await ownerOf(data, project);
  const { uid, gid } = owner;
  // Without no_setuid_fixup access(2) forgets the rights, and initdb calls its postgres an "invalid binary".
  const user = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--no-new-privs',
  ];
  for (const right of ['', ',+dac_read_search', ',+dac_override']) {
    const rights = ['--inh-caps', '--ambient-caps', '--bounding-set'].map((set) => `${set}=-all${right}`);
    const prefix = ['setpriv', endWithParent, ...user, ...rights];
    if (works(prefix, {}, task)) return { prefix, identity: {}, owner };
  }
  if (works([], { uid, gid }, task)) return { prefix: [], identity: { uid, gid }, owner };
  throw new Failure(
    `PostgreSQL may not run as root, and user ${uid} cannot run it in ${task.folder}: start as an ordinary user, or install setpriv (util-linux)`,
  );
}

function works(prefix: readonly string[], identity: Account['identity'], { program, folder, env }: Task): boolean {
  const script = 'cd "$1" && shift && exec "$@" --version';
  const [command = '', ...args] = [...prefix, 'sh', '-c', script, 'sh', folder, ...program];
  const { status, error } = spawnSync(command, args, { ...identity, env, stdio: 'ignore' });
  // A shortage is no reason to do without setpriv.
  if (error !== undefined && explainShortage(error.message) !== undefined) throw error;
  return status === 0;
}

async function ownerOf(data: string | undefined, project: string): Promise<Owner> {
  if (data !== undefined) {
    const { uid, gid } = await stat(data);
    if (uid !== 0) return { uid, gid };
    throw new Failure(
      `${data} belongs to root, and PostgreSQL may not run as root: give it to another user (chown -R nobody)`,
    );
  }
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const home = await stat(project);
  // initdb wants its user to have a name.
  if (home.uid !== 0 && users.some(([, , uid]) => Number(uid) === home.uid)) return home;
  const nobody = users.find(([name]) => name === 'nobody');
  if (nobody === undefined)
    throw new Failure('PostgreSQL may not run as root, and there is no user nobody: start as an ordinary user');
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}
