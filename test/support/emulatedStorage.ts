import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/platform/projectRoot.ts';

const PROGRAM = join(
  projectRoot(),
  'images/storage/files/usr/local/lib/ganeti-perf-storage/main.py',
);

/** The system's, as on a node: what else the path has may be a script that looks for it. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of both streams. */
  readonly text: string;
}

/** Several nodes' emulated storage in a folder of its own: each node has its volumes, all have DRBD's state. */
export class EmulatedStorage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-storage-'));

  /** A file of a node, by its path there. */
  file(node: string, path: string): string {
    return join(this.#folder, node, path);
  }

  /** Runs a command of a node as Ganeti would. */
  run(node: string, command: string, ...args: readonly string[]): Said {
    const root = join(this.#folder, node);
    const shared = join(root, 'srv/ganeti');
    if (mkdirSync(join(root, 'dev'), { recursive: true }) !== undefined) {
      mkdirSync(shared, { recursive: true });
      mkdirSync(join(this.#folder, 'shared'), { recursive: true });
      symlinkSync(join(this.#folder, 'shared'), join(shared, 'shared-file-storage'));
      mkdirSync(join(root, 'bin'));
    }
    const path = join(root, 'bin', command);
    symlinkSyncOnce(PROGRAM, path);
    const env = {
      ...process.env,
      GANETI_PERF_STORAGE_ROOT: root,
      GANETI_PERF_STORAGE_NODE: node,
      PYTHONDONTWRITEBYTECODE: '1',
    };
    const { status, stdout, stderr, error } = spawnSync(PYTHON, ['-S', path, ...args], {
      env,
      encoding: 'utf8',
    });
    if (error) throw error;
    return { status, stdout, stderr, text: stdout + stderr };
  }

  /**
   * Runs a command of a transcript, as scripts/witness takes them down, and says what came of it in the same form.
   * `hold` and `release` are of a process that has the device open: here, an instance that runs.
   */
  retell(node: string, line: string): string {
    const [name = '', ...args] = line.split(' ');
    if (name === 'hold' || name === 'release') {
      const [device = ''] = args;
      const [running, link] = ['fake-hypervisor/holder', 'instance-disks/holder:0'].map((path) =>
        this.file(node, `var/run/ganeti/${path}`),
      ) as [string, string];
      for (const path of [running, link]) mkdirSync(dirname(path), { recursive: true });
      for (const path of [running, link]) rmSync(path, { force: true });
      if (name === 'hold') {
        symlinkSync(device, link);
        writeFileSync(running, '');
      }
      return `$ ${line}\n`;
    }
    const words = args.map((word) => word.replaceAll('PV', '/dev/loop0'));
    const { status, stdout, stderr } = this.run(node, name, ...words);
    const said = `$ ${line}\n${stdout}${stderr.replaceAll(/^/gm, '! ')}`.replace(/! $/, '');
    const proc =
      name === 'drbdsetup' ? this.procDrbd(node).replaceAll(/^(?!$(?![^]))/gm, '| ') : '';
    return `${said}= ${String(status)}\n${proc}`;
  }

  /** Makes a link on a node. */
  link(node: string, target: string, path: string): void {
    symlinkSync(target, this.file(node, path));
  }

  /** What Ganeti reads of a node in the place of /proc/drbd. */
  procDrbd(node: string): string {
    const path = `srv/ganeti/shared-file-storage/.ganeti-perf-drbd/proc-${node}`;
    return readFileSync(this.file(node, path), 'utf8');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function symlinkSyncOnce(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
