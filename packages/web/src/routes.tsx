import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { matchPath, Route, Routes, useLocation } from "react-router";
import { Gate } from "./Gate";
import { usePermission } from "./lib/catalog";
import { NoAccess, PageBoundary } from "./pages/ErrorPage";

/* A page is fetched when somebody goes there; meanwhile the one before stays. */
const DashboardPage = lazy(() => import("./pages/DashboardPage"));
const RecordingsPage = lazy(() => import("./pages/RecordingsPage"));
const TranscriptPage = lazy(() => import("./pages/TranscriptPage"));
const ProjectsPage = lazy(() => import("./pages/ProjectsPage"));
const ProjectPage = lazy(() => import("./pages/ProjectPage"));
const SearchPage = lazy(() => import("./pages/SearchPage"));
const SettingsPage = lazy(() => import("./pages/SettingsPage"));
const PluginPage = lazy(() => import("./pages/PluginPage"));

const pages: readonly [path: string, Page: ComponentType, needs: string][] = [
  ["/", DashboardPage, "recording:read"],
  ["/recordings", RecordingsPage, "recording:read"],
  ["/recordings/:recordingId", TranscriptPage, "recording:read"],
  ["/projects", ProjectsPage, "project:read"],
  ["/projects/:projectId", ProjectPage, "project:read"],
  ["/search", SearchPage, "transcript:read"],
];

const ownPaths = [...pages.map(([path]) => path), "/settings/:tab?", "/login"];

function Allowed({ needs, Page }: { needs: string; Page: ComponentType }) {
  return usePermission(needs) ? <Page /> : <NoAccess />;
}

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
  const { pathname } = useLocation();
  return (
    <Gate isOwn={ownPaths.some((path) => matchPath(path, pathname))}>
      <Guarded>
        <Routes>
          {pages.map(([path, Page, needs]) => (
            <Route key={path} path={path} element={<Allowed needs={needs} Page={Page} />} />
          ))}
          <Route path="/settings/:tab?" element={<SettingsPage />} />
          <Route path="*" element={<PluginPage />} />
        </Routes>
      </Guarded>
    </Gate>
  );
}
