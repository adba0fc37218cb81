import { Keys } from "@/features/keys/Keys";

export default function KeysPage() {
  return <Keys />;
}
