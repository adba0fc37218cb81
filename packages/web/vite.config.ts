import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const backend = `http://127.0.0.1:${process.env.VERBATIM_API_PORT ?? "52780"}`;

/** Serves the design tokens at a fixed address, so that plugin pages can look native by linking /ui/tokens.css. */
function publishTokens(): Plugin {
  const source = here("../ui/tokens.css");
  return {
    name: "publish-tokens",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "ui/tokens.css", source: readFileSync(source, "utf8") });
    },
    configureServer(server) {
      server.middlewares.use("/ui/tokens.css", (_request, response) => {
        response.setHeader("Content-Type", "text/css").end(readFileSync(source));
      });
    },
  };
}

/** Few files: each costs a round trip on a busy server. What is needed first is one; what is shared comes in pieces worth their trip. */
const fewFiles = [
  { name: "start", tags: ["$initial" as const], priority: 2 },
  { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000, priority: 1 },
];

/** What is shared would else be named for everybody who shares it. */
const chunkFileNames = ({ name }: { name: string }) => (name.startsWith("shared") ? "assets/shared-[hash].js" : "assets/[name]-[hash].js");

// An empty variable counts as none, and only the folder that is known to hold nothing but builds is emptied first.
const elsewhere = process.env.VERBATIM_WEB_OUT || null;

export default defineConfig({
  plugins: [react(), tailwindcss(), publishTokens()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: elsewhere ?? here("../backend/verbatim/static"),
    emptyOutDir: elsewhere === null,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { chunkFileNames, codeSplitting: { groups: fewFiles } } },
  },
  server: { port: 52781, proxy: { "/api": backend } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
