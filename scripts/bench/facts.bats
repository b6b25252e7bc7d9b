# The same ten facts as facts.sh, a test for each.

@test 'the image is there, with a digest' {
  [ "$(docker image inspect --format '{{len .RepoDigests}}' ubuntu:latest)" -gt 0 ]
}
@test 'the container exists' {
  [ "$(docker ps -a --filter 'name=^ubuntu$' --format '{{.Names}}')" = ubuntu ]
}
@test 'its image' {
  [ "$(docker inspect --format '{{.Config.Image}}' ubuntu)" = ubuntu ]
}
@test 'its state' {
  [ "$(docker inspect --format '{{.State.Status}}' ubuntu)" = running ]
}
@test 'its terminal' {
  [ "$(docker inspect --format '{{.Config.Tty}}' ubuntu)" = true ]
}
@test 'its published port' {
  [ "$(docker port ubuntu 80/tcp | head -n 1)" = 0.0.0.0:80 ]
}
@test 'python3' {
  [ "$(docker exec ubuntu dpkg-query -W -f '${db:Status-Status}' python3)" = installed ]
}
@test 'nginx' {
  [ "$(docker exec ubuntu dpkg-query -W -f '${db:Status-Status}' nginx)" = installed ]
}
@test 'the master process of nginx' {
  [[ "$(docker top ubuntu)" == *'nginx: master'* ]]
}
@test 'the web server' {
  answer=$(curl -sSI --max-time 5 http://localhost:80/ | tr -d '\r')
  [[ $answer == 'HTTP/1.1 200 '* && $answer == *$'\nServer: nginx'* ]]
}
