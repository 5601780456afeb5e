#!/usr/bin/env bash
# with-engine.sh COMMAND...: runs it where DOCKER_HOST names a Docker engine. One that answers already is used as it is. Else,
# as root, one is started in namespaces of its own: its ports, bridge, rules, mounts and processes are nobody else's,
# and go with it. The images that FROM and `image:` name are made there of Debian's and npm's packages (stand-ins/).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "${AGENTPASS_DOCKER_STAGE:-}" != inside ]; then
  if docker info >/dev/null 2>&1; then exec "$@"; fi
  for program in dockerd slirp4netns mmdebstrap unshare iptables ip npm; do
    if [ "$(id -u)" != 0 ] || ! command -v "$program" >/dev/null; then
      echo "No Docker engine answers; to start one takes root and the Debian packages of .ci/run ($program)." >&2
      exit 1
    fi
  done
  work=$(mktemp -d)
  group=agentpass-docker-$$
  finish() {
    local status=$?
    trap - EXIT INT TERM
    set +e
    # The end of a namespace's first process is the end of all in it.
    if [ -n "${inner:-}" ]; then
      kill -KILL "$inner" 2>/dev/null
      while [ -d "/proc/$inner" ]; do sleep 0.1; done
    fi
    if [ -n "${network:-}" ]; then kill "$network" 2>/dev/null; wait "$network" 2>/dev/null; fi
    find /sys/fs/cgroup -depth -type d -path "*/$group*" -exec rmdir {} \; 2>/dev/null
    rm -rf "$work"
    exit "$status"
  }
  trap finish EXIT
  trap 'exit 130' INT TERM
  mkfifo "$work/network-is-up"
  AGENTPASS_DOCKER_STAGE=inside AGENTPASS_DOCKER_WORK=$work AGENTPASS_DOCKER_GROUP=$group \
    unshare --net --mount --propagation private --pid --fork --kill-child --mount-proc \
    "${BASH_SOURCE[0]}" "$@" &
  engine=$!
  until inner=$(pgrep --parent "$engine"); do kill -0 "$engine"; sleep 0.1; done
  # Outwards through a process, so that no rule of this machine changes. What listens on its loopback stays out of reach.
  slirp4netns --configure --mtu=65520 --disable-host-loopback --ready-fd=5 "$inner" tap0 \
    5>"$work/network-is-up" >"$work/network.log" 2>&1 &
  network=$!
  wait "$engine"
  exit
fi

work=$AGENTPASS_DOCKER_WORK
read -r -n 1 <"$work/network-is-up"
ip link set lo up
echo "nameserver 10.0.2.3" >"$work/resolv.conf"
mount --bind "$work/resolv.conf" /etc/resolv.conf
export DOCKER_HOST=unix://$work/engine.sock DOCKER_CONFIG=$work/config
dockerd --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/engine.pid" --host "$DOCKER_HOST" \
  --cgroup-parent "/$AGENTPASS_DOCKER_GROUP" >"$work/engine.log" 2>&1 &
for _ in $(seq 300); do
  if docker info >/dev/null 2>&1; then ready=yes && break; fi
  sleep 0.1
done
[ -n "${ready:-}" ] || { echo "dockerd does not answer:"; tail -20 "$work/engine.log"; exit 1; }
"$here/stand-ins/make.sh"
timeout 900 "$@"
