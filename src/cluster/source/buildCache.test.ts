import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { asUser, forEverybody, itAsRoot } from '../../../test/support/anotherUser.ts';
import { run } from '../../platform/process/process.ts';

itAsRoot('what another user keeps to themselves is compiled anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-cache-'));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'haskell-1234.tar'), '', { mode: 0o600 });
  const said = await forEverybody('cluster/source/buildCache.ts', async ({ node, module }) => {
    const script = `import { restoreBuild } from '${module}';
      const log = { warn: (line) => console.log(line) };
      console.log(await restoreBuild('${folder}', 'ganeti-perf/haskell:1234', { log }));`;
    const [setpriv, user] = asUser(65_534);
    return (await run(setpriv, [...user, node, '--input-type=module', '-e', script])).stdout;
  });
  await rm(folder, { recursive: true });
  expect(said.split('\n')).toEqual([
    `${folder}/haskell-1234.tar is another user's, who lets nobody read it: compiling anew`,
    'false',
  ]);
});
