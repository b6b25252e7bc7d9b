#!/usr/bin/env bash
# Ten facts of labs 02 and 03 as a teacher would check them by hand: one call of the docker CLI for each. Prints how many hold.
held=0
holds() { if [ "$1" = "$2" ]; then held=$((held + 1)); else echo "$3: expected $2, got $1"; fi; }

digests=$(docker image inspect --format '{{len .RepoDigests}}' ubuntu:latest)
holds "$((digests > 0))" 1 'the image is there, with a digest'
holds "$(docker ps -a --filter 'name=^ubuntu$' --format '{{.Names}}')" ubuntu 'the container exists'
holds "$(docker inspect --format '{{.Config.Image}}' ubuntu)" ubuntu 'its image'
holds "$(docker inspect --format '{{.State.Status}}' ubuntu)" running 'its state'
holds "$(docker inspect --format '{{.Config.Tty}}' ubuntu)" true 'its terminal'
holds "$(docker port ubuntu 80/tcp | head -n 1)" 0.0.0.0:80 'its published port'
holds "$(docker exec ubuntu dpkg-query -W -f '${db:Status-Status}' python3)" installed python3
holds "$(docker exec ubuntu dpkg-query -W -f '${db:Status-Status}' nginx)" installed nginx
processes=$(docker top ubuntu)
[[ $processes == *'nginx: master'* ]] && master=yes || master=no
holds "$master" yes 'the master process of nginx'
# No call of the docker CLI can tell this one.
answer=$(curl -sSI --max-time 5 http://localhost:80/ | tr -d '\r')
[[ $answer == 'HTTP/1.1 200 '* && $answer == *$'\nServer: nginx'* ]] && web=yes || web=no
holds "$web" yes 'the web server'

echo "$held of 10"
[ "$held" = 10 ]
