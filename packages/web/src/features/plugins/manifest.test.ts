import { describe, expect, it } from "vitest";
import { allowedItems, appPath, EMPTY_MANIFEST, readManifest, readRoute, routeAt, sameOrigin } from "./manifest";

describe("the manifest", () => {
  it("frames a string, and a route says how it wants to be shown", () => {
    expect(readRoute("/reports/monthly-report.html")).toMatchObject({ mode: "iframe", url: "/reports/monthly-report.html", title: "Monthly report" });
    expect(readRoute({ path: "/x", renderMode: "module", moduleUrl: "/x.js" })).toMatchObject({ path: "/x", mode: "module", url: "/x.js" });
    expect(readRoute({ path: "/x", renderMode: "iframe", moduleUrl: "/x.html" })).toMatchObject({ mode: "iframe", url: "/x.html" });
  });

  it("gives the module its route as the plugin wrote it", () => {
    const route = { path: "/x", renderMode: "module", moduleUrl: "/x.js", extra: 1 };
    expect(readRoute(route)?.given).toBe(route);
  });

  it.each([null, undefined, 7, "nonsense", [], { routes: 3, nav_items: [null, {}, { label: "x" }], slots: "a", settings_tabs: [1] }])("takes %o as nothing", (value) => {
    expect(readManifest(value)).toEqual(EMPTY_MANIFEST);
  });

  it("orders what plugins add to the navigation", () => {
    const nav = [{ label: "Z", path: "/z" }, { label: "A", path: "/a" }, { label: "M", path: "/m", order: 1 }];
    expect(readManifest({ nav_items: nav }).navItems.map(({ label }) => label)).toEqual(["M", "A", "Z"]);
  });

  it("knows which pages are for people who are not signed in; anything but the very word is not public", () => {
    const page = (access: unknown) => readRoute({ path: "/x", renderMode: "module", moduleUrl: "/x.js", access })?.isPublic;
    expect(page("public")).toBe(true);
    for (const access of [undefined, null, true, "Public", "signed-in", ["public"]]) expect(page(access)).toBe(false);
    expect(readRoute("/x.html")?.isPublic).toBe(false);
  });

  it("shows entries of the navigation to those who have the permission", () => {
    const nav = [
      { label: "Everybody", path: "/a", section: "account" },
      { label: "Users", path: "/u", permission: "user:manage" },
      { label: "Odd", path: "/o", permission: 7 },
    ];
    const { navItems } = readManifest({ nav_items: nav });
    expect(navItems[0]).toMatchObject({ section: "account", permission: null });
    expect(allowedItems(navItems, []).map(({ label }) => label)).toEqual(["Everybody", "Odd"]);
    expect(allowedItems(navItems, ["user:manage"]).map(({ label }) => label)).toEqual(["Everybody", "Odd", "Users"]);
  });

  it("shows a framed page beneath /plugins, so that its own address stays its own", () => {
    const { routes } = readManifest({ routes: ["/ext/page.html", { path: "/mod", renderMode: "module", moduleUrl: "/m.js" }] });
    expect(appPath("/ext/page.html", routes)).toBe("/plugins/ext/page");
    expect(routeAt("/plugins/ext/page", routes)?.url).toBe("/ext/page.html");
    expect(appPath("/mod", routes)).toBe("/mod");
    expect(routeAt("/mod", routes)?.mode).toBe("module");
    expect(routeAt("/elsewhere", routes)).toBeUndefined();
  });

  it.each([
    ["/a/b.js", true],
    ["https://here.test/a.js", true],
    ["https://there.test/a.js", false],
    ["//there.test/a.js", false],
    ["javascript:alert(1)", false],
    ["data:text/javascript,1", false],
    ["blob:https://here.test/1", false],
  ])("%s comes from this server: %s", (url, own) => expect(sameOrigin(url, "https://here.test")).toBe(own));
});
