// Opens what stands in the plan for editing where it stands, and closes it back into the
// paper. Without this every link leads to the same form on a page of its own.
//
// A link data-oppna in an element .plats opens its address in a frame, div.ruta, right
// after that element, which is hidden meanwhile. The form there is sent by htmx. When the
// server says plan:andrad (a header of any answer, or an event from another module) the
// frame it came from closes, and what differs on the page is fetched and put in place;
// frames that are open stay as they are. Then plan:uppdaterad tells the other modules.
// What fails (htmx:responseError, htmx:sendError, htmx:timeout) leaves the frame as it is.
const OPPNA = "a[data-oppna]";
const RUTA = ".ruta";
const EGET = ".ruta, .ruta-rad, .flyttrad, .flyttrad-rad"; // what the page has got since it came
const FALT = "input:not([type=hidden]), textarea, select, [contenteditable=true]";

const spalter = () => document.querySelector(".spalter");
const rutor = () => [...document.querySelectorAll(RUTA)];
const holje = (ruta) => ruta.closest("tr.ruta-rad") || ruta;
const papperet = (ruta) => document.querySelector(`[data-oppen="${holje(ruta).id}"]`);
const skrivet = (ruta) => "skrivet" in ruta.dataset;

// ---- Opening ----

function nyRuta(plats, id) {
  const ruta = document.createElement("div");
  ruta.className = "ruta";
  ruta.setAttribute("role", "group");
  let runtom = ruta;
  if (plats.matches("tr")) {
    runtom = document.createElement("tr");
    runtom.className = "ruta-rad";
    const cell = runtom.insertCell();
    cell.colSpan = plats.cells.length;
    cell.append(ruta);
  }
  runtom.id = id;
  runtom.hidden = true;
  plats.after(runtom);
  plats.dataset.oppen = id;
  return ruta;
}

function oppna(lank, falt = "") {
  const plats = lank.closest(".plats");
  const id = `ruta${lank.pathname.replaceAll("/", "-")}`;
  const finns = document.getElementById(id);
  const ruta = finns ? finns.querySelector(RUTA) || finns : nyRuta(plats, id);
  ruta.dataset.falt = falt;
  if (finns) return fokusera(ruta);
  const fragan = { source: lank, target: ruta, swap: "innerHTML" };
  return htmx.ajax("GET", lank.getAttribute("href"), fragan).catch(() => {});
}

// The hash of the link that opened it names the field that it is about
function fokusera(ruta) {
  const fel = ruta.querySelector(".felsammanfattning");
  const valt = ruta.dataset.falt && ruta.querySelector(`[name="${CSS.escape(ruta.dataset.falt)}"]`);
  delete ruta.dataset.falt;
  const forst = [...ruta.querySelectorAll(FALT)].find((f) => f.checkVisibility());
  (fel || valt || forst || ruta.querySelector("button, a"))?.focus({ preventScroll: true });
  if (valt && !fel) return valt.scrollIntoView({ block: "center" });
  const { top, bottom, height } = ruta.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  ruta.scrollIntoView({ block: height > innerHeight || top < 0 ? "start" : "nearest" });
}

function visa(ruta) {
  const rubrik = ruta.querySelector(".ruta-rubrik");
  if (rubrik) {
    rubrik.id ||= `${holje(ruta).id}-rubrik`;
    ruta.setAttribute("aria-labelledby", rubrik.id);
  }
  holje(ruta).hidden = false;
  papperet(ruta).hidden = true;
  fokusera(ruta);
}

// ---- Closing ----

function stang(ruta) {
  const papper = papperet(ruta);
  holje(ruta).remove();
  if (!papper) return null;
  papper.hidden = false;
  delete papper.dataset.oppen;
  return papper;
}

function avbryt(ruta) {
  const fraga = ruta.querySelector(".kasta");
  if (!skrivet(ruta)) {
    stang(ruta)?.querySelector(OPPNA)?.focus();
  } else if (fraga) {
    fraga.querySelector("[data-behall]").focus();
  } else {
    ruta.tidigare = document.activeElement;
    ruta.append(document.getElementById("kasta-mall").content.cloneNode(true));
    ruta.querySelector("[data-kasta]").focus();
  }
}

function behall(ruta) {
  ruta.querySelector(".kasta").remove();
  ruta.tidigare?.focus();
}

function kasta(ruta) {
  delete ruta.dataset.skrivet;
  // Its draft in the browser goes the same way (utkast.js)
  ruta.dispatchEvent(new CustomEvent("plats:kastad", { bubbles: true }));
  avbryt(ruta);
}

// ---- The page after a change ----

const ROR_INTE = {
  beforeNodeMorphed: (gammal) => !gammal.matches?.(EGET),
  beforeNodeRemoved: (nod) => !nod.matches?.(EGET) && !nod.querySelector?.(RUTA),
  beforeAttributeUpdated: (namn, nod) => !(
    ((namn === "hidden" || namn === "data-oppen") && nod.dataset.oppen)
    || (namn === "open" && nod.matches("details"))
    || namn === "aria-current" || namn === "data-nyss"
  ),
  afterNodeAdded: (nod) => nod.nodeType === 1 && htmx.trigger(nod, "htmx:load", { elt: nod }),
};

let hamtar = null;
let igen = false;
let finns = null; // the ids on the page as the server last sent it

async function hamta() {
  const svar = await fetch(location.pathname, { headers: { "HX-Request": "true" } });
  if (!svar.ok || svar.redirected) throw new Error(svar.statusText);
  laggIn(new DOMParser().parseFromString(await svar.text(), "text/html"));
}

// Fetch the page as it is now and put in what differs. One fetch at a time.
async function uppdatera() {
  igen = true;
  hamtar ||= (async () => {
    while (igen) {
      igen = false;
      await hamta().catch(inaktuell);
    }
    hamtar = null;
  })();
  return hamtar;
}

// It is saved, but the page shows what was
function inaktuell() {
  finns = null;
  const ord = document.getElementById("inaktuell-mall").content.cloneNode(true);
  beratta(ord);
}

// What is said stays in sight, wherever on the long page one is, until it is closed
function beratta(...noder) {
  const besked = document.getElementById("besked");
  besked.replaceChildren(...noder, document.getElementById("stang-mall").content.cloneNode(true));
  besked.dataset.svavar = "";
  besked.tabIndex = -1;
  htmx.process(besked);
}

function laggIn(ny) {
  finns = new Set([...ny.querySelectorAll("[id]")].map((e) => e.id));
  Idiomorph.morph(spalter(), ny.querySelector(".spalter"), { callbacks: ROR_INTE });
  const besked = ny.getElementById("besked");
  if (besked) beratta(...besked.childNodes);
  document.dispatchEvent(new CustomEvent("plan:uppdaterad"));
}

function markera(papper) {
  papper.dataset.nyss = "";
  setTimeout(() => delete papper.dataset.nyss, 2500);
}

document.addEventListener("plan:andrad", async ({ target, detail }) => {
  const ruta = target.closest?.(RUTA);
  if (ruta) {
    delete ruta.dataset.skrivet;
    ruta.setAttribute("aria-busy", "true");
  }
  await uppdatera();
  const hade = ruta?.contains(document.activeElement) || document.activeElement === document.body;
  let gammalt = ruta && stang(ruta);
  // A chapter that was removed stayed while the form stood in it
  const kapitel = gammalt?.closest("section.kapitel");
  if (kapitel && finns && !finns.has(kapitel.id) && !kapitel.querySelector(RUTA)) {
    kapitel.remove();
    gammalt = null;
  }
  const nytt = document.getElementById(detail.ankare) || gammalt;
  if (!nytt) return hade && document.getElementById("besked").focus({ preventScroll: true });
  markera(nytt);
  if (hade) (nytt.querySelector(OPPNA) || nytt).focus({ preventScroll: true });
  nytt.scrollIntoView({ block: "nearest" });
});

// ---- What one does ----

document.addEventListener("click", (e) => {
  if (e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
  const lank = e.target.closest("a[href]");
  const ruta = e.target.closest(RUTA);
  // A remark in the margin leads to the same place as the link on the paper
  const samma = lank && [...document.querySelectorAll(OPPNA)].find((a) => a.href === lank.href.split("#id_")[0]);
  if (e.target.closest("[data-kasta]")) kasta(ruta);
  else if (e.target.closest("[data-behall]")) behall(ruta);
  else if (ruta && lank?.matches("[data-avbryt]")) avbryt(ruta);
  else if (e.target.closest("[data-stang-besked]")) document.getElementById("besked").replaceChildren();
  else if (samma) oppna(samma, lank.hash.replace("#id_", ""));
  else return;
  e.preventDefault();
});

document.addEventListener("keydown", (e) => {
  const ruta = e.target.closest?.(RUTA);
  if (!ruta || e.defaultPrevented) return;
  if (e.key === "Escape") {
    if (ruta.querySelector(".kasta")) behall(ruta);
    else avbryt(ruta);
  } else if (e.key === "s" && (e.ctrlKey || e.metaKey)) {
    ruta.querySelector("form")?.requestSubmit();
  } else return;
  e.preventDefault();
});

document.addEventListener("input", ({ target }) => {
  const ruta = target.closest?.(RUTA);
  if (!ruta) return;
  ruta.dataset.skrivet = "";
  // What was said of the last thing makes room for the next
  document.querySelector("#besked[data-svavar]")?.replaceChildren();
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const ruta = detail.target?.closest?.(RUTA);
  if (!ruta?.isConnected) return;
  if (!ruta.querySelector("form")) stang(ruta); // it never opened
  else if (detail.successful && detail.xhr.status !== 204) visa(ruta);
});

addEventListener("beforeunload", (e) => {
  if (rutor().some(skrivet)) e.preventDefault();
});
