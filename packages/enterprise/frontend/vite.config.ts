import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Few files: each costs a round trip on a busy server. What is needed first is one; what is shared comes in pieces worth their trip. */
const fewFiles = [
  { name: "start", tags: ["$initial" as const], priority: 2 },
  { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 100_000, priority: 1 },
];

/** What is shared would else be named for everybody who shares it. */
const chunkFileNames = ({ name }: { name: string }) => (name.startsWith("shared") ? "assets/shared-[hash].js" : "assets/[name]-[hash].js");

/** One module for a host to import; everything it needs lies beside it under names that change with their content. */
export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: here("../verbatim_enterprise/frontend/dist"),
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: { plugin: here("./src/plugin.ts") },
      preserveEntrySignatures: "strict",
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames, assetFileNames: "assets/[name]-[hash][extname]", codeSplitting: { groups: fewFiles } },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
