import { createContext, useContext } from "react";

const Place = createContext<HTMLElement | null>(null);

/** Where menus, dialogs and tooltips are drawn; a plugin names an element that its own styles reach. */
export const PortalPlace = Place.Provider;

/** Undefined stands for the end of the document. */
export const usePortalPlace = (): HTMLElement | undefined => useContext(Place) ?? undefined;
