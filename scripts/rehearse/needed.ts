import { aptInstall } from '../../src/platform/engine/apt.ts';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { terminalLog } from '../../src/platform/log/terminalLog.ts';

const NEEDED = {
  mmdebstrap: 'mmdebstrap',
  mke2fs: 'e2fsprogs',
  'qemu-system-x86_64': 'qemu-system-x86',
};

/** Installs what makes and runs virtual machines, where it is missing. */
export async function installNeeded(): Promise<void> {
  const missing = Object.entries(NEEDED).flatMap(([program, name]) =>
    findProgram(program) === undefined ? [name] : [],
  );
  const log = terminalLog({ verbose: false });
  if (missing.length > 0) await aptInstall(missing, `${missing.join(', ')} missing`, { log });
}
