import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { neededBy, neededByAll } from "../ui/few-files";

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

/** What pdf.js fetches by name when a PDF does not bring its own letters: how old Asian files number them, and plain fonts. */
function publishPdfData(): Plugin {
  const source = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  return {
    name: "publish-pdf-data",
    generateBundle() {
      for (const folder of ["cmaps", "standard_fonts"]) {
        for (const name of readdirSync(join(source, folder))) {
          this.emitFile({ type: "asset", fileName: `pdf/${folder}/${name}`, source: readFileSync(join(source, folder, name)) });
        }
      }
    },
  };
}

const source = (path: string) => here(`./src/${path}`);

/** The page of a transcript, and what it fetches by itself. */
const withTranscripts = ["pages/TranscriptPage.tsx", "features/ai/SummaryPanel.tsx", "shell/CommandPalette.tsx"];

/** What people see who are not signed in: nobody else waits for it. */
const signedOut = ["pages/SignInPage.tsx", "pages/PublicPage.tsx"].map(source);

/**
 * What is there at once, what stands on every page, what a transcript shares with other pages, the transcript itself, and
 * what other pages share: tables of rows, of which a transcript, opened most, needs nothing. A file takes along all that its
 * modules need: without one of its own the transcript would stand among the tables. The rest comes with its page.
 */
const fewFiles = [
  // What catalogues are added to and fetched with, before anything that takes sentences from them.
  { name: "texts", test: /ui\/src\/(texts|language)\.ts|preload-helper|rolldown\/runtime/, priority: 7 },
  { name: neededByAll("start", [source("application.tsx")], [signedOut, [source("shell/Shell.tsx"), ...withTranscripts.map(source)]]), priority: 5 },
  { name: neededBy("signed-out", signedOut), priority: 4 },
  { name: neededBy("frame", [source("shell/Shell.tsx")]), priority: 3 },
  { name: neededBy("shared", withTranscripts.map(source)), minShareCount: 2, priority: 2 },
  { name: neededBy("transcript", [source("pages/TranscriptPage.tsx")]), priority: 1 },
  // A star comes late to the transcript as well: it must not bring the tables along, with which it shares its rows.
  { name: neededBy("favourites", [source("features/favourites/Star.tsx")]), priority: 0.5 },
  { name: "lists", minShareCount: 2, priority: 0 },
];

// An empty variable counts as none, and only the folder that is known to hold nothing but builds is emptied first.
const elsewhere = process.env.VERBATIM_WEB_OUT || null;

export default defineConfig({
  plugins: [react(), tailwindcss(), publishTokens(), publishPdfData()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: elsewhere ?? here("../backend/verbatim/static"),
    emptyOutDir: elsewhere === null,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: fewFiles } } },
  },
  server: { port: 52781, proxy: { "/api": backend } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
