import { Page } from "@/components/Page";

export default function ProjectsPage() {
  return <Page title="Projects">Soon.</Page>;
}
