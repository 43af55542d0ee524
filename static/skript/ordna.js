// Moves a chapter or an activity: the link data-flytta opens a bar with buttons where it
// stands. Without this the link leads to the buttons on the form's own page.
// What is dragged comes here too, as the event plan:flytta {ting, till, plats}, where
// ting is an element on the paper, till its new chapter (or null) and plats from 0.
const formular = document.getElementById("flytta");
const besked = document.getElementById("flyttbesked");
const mall = document.getElementById("flytta-mall");
const ark = () => document.querySelector(".ark");
const pk = (ting) => ting.dataset.pk || ting.id.split("-")[1];
const arRad = (ting) => ting.matches("tr");
const niva = (avsnitt) => (avsnitt.matches(".niva-1") ? 1 : 2);
const avsnitten = () => [...ark().querySelectorAll("section.kapitel")];

// Sections follow their chapter on the paper; they don't lie in it
function kapitlet(del) {
  let fore = del;
  while (fore && niva(fore) > 1) fore = fore.previousElementSibling?.closest("section.kapitel");
  return fore;
}

// What stands in a chapter (rows, or sections), or for null the chapters themselves
function iKapitel(kapitel, rader) {
  if (rader) return [...kapitel.querySelectorAll("tr[data-pk]")];
  if (!kapitel) return avsnitten().filter((a) => niva(a) === 1);
  return avsnitten().filter((a) => niva(a) === 2 && kapitlet(a) === kapitel);
}

function har(ting) {
  if (arRad(ting)) return ting.closest("section.kapitel");
  return niva(ting) === 1 ? null : kapitlet(ting);
}

function skicka(ting, till, plats) {
  const rader = arRad(ting);
  const falt = formular.elements;
  if (har(ting) === till && iKapitel(till, rader).indexOf(ting) === plats) return;
  falt.vad.value = `${rader ? "aktivitet" : "avsnitt"}-${pk(ting)}`;
  falt.till.value = till ? pk(till) : "";
  falt.plats.value = plats;
  falt.sedda.value = iKapitel(till, rader).map(pk).join(",") || "-";
  formular.requestSubmit();
}

// Where a step leads among the siblings, or null at either end
function nasta(ting, steg) {
  const syskon = iKapitel(har(ting), arRad(ting));
  const plats = syskon.indexOf(ting) + steg;
  return plats >= 0 && plats < syskon.length ? plats : null;
}

function stega(ting, steg) {
  const plats = nasta(ting, steg);
  if (plats !== null) return skicka(ting, har(ting), plats);
  besked.textContent = `Står redan ${steg < 0 ? "först" : "sist"}.`;
  return null;
}

// ---- The bar ----

let flyttas = null; // the id of what the bar stands at
const rad = () => document.getElementById("flyttrad");
const ratt = () => document.getElementById(flyttas);
const tinget = (e) => e.closest("tr[data-pk], section.kapitel");
const oppnare = (ting) => ting?.querySelector("[data-flytta]");

function platser(ting) {
  const under = avsnitten().filter((a) => (arRad(ting) || niva(a) === 1) && a !== ting);
  const val = under.map((a) => [pk(a), a.querySelector("h2, h3").textContent.replaceAll("\u00ad", "").trim()]);
  if (arRad(ting)) return val;
  if (iKapitel(ting, false).length) return [];
  return [["", "Eget kapitel, sist"], ...val.map(([id, ord]) => [id, `Under ${ord}`])];
}

// On the paper a table has a row of its own for it, else it stands under the heading
function stall(bar, ting) {
  for (const knapp of bar.querySelectorAll("[data-steg]")) {
    knapp.ariaDisabled = nasta(ting, Number(knapp.dataset.steg)) === null;
  }
  if (!arRad(ting)) return oppnare(ting).closest("p").after(bar);
  const plats = bar.closest(".flyttrad-rad") || document.createElement("tr");
  plats.className = "flyttrad-rad";
  plats.id = "flyttrad-rad";
  if (!plats.cells.length) plats.insertCell().append(bar);
  plats.cells[0].colSpan = ting.cells.length;
  return ting.after(plats);
}

function oppna(ting) {
  stang();
  flyttas = ting.id;
  const bar = mall.content.cloneNode(true).firstElementChild;
  const val = platser(ting);
  for (const [varde, ord] of val) bar.querySelector("select").add(new Option(ord, varde));
  for (const e of bar.querySelectorAll("label, select, [data-till]")) e.hidden = !val.length;
  bar.setAttribute("aria-label", oppnare(ting).textContent.trim());
  stall(bar, ting);
  bar.querySelector("button").focus();
}

function stang() {
  (rad()?.closest(".flyttrad-rad") || rad())?.remove();
  const ting = ratt();
  flyttas = null;
  return ting;
}

document.addEventListener("click", (e) => {
  if (e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
  const lank = e.target.closest("[data-flytta]");
  const knapp = e.target.closest(".flyttrad button");
  if (lank) {
    e.preventDefault();
    if (flyttas === tinget(lank).id) stang();
    else oppna(tinget(lank));
  } else if (knapp?.dataset.steg) {
    stega(ratt(), Number(knapp.dataset.steg));
  } else if (knapp?.matches("[data-till]")) {
    const till = document.getElementById(`avsnitt-${document.getElementById("flyttrad-till").value}`);
    skicka(ratt(), till, 10000);
  } else if (knapp) {
    oppnare(stang())?.focus();
  }
});

document.addEventListener("keydown", (e) => {
  if (e.defaultPrevented || !e.target.closest?.(".flyttrad")) return;
  const steg = { ArrowUp: -1, ArrowDown: 1 }[e.key];
  if (e.key === "Escape") oppnare(stang())?.focus();
  else if (steg && !e.target.matches("select")) stega(ratt(), steg);
  else return;
  e.preventDefault();
});

document.addEventListener("plan:flytta", ({ detail }) => skicka(detail.ting, detail.till, detail.plats));

// One keeps pressing: the bar follows what it moves, and keeps the focus it had
let fokus = null;
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  const e = document.activeElement;
  if (target === formular) fokus = rad()?.contains(e) ? e : null;
});
document.addEventListener("plan:uppdaterad", () => {
  if (!rad()) return;
  if (!ratt()) stang();
  else {
    stall(rad(), ratt());
    rad().scrollIntoView({ block: "nearest" });
  }
  fokus?.focus({ preventScroll: true });
  fokus = null;
});
