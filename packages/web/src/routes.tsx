import { createBrowserRouter, type RouteObject } from "react-router";
import { BrokenPage } from "./pages/ErrorPage";
import { Shell } from "./shell/Shell";

/** A page is fetched when somebody goes there. */
const page = (load: () => Promise<{ default: React.ComponentType }>): RouteObject["lazy"] => async () => ({ Component: (await load()).default });

const pages: RouteObject[] = [
  { index: true, lazy: page(() => import("./pages/DashboardPage")) },
  { path: "recordings", lazy: page(() => import("./pages/RecordingsPage")) },
  { path: "recordings/:recordingId", lazy: page(() => import("./pages/TranscriptPage")) },
  { path: "projects", lazy: page(() => import("./pages/ProjectsPage")) },
  { path: "projects/:projectId", lazy: page(() => import("./pages/ProjectPage")) },
  { path: "search", lazy: page(() => import("./pages/SearchPage")) },
  { path: "settings/:tab?", lazy: page(() => import("./pages/SettingsPage")) },
  { path: "plugins/*", lazy: page(() => import("./pages/PluginPage")) },
  { path: "*", lazy: page(() => import("./pages/PluginPage")) },
];

export function createRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      hydrateFallbackElement: <></>,
      children: [{ errorElement: <BrokenPage />, children: pages }],
    },
  ]);
}
