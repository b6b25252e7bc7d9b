import { SHOW_PROGRAMS } from '../show-programs';

/**
 * PID 1 of a room, as root of the room: says where the machine finds it, waits for what it is to see, and makes that its own, so that none of it can
 * be taken off or made writable again. Then it reads until its input closes, which happens when the owner dies, however it dies.
 */
export const FIRST_PROCESS = `
read -r pid_outside _ < /proc/self/stat
echo "$pid_outside"
read -r _ || exit 1
exec unshare --mount --propagation private bash --norc -c 'echo ready; exec >/dev/null 2>&1 <&7 7<&- 8<&-; while read -r _; do :; done'
`.trim();

/**
 * Makes a room, as the machine's root; its PID 1 has the input. Arguments: the room's folder, the number of its root on the machine, how many users
 * it has, the script of PID 1, the hierarchies of cgroups as `<where>=<what the room sees>`, `--`, more folders to read.
 *
 * Root in the room is nobody on the machine: network, processes and mounts belong to the room's own user namespace. What the room sees was mounted by the
 * machine's root before, so the kernel holds it fast.
 * The room sees the machine's programs, read-only, and its own folders: whatever a container mounts, it is not the machine's homes, other rooms
 * or the socket of another engine. `pivot_root`, not `chroot`: `docker exec` enters the real root of a mount namespace.
 * Its devices are a few of the machine's, and terminals of its own.
 * /sys is mounted anew because newer engines read the state of bridge ports from the sysfs of their own network namespace.
 */
export const INIT_SCRIPT = `
set -eu
room=$1 root=$1/root owner=$2 count=$3 first_process=$4
shift 4
umask 022
coproc users {
  # Made by the room's own user: what the kernel counts for the room is then not taken from root's share.
  exec setpriv --reuid "$owner" --regid "$owner" --clear-groups --inh-caps +sys_admin --ambient-caps +sys_admin \\
    unshare --user sh -c 'echo; read -r _'
}
holder=$users_PID # bash forgets it as soon as the process has ended
read -r _ <&"\${users[0]}"
for map in uid_map gid_map; do echo "0 $owner $count" > "/proc/$holder/$map"; done
exec 7<&0 8< "/proc/$holder/ns/user"
echo >&"\${users[1]}"
wait "$holder"
coproc first {
  exec nsenter --user=/proc/self/fd/8 unshare --net --pid --cgroup --uts --ipc --fork --kill-child bash --norc -c "$first_process"
}
starter=$first_PID
exec 7<&- 8<&-
read -r pid <&"\${first[0]}"
own="uid=$owner,gid=$owner"
mount -t tmpfs -o "mode=755,$own" tmpfs "$root"
cd "$root"
mkdir -p proc sys dev run tmp var/lib var/log var/tmp var/cache root home mnt srv opt old
chown -R "$owner:$owner" .
ln -s /run var/run
${SHOW_PROGRAMS}
mkdir -p "$root$room/disk"
mount --rbind "$room/disk" "$root$room/disk"
show "$room/settings"
mount --bind "$room/disk/tmp" tmp
mount --bind "$room/disk/tmp" var/tmp
inside() { nsenter --net="/proc/$pid/ns/net" --pid="/proc/$pid/ns/pid" "$@"; }
inside mount -t proc proc "$root/proc"
inside mount -t sysfs sysfs "$root/sys"
mount -t tmpfs -o "mode=755,$own" tmpfs dev
for device in null zero full random urandom tty fuse; do
  [ ! -c "/dev/$device" ] || { : > "dev/$device"; mount --bind "/dev/$device" "dev/$device"; }
done
mkdir dev/pts dev/shm dev/mqueue
mount -t devpts -o "newinstance,ptmxmode=0666,mode=620,gid=$((owner + 5))" devpts dev/pts
mount -t tmpfs -o "mode=1777,$own" tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for stream in stdin:0 stdout:1 stderr:2; do ln -s "/proc/self/fd/\${stream#*:}" "dev/\${stream%:*}"; done
mount -t tmpfs -o "mode=755,$own" tmpfs run
mkdir -m 1777 run/lock
case "$1" in
  /sys/fs/cgroup=*) ;;
  *) mount -t tmpfs -o mode=755 tmpfs sys/fs/cgroup
     for path in /sys/fs/cgroup/*; do [ ! -L "$path" ] || cp -P "$path" "$root$path"; done ;;
esac
while [ "$1" != -- ]; do
  mkdir -p "$root\${1%%=*}"
  mount --bind "\${1#*=}" "$root\${1%%=*}"
  shift
done
shift
for path; do show "$path"; done
mount --bind "$room/disk/etc-docker" etc/docker
resolv=$(readlink -m /etc/resolv.conf)
mkdir -p "$root$(dirname "$resolv")"
[ -e "$root$resolv" ] || : > "$root$resolv"
mount --bind "$room/settings/resolv.conf" "$root$resolv"
ln -s "$room/disk/run/docker.sock" run/docker.sock
inside sh -c 'pivot_root . old && cd / && umount -l /old && rmdir /old' # where /proc/self is there, before and after
echo >&"\${first[1]}"
read -r _ <&"\${first[0]}"
# From here on this shell runs no program: its root directory is the room's, and it is the machine's root.
echo "$pid"
exec >/dev/null 2>&1
wait "$starter"
`;
