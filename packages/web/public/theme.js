// Sets the theme and the language before the first paint. A file of its own because the content security policy allows no inline script.
// Plugin pages may load it too: it follows the choice made in the app.
(function () {
  // What libraries put into the page's style has to carry this, or the content security policy drops it.
  var nonce = document.querySelector('meta[name="style-nonce"]');
  // The name that style-inserting libraries read.
  // oxlint-disable-next-line no-underscore-dangle
  if (nonce) window.__webpack_nonce__ = nonce.getAttribute("content");
  var media = window.matchMedia("(prefers-color-scheme: dark)");
  function apply() {
    var choice = "system";
    try {
      choice = localStorage.getItem("verbatim.theme") || "system";
    } catch {
      // storage can be forbidden; the system's choice holds then
    }
    var dark = choice === "dark" || (choice === "system" && media.matches);
    document.documentElement.classList.toggle("dark", dark);
    var meta = document.querySelector('meta[name="theme-color"]');
    if (meta) meta.setAttribute("content", dark ? "#11141c" : "#f9fafc");
  }
  // The language chosen here, else the first of the browser's own that there is, else English.
  function speak() {
    var there = ["en", "de"];
    var wanted = [].concat(navigator.languages || []);
    try {
      wanted.unshift(localStorage.getItem("verbatim.language") || "");
    } catch {
      // storage can be forbidden; the browser's languages hold then
    }
    for (var i = 0; i < wanted.length; i += 1) {
      var code = wanted[i].slice(0, 2).toLowerCase();
      if (there.indexOf(code) >= 0) return code;
    }
    return "en";
  }
  document.documentElement.lang = speak();
  apply();
  media.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  window.addEventListener("verbatim:theme", apply);
})();
