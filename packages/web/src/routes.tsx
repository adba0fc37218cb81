import { Boundary, type Late } from "@verbatim/ui/late";
import type { ComponentType, ReactNode } from "react";
import { matchPath, Route, Routes, useLocation } from "react-router";
import { latePage, pageFailed } from "./pages/latePage";
import { Gate } from "./Gate";
import { usePermission } from "./lib/catalog";
import { NoAccess } from "./pages/ErrorPage";

const DashboardPage = latePage(() => import("./pages/DashboardPage"));
const RecordingsPage = latePage(() => import("./pages/RecordingsPage"));
const TranscriptPage = latePage(() => import("./pages/TranscriptPage"));
const DocumentsPage = latePage(() => import("./pages/DocumentsPage"));
const DocumentPage = latePage(() => import("./pages/DocumentPage"));
const ProjectsPage = latePage(() => import("./pages/ProjectsPage"));
const ProjectPage = latePage(() => import("./pages/ProjectPage"));
const SearchPage = latePage(() => import("./pages/SearchPage"));
const ChatPage = latePage(() => import("./pages/ChatPage"));
const TrashPage = latePage(() => import("./pages/TrashPage"));
const SettingsPage = latePage(() => import("./pages/SettingsPage"));
const PluginPage = latePage(() => import("./pages/PluginPage"));

const pages: readonly [path: string, Page: Late<object>, needs: string][] = [
  ["/", DashboardPage, "recording:read"],
  ["/recordings", RecordingsPage, "recording:read"],
  ["/recordings/:recordingId", TranscriptPage, "recording:read"],
  ["/documents", DocumentsPage, "document:read"],
  ["/documents/:documentId", DocumentPage, "document:read"],
  ["/projects", ProjectsPage, "project:read"],
  ["/projects/:projectId", ProjectPage, "project:read"],
  ["/search", SearchPage, "transcript:read"],
  ["/chat", ChatPage, "conversation:read"],
  ["/chat/:conversationId", ChatPage, "conversation:read"],
  ["/trash", TrashPage, "recording:delete"],
];

const ownPaths = [...pages.map(([path]) => path), "/settings/:tab?", "/login"];

function pageAt(pathname: string): Late<object> {
  const own = pages.find(([path]) => matchPath(path, pathname));
  if (own) return own[1];
  return matchPath("/settings/:tab?", pathname) ? SettingsPage : PluginPage;
}

function Allowed({ needs, Page }: { needs: string; Page: ComponentType }) {
  return usePermission(needs) ? <Page /> : <NoAccess />;
}

/** Each address has its own place to fail; going elsewhere leaves the failure behind. */
function Guarded({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname} failed={pageFailed}>
      {children}
    </Boundary>
  );
}

export function App() {
  const { pathname } = useLocation();
  return (
    <Gate isOwn={ownPaths.some((path) => matchPath(path, pathname))} preload={() => void pageAt(pathname).preload()}>
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
