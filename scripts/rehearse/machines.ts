/** What each machine is made of, beside what all of them have, and what has to come of it. */
export interface Machine {
  readonly packages: readonly string[];
  /** Shell commands, as root in the machine when it has started, before the job. */
  readonly setUp: string;
  /** What the job says when it ends early, with 1 as the Action does; without it, it measures to a verdict, and ends with 0. */
  readonly refusal?: RegExp;
  /** More words for the kernel's command line. */
  readonly kernel?: string;
}

const DOCKER = ['docker.io', 'docker-cli', 'docker-buildx', 'iptables'];

export const MACHINES: Readonly<Record<string, Machine>> = {
  docker: { packages: DOCKER, setUp: '' },
  'userns-remap': {
    packages: DOCKER,
    setUp:
      `mkdir -p /etc/docker; echo '{"userns-remap": "default"}' > /etc/docker/daemon.json; ` +
      'systemctl restart docker',
  },
  rootless: {
    packages: [...DOCKER, 'uidmap', 'slirp4netns', 'rootlesskit', 'dbus-user-session'],
    setUp:
      'systemctl disable --now docker.socket docker.service; loginctl enable-linger runner; sleep 10; ' +
      'export DOCKER_HOST=unix:///run/user/1000/docker.sock; ' +
      'runuser -u runner -- env HOME=/home/runner XDG_RUNTIME_DIR=/run/user/1000 PATH=$PATH ' +
      'sh /usr/share/docker.io/contrib/dockerd-rootless.sh >/var/log/rootless 2>&1 & ' +
      'until docker version >/dev/null 2>&1; do sleep 1; done',
    refusal: /cannot be traced: .* this engine runs without root/,
  },
  podman: {
    packages: ['podman', 'podman-docker', 'iptables'],
    setUp: '',
    refusal: /'docker' is podman .* nothing was installed/,
  },
  lockdown: {
    packages: DOCKER,
    setUp: '',
    refusal: /cannot be traced: .* the kernel is locked down/,
    kernel: 'lockdown=confidentiality',
  },
};

/** systemd and AppArmor as a hosted runner has them, and what the runner itself needs. */
export const COMMON = [
  ...['linux-image-cloud-amd64', 'systemd-sysv', 'systemd-resolved', 'udev', 'dbus', 'kmod'],
  ...['apparmor', 'apparmor-utils', 'ca-certificates', 'sudo', 'git', 'iproute2', 'procps'],
];
