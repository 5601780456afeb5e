FROM node:24-slim
RUN npm install --global pnpm@12 && mkdir /data && chown node:node /data
WORKDIR /app
COPY --chown=node:node . .
RUN pnpm install --prod --frozen-lockfile --filter "@agentpass/server..." \
    && chown node:node /app
USER node
ENV HOST=0.0.0.0 AGENTPASS_DATA_DIR=/data
VOLUME /data
EXPOSE 3846
# Node itself is process 1, so that `docker stop` reaches the server and it can drain.
CMD ["node", "server/src/main.ts"]
