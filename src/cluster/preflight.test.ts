import { expect, it } from 'vitest';
import { refusal, type MachineFacts } from './preflight.ts';

const NOTHING: MachineFacts = { lockdown: '', security: '', isSelinuxEnforcing: false };
const REFUSED = 'tracepoint\tbpf: Operation not permitted\n';

it.each<[Partial<MachineFacts>, string]>([
  [{ security: 'name=seccomp,profile=builtin name=rootless' }, 'this engine runs without root'],
  [{ lockdown: 'confidentiality' }, 'the kernel is locked down'],
  [{ isSelinuxEnforcing: true }, 'SELinux is enforcing'],
  [{ lockdown: 'integrity' }, 'it takes a kernel with'],
])('what is known to forbid it is named: %o', (facts, remedy) => {
  expect(refusal(REFUSED, '', 0, { ...NOTHING, ...facts })).toMatch(
    new RegExp(
      `^this machine cannot be traced: the kernel takes no program at a tracepoint \\(bpf: Operation not permitted\\); ${remedy}`,
    ),
  );
});

it('a kernel without types has one remedy, whatever else forbids it', () => {
  const facts = { ...NOTHING, lockdown: 'confidentiality' };
  expect(refusal('btf\tNo such file or directory\n', '', 0, facts)).toContain(
    'boot a kernel with CONFIG_DEBUG_INFO_BTF=y',
  );
});
