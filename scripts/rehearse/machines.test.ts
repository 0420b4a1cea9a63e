import { expect, it } from 'vitest';
import { refusal } from '../../src/cluster/preflight.ts';
import { MACHINES } from './machines.ts';

const NOTHING = { lockdown: '', security: '', isSelinuxEnforcing: false };

// A rehearsal takes half an hour: what it waits for must be what is said now.
it.each([
  ['rootless', { security: 'name=seccomp name=rootless' }],
  ['lockdown', { lockdown: 'confidentiality' }],
])('the machine %s is refused in the words that the rehearsal expects', (name, facts) => {
  const said = refusal('tracefs\tmount: permission denied\n', '', 0, { ...NOTHING, ...facts });
  expect(said).toMatch(MACHINES[name]?.refusal ?? /^$/);
  expect(refusal('btf\tgone\n', '', 0, NOTHING)).not.toMatch(MACHINES[name]?.refusal ?? /^/);
});
