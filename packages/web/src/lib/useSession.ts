import { useSyncExternalStore } from "react";
import { sessionState, subscribeSession, type SessionState } from "./session";

export const useSessionState = (): SessionState => useSyncExternalStore(subscribeSession, sessionState);
