import { parseViews, withoutView, withView, type View } from "@verbatim/ui/saved-views";

/* Views of the plugin's tables are kept in this browser, by table. */

const key = (place: string) => `verbatim-views ${place}`;

export const viewsOf = (place: string): View[] => parseViews(read(key(place)));

/** Keeps one under its name; returns all of them. Where nothing can be kept, they last as long as the page. */
export const keepView = (place: string, view: View): View[] => write(place, withView(viewsOf(place), view));

export const dropView = (place: string, name: string): View[] => write(place, withoutView(viewsOf(place), name));

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(place: string, views: View[]): View[] {
  try {
    localStorage.setItem(key(place), JSON.stringify(views));
  } catch {
    // Private windows keep nothing.
  }
  return views;
}
