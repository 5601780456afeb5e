# Debian, since the embedded PostgreSQL has no build for musl, and its initdb needs a shell (so no distroless image either).
# docs/docker.md says how this was built and what was tried.
FROM node:24.21.0-trixie-slim AS install
RUN npm install --global pnpm@12.21.0
WORKDIR /app
# pnpm compares the lock file with every package of the workspace; only the two that run are installed.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY shared/package.json shared/
COPY desktop/package.json desktop/
COPY test/package.json test/
RUN pnpm install --prod --frozen-lockfile --filter "@agentpass/server..." --filter "@agentpass/desktop..." \
    # Peers of tRPC that are types only.
    && rm -r test node_modules/.pnpm/typescript@* node_modules/.pnpm/@typescript+* node_modules/.pnpm/@types+* \
    && find . -xtype l -delete

FROM debian:13.7-slim
LABEL org.opencontainers.image.title="AgentPass SMS" \
      org.opencontainers.image.description="Phone numbers and one-time codes for AI agents, from a pool your team owns" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.base.name="docker.io/library/debian:13.7-slim"
# Node alone: without npm, yarn and headers there is nothing here that installs. 1000 is the first user of most Linux
# machines, so that a folder or secret of that person can be mounted as it is.
COPY --from=install /usr/local/bin/node /usr/local/bin/node
RUN groupadd --gid 1000 agentpass \
    && useradd --uid 1000 --gid 1000 --no-create-home --home-dir /data --shell /usr/sbin/nologin agentpass \
    && install --directory --owner agentpass --group agentpass --mode 0700 /data \
    && ln -s /app/server/src/cli/agentpass.ts /usr/local/bin/agentpass \
    && ln -s /app/desktop/bin/agentpass-mcp.js /usr/local/bin/agentpass-mcp
WORKDIR /app
COPY --from=install /app ./
# There is no build: Node runs the TypeScript. All of it belongs to root, so that the server cannot change itself.
COPY LICENSE ./
COPY server server
COPY shared shared
COPY desktop desktop
USER agentpass
# Nor is anything run that it has written: no compiled code is kept in /data.
ENV HOST=0.0.0.0 AGENTPASS_DATA_DIR=/data NODE_DISABLE_COMPILE_CACHE=1
VOLUME /data
EXPOSE 3846
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3846}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that `docker stop` reaches the server and it can drain.
CMD ["node", "server/src/main.ts"]
