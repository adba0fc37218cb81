import { Page } from "@/components/Page";

export default function SearchPage() {
  return <Page title="Search">Soon.</Page>;
}
