import { QueryClientProvider } from "@tanstack/react-query";
import { Boundary } from "@verbatim/ui/late";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { pageFailed } from "./pages/latePage";
import { createQueryClient } from "./lib/query";
import { App } from "./routes";

const client = createQueryClient();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <Boundary failed={pageFailed}>
            <App />
          </Boundary>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
