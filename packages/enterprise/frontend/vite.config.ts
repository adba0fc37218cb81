import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { neededBy } from "../../ui/few-files";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is there at once, what stands on every page, and what the other pages share; the rest comes with its page. */
const fewFiles = [
  // What fetches late parts: without a file of its own it would lie in the largest, which everybody would wait for then.
  { name: "late", test: /preload-helper/, priority: 5 },
  // What catalogues are added to, before anything that takes sentences from it.
  { name: "texts", test: /ui\/src\/(texts|language)\.ts/, priority: 6 },
  { name: neededBy("signInLinks", [here("./src/host/signInLinks.ts")]), priority: 4 },
  { name: neededBy("app", [here("./src/app.tsx")]), priority: 3 },
  { name: neededBy("slots", ["Notices", "Recording", "Sidebar"].map((slot) => here(`./src/pages/${slot}Slot.tsx`))), priority: 2 },
  { name: "shared", minShareCount: 2, priority: 1 },
];

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
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "assets/[name]-[hash].js", assetFileNames: "assets/[name]-[hash][extname]", codeSplitting: { groups: fewFiles } },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
