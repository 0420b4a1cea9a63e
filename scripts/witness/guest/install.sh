#!/bin/sh
# Makes a Debian of packages, below $1, a machine that only takes down what LVM and DRBD say: its first process unpacks the
# second disk and runs what is on it.
set -eu
cat > "$1/sbin/witness" <<'INIT'
#!/bin/bash
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mkdir -p /witness
tar -xf /dev/vdb -C /witness
bash /witness/boot.sh > /dev/ttyS1 2>&1 < /dev/null
echo o > /proc/sysrq-trigger
sleep 60
INIT
chmod 755 "$1/sbin/witness"
chroot "$1" apt-get clean
