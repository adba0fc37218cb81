import css from "../app.css?inline";
import { adopter } from "./sheets";

/** Every rule of the style sheet stands inside this class. */
export const SCOPE = "verbatim-enterprise";

export const adoptStyles = adopter(css);
