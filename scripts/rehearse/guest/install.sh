#!/bin/sh
# Makes a Debian of packages, below $1, a machine that rehearses: an ordinary user in group docker who may use sudo, as
# on a hosted runner; an address by DHCP; a job when it has started.
set -eu
root=$1
chroot "$root" useradd --create-home --shell /bin/bash runner
for group in docker systemd-journal; do
  if chroot "$root" getent group "$group" >/dev/null; then chroot "$root" usermod -aG "$group" runner; fi
done
echo 'runner ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/runner"
echo runner > "$root/etc/hostname"
printf '[Match]\nName=en*\n[Network]\nDHCP=yes\n' > "$root/etc/systemd/network/wired.network"
cp "$GUEST/rehearsal.service" "$root/etc/systemd/system/"
chroot "$root" systemctl enable systemd-networkd systemd-resolved rehearsal
chroot "$root" apt-get clean
