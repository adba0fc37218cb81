import { Page } from "@/components/Page";

export default function TranscriptPage() {
  return <Page title="Transcript">Soon.</Page>;
}
