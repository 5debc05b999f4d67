# syntax=docker/dockerfile:1
# docker build -t podio-keyring . && docker run --read-only --cap-drop ALL --security-opt no-new-privileges --env-file .env -p 127.0.0.1:3000:3000 podio-keyring
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

# The server is bundled: what runs has no node_modules, writes no file, and needs no rights.
FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/dist/server dist/server
COPY --from=build /build/dist/web dist/web
USER node
EXPOSE 3000
# Whether the process lives; whether it can serve is GET /readyz, for what balances the load.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "dist/server/main.js"]
