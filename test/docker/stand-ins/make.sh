#!/usr/bin/env bash
# Makes the images that the Dockerfile and docker-compose.yml name, where no registry can be reached: the same Debian and
# the same Node, from Debian's mirror and npm's registry; Debian's own PostgreSQL, NATS and nginx, of other versions.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

debian=$(grep -oE '^FROM debian:[^ ]+' "$root/Dockerfile" | cut -d' ' -f2)
node=$(grep -oE '^FROM node:[^ ]+' "$root/Dockerfile" | cut -d' ' -f2)
version=$(grep -oE '[0-9]+(\.[0-9]+){2}' <<<"$node")
case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; esac

mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Languages "none"' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt='path-exclude=/usr/share/man/*' trixie "$work/debian.tar" http://deb.debian.org/debian
docker import "$work/debian.tar" "$debian"

mkdir "$work/node"
(cd "$work/node" && npm pack --silent "node-linux-$arch@$version" npm@11 &&
  for archive in *.tgz; do
    mkdir "${archive%%-[0-9]*}"
    tar --extract --file "$archive" --directory "${archive%%-[0-9]*}" --strip-components=1
  done)
mv "$work/node/node-linux-$arch" "$work/node/node"
cp /etc/ssl/certs/ca-certificates.crt "$work/node/certificates.crt"
docker build --quiet --tag "$node" --build-arg "DEBIAN=$debian" --file "$here/node.Dockerfile" "$work/node"

# The page's own build then finds these layers; the machine fetches packages for both at once.
docker build --quiet "$root" &
for service in postgres nats nginx; do
  image=$(grep -oE "image: $service:[^ ]+" "$root/docker-compose.yml" | head -1 | cut -d' ' -f2)
  docker build --quiet --tag "$image" --build-arg "DEBIAN=$debian" --target "$service" \
    --file "$here/services.Dockerfile" "$here"
done
wait $!
