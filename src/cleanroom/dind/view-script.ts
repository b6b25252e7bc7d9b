import { SHOW_PROGRAMS } from '../show-programs';

/**
 * What a student's terminal sees at a room in a container: the machine's programs, read-only, the room's home and its engine, and nothing else of the
 * machine. (The container's own programs will not do: Docker's image has neither bash nor curl.) Arguments: the room's folder, then the command.
 */
export const VIEW_SCRIPT = `
set -eu
room=$1 root=$1/root
shift
mount -t tmpfs -o mode=755 tmpfs "$root"
${SHOW_PROGRAMS}
for path in /etc/shadow /etc/gshadow; do [ ! -e "$path" ] || mount --bind /dev/null "$root$path"; done
cd "$root"
mkdir -p proc sys dev run tmp var/tmp root home opt old "$root$room/home" "$root$room/docker-config"
mount --bind "$room/home" "$root$room/home"
mount --bind "$room/docker-config" "$root$room/docker-config"
mkdir -p "$room/home/.tmp"
mount --bind "$room/home/.tmp" tmp
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs dev/shm
for path in "$root$room/docker.sock" run/docker.sock; do ln -s /proc/1/root/run/docker.sock "$path"; done
pivot_root . old
umount -l /old
rmdir /old
cd "$room/home"
exec "$@"
`;
