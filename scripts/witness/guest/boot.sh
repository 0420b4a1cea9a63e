# Two transcripts, each after a line with its name: of LVM with device-mapper, and of DRBD.
mount -t devtmpfs devtmpfs /dev 2> /dev/null
mount -t tmpfs tmpfs /run
ip link set lo up
/lib/systemd/systemd-udevd --daemon 2> /dev/null
modprobe loop
modprobe dm-mod
modprobe drbd usermode_helper=/bin/true
udevadm trigger --action=add
udevadm settle
truncate -s 8G /var/img
losetup /dev/loop0 /var/img
for of in lvm drbd; do
  { pvcreate -ff -y /dev/loop0 && vgcreate xenvg /dev/loop0; } > /dev/kmsg 2>&1
  echo "### $of"
  bash /witness/capture.sh < "/witness/$of/commands.txt"
  vgremove -ff -y xenvg > /dev/kmsg 2>&1
done
echo '### end'
