import "./app.css";

/*
 * Sentences of the page's language come before the application, whose constants hold some. English needs none: each sentence is
 * its own name. Without their catalogue, pages speak English.
 */
const sentences = (): Promise<unknown> => (document.documentElement.lang === "de" ? import("./texts/de").catch(() => undefined) : Promise.resolve());

void sentences().then(() => import("./application"));
