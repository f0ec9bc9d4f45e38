# The newswire command in an image. Takes what is built: first
#   mvn -DskipTests package
# then
#   docker build -t newswire .
# BASE is any image with a Java runtime of version 17 or later and glibc and bash.
ARG BASE=eclipse-temurin:21-jre
FROM ${BASE}

COPY app/target/dist /opt/newswire
COPY --chmod=0755 <<'SCRIPT' /opt/newswire/bin/newswire
#!/bin/sh
pages=
! grep -qs '\[madvise\]' /sys/kernel/mm/transparent_hugepage/enabled || pages=-XX:+UseTransparentHugePages
first=
[ "$1 $2" != "replay run" ] || first="nice -n 19"
exec $first java -XX:+UseParallelGC $pages -XX:MaxRAMPercentage=70 -Dfile.encoding=UTF-8 ${NEWSWIRE_JAVA_OPTS:-} \
  -cp /opt/newswire/newswire.jar newswire.app.Main "$@"
SCRIPT
COPY --chmod=0755 <<'SCRIPT' /opt/newswire/bin/healthy
#!/bin/bash
# Whether the admin server answers 200: healthy [/readyz]
exec 3<>"/dev/tcp/127.0.0.1/$NEWSWIRE_HTTP_PORT" || exit 1
printf 'GET %s HTTP/1.0\r\n\r\n' "${1:-/readyz}" >&3
read -r line <&3
[[ $line == *" 200 "* ]]
SCRIPT
COPY --chown=10001:10001 --chmod=0700 <<'NOTE' /var/lib/newswire/README
State of this container: rebuilt from Kafka if it is lost.
NOTE

ENV PATH=/opt/newswire/bin:$PATH \
    NEWSWIRE_HTTP_HOST=0.0.0.0 \
    NEWSWIRE_HTTP_PORT=8080
USER 10001:10001
WORKDIR /var/lib/newswire
VOLUME /var/lib/newswire
EXPOSE 8080
# Streams' stores and the native libraries they load need /tmp and /var/lib/newswire to be writable;
# all else may be read-only.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --start-interval=2s --retries=3 CMD ["/opt/newswire/bin/healthy"]
ENTRYPOINT ["/opt/newswire/bin/newswire"]
CMD ["--help"]
