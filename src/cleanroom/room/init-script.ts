/** Shell: the machine's programs and settings below `$root`, read-only, without its passwords. */
export const SHOW_PROGRAMS = `
show() { # read-only, at the same place
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  mount -o remount,bind,ro "$root$1"
}
for path in /bin /sbin /lib /lib32 /lib64 /libx32 /usr /etc; do
  if [ -L "$path" ]; then cp -P "$path" "$root$path"; elif [ -d "$path" ]; then show "$path"; fi
done
for path in /etc/shadow /etc/gshadow; do [ ! -e "$path" ] || mount --bind /dev/null "$root$path"; done
`.trim();

/**
 * PID 1 of a room. It reads until its input closes, which happens when the owner dies, however it dies. Arguments: the room's folder,
 * the hierarchies of cgroups as `<where>=<what the room sees>`, `--`, more folders to read, and with a `+` before them to write.
 *
 * The room sees the machine's programs, read-only, and its own folders: whatever a container mounts, it is not the machine's homes, other rooms
 * or the socket of another engine. `pivot_root`, not `chroot`: `docker exec` enters the real root of a mount namespace.
 * Its devices are its own few, besides the terminals: what it removes or makes in /dev is not the machine's.
 * /sys is mounted anew because newer engines read the state of bridge ports from the sysfs of their own network namespace.
 */
export const INIT_SCRIPT = `
set -eu
room=$1 root=$1/root
shift
read -r pid_outside _ < /proc/self/stat
mount -t tmpfs -o mode=755 tmpfs "$root"
${SHOW_PROGRAMS}
cd "$root"
mkdir -p proc sys dev run tmp var/lib var/log var/tmp var/cache root home mnt srv opt old "$root$room/disk" "$root$room/run"
ln -s /run var/run
mount --rbind "$room/disk" "$root$room/disk"
mount --bind "$room/run" "$root$room/run"
mount --bind "$room/disk/tmp" tmp
mount --bind "$room/disk/tmp" var/tmp
mount -t proc proc proc
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty fuse; do [ ! -c "/dev/$device" ] || cp -a "/dev/$device" dev; done
mkdir dev/pts dev/shm dev/mqueue
mount --rbind /dev/pts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for stream in stdin:0 stdout:1 stderr:2; do ln -s "/proc/self/fd/\${stream#*:}" "dev/\${stream%:*}"; done
mount -t tmpfs -o mode=755 tmpfs run
mkdir -p run/lock
mount -t sysfs sysfs sys
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
for path; do
  case "$path" in
    +*) mkdir -p "$root\${path#+}"; mount --rbind "\${path#+}" "$root\${path#+}" ;;
    *) show "$path" ;;
  esac
done
mount --bind "$room/disk/etc-docker" etc/docker
resolv=$(readlink -m /etc/resolv.conf)
mkdir -p "$root$(dirname "$resolv")"
[ -e "$root$resolv" ] || : > "$root$resolv"
mount --bind "$room/run/resolv.conf" "$root$resolv"
ln -s "$room/run/docker.sock" run/docker.sock
pivot_root . old
cd /
umount -l /old
rmdir /old
echo "$pid_outside"
while read -r _; do :; done
`;
