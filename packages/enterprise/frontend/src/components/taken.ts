import { createContext, use } from "react";

const Taken = createContext<() => void>(() => undefined);

/** Around what is shown once: hears that it was copied or saved. */
export const TakenPlace = Taken.Provider;

/** Says that what is shown once was copied or saved. */
export const useTaken = (): (() => void) => use(Taken);
