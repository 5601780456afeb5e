ARG DEBIAN
FROM $DEBIAN AS packages
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql postgresql-client nats-server nginx-light wget >/dev/null

# What docker-compose.yml uses of the official image: its variables, its entrypoint's name, its user, its volume.
FROM packages AS postgres
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
RUN ln -s /usr/lib/postgresql/*/bin/* /usr/local/bin/ 2>/dev/null; \
    install --directory --owner postgres --group postgres --mode 1777 /var/lib/postgresql \
    && install --directory --owner postgres --group postgres --mode 3777 /var/run/postgresql
ENV PGDATA=/var/lib/postgresql/18/docker
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]

FROM packages AS nats
ENTRYPOINT ["nats-server"]

FROM packages AS nginx
RUN useradd --system nginx
CMD ["nginx", "-g", "daemon off;"]
