# What the machine is, and then the job, as the user that the runner is. As root.
say() { printf '%s: %s\n' "$1" "$2"; }
export LC_ALL=C.UTF-8
. /rehearsal/setUp.sh
say machine "$(. /etc/os-release; echo "$PRETTY_NAME"), $(nproc) processors, $(free -m | awk '/^Mem/ { print $2 }') MiB, $(systemd-detect-virt || true), systemd $(systemctl --version | awk 'NR == 1 { print $2 }')"
say kernel "$(uname -r), cgroups $(stat -f -c %T /sys/fs/cgroup), lockdown $(cat /sys/kernel/security/lockdown)"
say docker "$(docker version --format 'client {{.Client.Version}}, engine {{.Server.Version}}' 2>&1 | tail -1), $(docker buildx version 2>&1 | tail -1)"
say security "$(docker info --format '{{.SecurityOptions}} {{.CgroupDriver}}, cgroups {{.CgroupVersion}}' 2>&1 | tail -1)"
say AppArmor "$(aa-status --enabled && echo enabled), $(aa-status --enforced) profiles enforced"
for archive in /rehearsal/registry/*.tar; do
  docker import "$archive" "debian:$(basename "$archive" .tar)-slim" >/dev/null
done
cd /home/runner
chown -R runner: /rehearsal
runuser -u runner -- env HOME=/home/runner USER=runner PATH=/usr/local/bin:/usr/bin:/bin \
  /rehearsal/node24/bin/node /rehearsal/guest/job.ts
say 'exit status' $?
