# Runs commands and takes down what each says. Of each, the command after `$ `, its standard output as it is, its
# standard error after `! `, its exit status after `= `, and what then stands in /proc/drbd after `| `, once that is at rest:
# what passes while disks synchronize, after `~ `. In the commands, PV is the physical volume. `hold FILE` and
# `release FILE` are none of the tools': a process has a device open from the one to the other.

moving='cs:(Sync|WFBitMap|WFSyncUUID|WFReportParams|StartingSync|Unconnected|Disconnecting|TearDown|Ahead|Behind)|ds:(Attaching|Negotiating|Failed)'

# What nobody writes to: to wait without starting a process.
exec 7<> <(:)

# Waits until nothing has moved for two seconds. Where both ends wait for a connection, they are about to have it.
rest() {
  local still=0 seen=0 before='' now
  for ((turn = 0; turn < 2400 && still < 8; turn++)); do
    now=$(< /proc/drbd)
    if ((seen == 0)) && [[ $now == *"sync'ed"* ]]; then
      seen=1
      sed 's/^/~ /' <<< "$now"
    fi
    still=$((still + 1))
    if [[ $now != "$before" || $now =~ $moving ]]; then still=0; fi
    if [[ $now == *WFConnection*WFConnection* ]] && ((turn < 100)); then still=0; fi
    before=$now
    read -rt 0.25 -u 7
  done
  sed 's/^/| /' /proc/drbd
}

exec 9< /dev/null
while read -ru 8 line; do
  line=${line%%#*}
  read -ra words <<< "$line"
  ((${#words[@]})) || continue
  echo "\$ ${words[*]}"
  case ${words[0]} in
    hold) exec 9< "${words[1]}" ;;
    release) exec 9< /dev/null ;;
    *)
      "${words[@]//PV//dev/loop0}" < /dev/null > /run/out 2> /run/err 7<&- 8<&- 9<&-
      status=$?
      cat /run/out
      sed 's/^/! /' /run/err
      echo "= $status"
      ;;
  esac
  if [[ ${words[0]} == drbdsetup ]]; then rest; fi
done 8<&0
