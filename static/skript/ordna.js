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
  falt.vad.value = `${rader ? "aktivitet" : "avsnitt"}-${pk(ting)}`;
  falt.till.value = till ? pk(till) : "";
  falt.plats.value = plats;
  falt.sedda.value = iKapitel(till, rader).map(pk).join(",") || "-";
  formular.requestSubmit();
}

function stega(ting, steg) {
  const syskon = iKapitel(har(ting), arRad(ting));
  const plats = syskon.indexOf(ting) + steg;
  if (plats >= 0 && plats < syskon.length) return skicka(ting, har(ting), plats);
  besked.textContent = `Står redan ${steg < 0 ? "först" : "sist"}.`;
  return null;
}

// ---- The bar ----

const rad = () => document.getElementById("flyttrad");
const tinget = (e) => e.closest("tr[data-pk], section.kapitel");
const oppnare = (ting) => ting.querySelector("[data-flytta]");

function platser(ting) {
  const under = avsnitten().filter((a) => (arRad(ting) || niva(a) === 1) && a !== ting);
  const val = under.map((a) => [pk(a), a.querySelector("h2, h3").textContent.replaceAll("\u00ad", "").trim()]);
  if (arRad(ting)) return val;
  if (iKapitel(ting, false).length) return [];
  return [["", "Eget kapitel, sist"], ...val.map(([id, ord]) => [id, `Under ${ord}`])];
}

function oppna(ting) {
  stang();
  const ny = mall.content.cloneNode(true);
  const val = platser(ting);
  const lista = ny.querySelector("select");
  for (const [varde, ord] of val) lista.add(new Option(ord, varde));
  for (const e of ny.querySelectorAll("label, select, [data-till]")) e.hidden = !val.length;
  ny.firstElementChild.setAttribute("aria-label", oppnare(ting).textContent);
  oppnare(ting).closest("p").after(ny);
  rad().querySelector("button").focus();
}

function stang() {
  const ting = rad() && tinget(rad());
  rad()?.remove();
  return ting;
}

document.addEventListener("click", (e) => {
  if (e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
  const lank = e.target.closest("[data-flytta]");
  const knapp = e.target.closest(".flyttrad button");
  if (lank) {
    e.preventDefault();
    if (rad() && tinget(rad()) === tinget(lank)) stang();
    else oppna(tinget(lank));
  } else if (knapp?.dataset.steg) {
    stega(tinget(knapp), Number(knapp.dataset.steg));
  } else if (knapp?.matches("[data-till]")) {
    const till = document.getElementById(`avsnitt-${document.getElementById("flyttrad-till").value}`);
    skicka(tinget(knapp), till, 10000);
  } else if (knapp) {
    oppnare(stang())?.focus();
  }
});

document.addEventListener("keydown", (e) => {
  if (e.defaultPrevented || !e.target.closest?.(".flyttrad")) return;
  const steg = { ArrowUp: -1, ArrowDown: 1 }[e.key];
  if (e.key === "Escape") oppnare(stang())?.focus();
  else if (steg && !e.target.matches("select")) stega(tinget(e.target), steg);
  else return;
  e.preventDefault();
});

document.addEventListener("plan:flytta", ({ detail }) => skicka(detail.ting, detail.till, detail.plats));

// One keeps pressing: what had focus in the bar keeps it wherever the thing went
let fokus = null;
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  if (target !== formular) return;
  const e = document.activeElement;
  fokus = rad()?.contains(e) ? e : null;
});
document.addEventListener("plan:uppdaterad", () => {
  if (!fokus?.isConnected) return;
  fokus.focus({ preventScroll: true });
  tinget(fokus).scrollIntoView({ block: "nearest" });
});
