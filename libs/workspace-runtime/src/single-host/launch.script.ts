/**
 * The launcher, run by root as `bash -c`. It joins the cgroup, gathers all sources in a mount namespace of its own (so an
 * unprivileged bwrap need not walk through folders only root may enter, and nothing stays mounted on the host), gives up
 * root and becomes bwrap. It is constant: everything variable comes as an argument.
 *
 * Arguments: uid gid runFolder displayServer ; cgroup.procs files ; -- ; (source, name, flags) for each bind ; -- ; the command inside.
 */
export const LAUNCH_SCRIPT = `
set -eu
umask 022
# A file the controller's own parent left open must not reach the workspace.
for open in /proc/self/fd/*; do
  number=\${open##*/}
  if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
done
cd /
uid=$1 gid=$2 run=$3 server=$4
shift 4
while [ "$1" != -- ]; do echo $$ > "$1"; shift; done
shift
# The host's own services outlive workspaces when memory runs short.
echo 300 > /proc/self/oom_score_adj
mount -t tmpfs -o mode=0755,size=64m,nosuid suimon /mnt
cd /mnt
while [ "$1" != -- ]; do
  mkdir -p "./$2"
  mount --bind -- "$1" "./$2"
  mount -o "remount,bind,nosuid,nodev,$3" "./$2"
  shift 3
done
shift
# Execute-only: the kernel then lets nobody of the same uid look into or write to the display server's memory.
mkdir display-server
install -m 0711 -- "$server" display-server/Xvnc
mkfifo -m 0600 log
exec 7>>"$run/status.jsonl" 8<"$run/launch/bwrap.args" 9<"$run/launch/seccomp.bpf"
# The log takes the first 256 KiB; a chatty workspace must not fill the host's disk.
setpriv --reuid "$uid" --regid "$gid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \\
  sh -c 'dd bs=4096 iflag=count_bytes count=262144 status=none; exec cat >/dev/null' <log >>"$run/log" 2>/dev/null 7>&- 8<&- 9<&- &
exec >log 2>&1 </dev/null
cd /
# Core files of 1 byte: the kernel then hands no memory image to a crash collector of the host either.
exec prlimit --core=1:1 setpriv --reuid "$uid" --regid "$gid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \\
  bwrap --json-status-fd 7 --args 8 --seccomp 9 -- "$@"
`;
