import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { Route, Routes, useLocation } from "react-router";
import { PageBoundary } from "./pages/ErrorPage";
import { Shell } from "./shell/Shell";

/* A page is fetched when somebody goes there; meanwhile the one before stays. */
const DashboardPage = lazy(() => import("./pages/DashboardPage"));
const RecordingsPage = lazy(() => import("./pages/RecordingsPage"));
const TranscriptPage = lazy(() => import("./pages/TranscriptPage"));
const ProjectsPage = lazy(() => import("./pages/ProjectsPage"));
const ProjectPage = lazy(() => import("./pages/ProjectPage"));
const SearchPage = lazy(() => import("./pages/SearchPage"));
const SettingsPage = lazy(() => import("./pages/SettingsPage"));
const PluginPage = lazy(() => import("./pages/PluginPage"));

const pages: readonly [path: string, Page: ComponentType][] = [
  ["/", DashboardPage],
  ["/recordings", RecordingsPage],
  ["/recordings/:recordingId", TranscriptPage],
  ["/projects", ProjectsPage],
  ["/projects/:projectId", ProjectPage],
  ["/search", SearchPage],
  ["/settings/:tab?", SettingsPage],
  ["*", PluginPage],
];

/** Each address has its own place to fail; going elsewhere leaves the failure behind. */
function Guarded({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <PageBoundary key={pathname}>
      <Suspense fallback={null}>{children}</Suspense>
    </PageBoundary>
  );
}

export function App() {
  return (
    <Shell>
      <Guarded>
        <Routes>
          {pages.map(([path, Page]) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
        </Routes>
      </Guarded>
    </Shell>
  );
}
