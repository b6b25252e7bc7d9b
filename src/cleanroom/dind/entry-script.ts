/**
 * PID 1 of a room in a container, for Docker's own `dind` image and the stand-in alike. Arguments: the disk in MB, `loop` or `tmpfs`, the limits
 * of the student's processes (pids, bytes of memory), the lifetime in seconds (0: none), then dockerd's own.
 * It outlives the engine (a test or a student may kill it), collects orphans, and ends by itself when its owner can no longer end it.
 */
export const ENTRY_SCRIPT = `
set -u
disk=$1 kind=$2 pids=$3 memory=$4 lifetime=$5
shift 5
if [ "$kind" = loop ]; then
  mkdir -p /vigie
  truncate -s "$disk"M /vigie/disk.img && mkfs.ext4 -q -F -O ^has_journal -m 0 /vigie/disk.img &&
    mount -o loop,noatime /vigie/disk.img /var/lib/docker || kind=tmpfs
fi
[ "$kind" = loop ] || mount -t tmpfs -o size="$disk"m,mode=710 tmpfs /var/lib/docker
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  mount -o remount,bind,rw /sys/fs/cgroup 2>/dev/null
  mkdir -p /sys/fs/cgroup/engine /sys/fs/cgroup/student
  for pid in $(cat /sys/fs/cgroup/cgroup.procs); do echo "$pid" > /sys/fs/cgroup/engine/cgroup.procs; done 2>/dev/null
  for controller in memory pids cpu cpuset io; do echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control; done 2>/dev/null
  echo "$pids" > /sys/fs/cgroup/student/pids.max
  echo "$memory" > /sys/fs/cgroup/student/memory.max
else
  for hierarchy in /sys/fs/cgroup/*; do
    [ -e "$hierarchy/cgroup.procs" ] && [ ! -L "$hierarchy" ] || continue
    mount -o remount,bind,rw "$hierarchy"
    mkdir -p "$hierarchy/student"
    for name in cpuset.cpus cpuset.mems; do [ ! -e "$hierarchy/$name" ] || cat "$hierarchy/$name" > "$hierarchy/student/$name"; done
  done
  echo "$pids" > /sys/fs/cgroup/pids/student/pids.max
  echo "$memory" > /sys/fs/cgroup/memory/student/memory.limit_in_bytes
fi 2>/dev/null
cat > /vigie-engine <<END
#!/bin/sh
rm -f /var/run/docker.pid /var/run/docker/containerd/containerd.pid
if command -v dockerd-entrypoint.sh >/dev/null; then exec dockerd-entrypoint.sh dockerd $@; else exec dockerd $@; fi
END
chmod +x /vigie-engine
trap 'exit 0' TERM INT
/vigie-engine &
if [ "$lifetime" -gt 0 ]; then sleep "$lifetime" & else sleep infinity & fi
last=$!
while kill -0 "$last" 2>/dev/null; do wait "$last"; done
`;
