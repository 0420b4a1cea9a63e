/** What each machine is made of, beside what all of them have, and what has to come of it. */
export interface Machine {
  readonly packages: readonly string[];
  /** Shell commands, as root in the machine when it has started, before the job. */
  readonly setUp: string;
  /** `verdict`: the job measures; `refused`: it ends early with exit 3 and a sentence. */
  readonly expected: 'verdict' | 'refused';
  /** More words for the kernel's command line. */
  readonly kernel?: string;
}

const DOCKER = ['docker.io', 'docker-cli', 'docker-buildx', 'iptables'];

export const MACHINES: Readonly<Record<string, Machine>> = {
  docker: { packages: DOCKER, setUp: '', expected: 'verdict' },
  'userns-remap': {
    packages: DOCKER,
    setUp:
      `mkdir -p /etc/docker; echo '{"userns-remap": "default"}' > /etc/docker/daemon.json; ` +
      'systemctl restart docker',
    expected: 'verdict',
  },
  podman: { packages: ['podman', 'podman-docker', 'iptables'], setUp: '', expected: 'refused' },
  lockdown: {
    packages: DOCKER,
    setUp: '',
    expected: 'refused',
    kernel: 'lockdown=confidentiality',
  },
};

/** systemd and AppArmor as a hosted runner has them, and what the runner itself needs. */
export const COMMON = [
  ...['linux-image-cloud-amd64', 'systemd-sysv', 'systemd-resolved', 'udev', 'dbus', 'kmod'],
  ...['apparmor', 'apparmor-utils', 'ca-certificates', 'sudo', 'git', 'iproute2', 'procps'],
];
