import { Keys } from "@/features/keys/Keys";

export default function ApiKeyManager() {
  return <Keys />;
}
