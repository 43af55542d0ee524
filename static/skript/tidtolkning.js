// Shows how a time and a follow-up are understood while one types, and offers to fill in
// a suggestion. Without this the form's own button «Visa hur tiden förstås» does it.
const DROJ = 300; // ms after the last key
const ALLA = "[data-tolkning]";
const vantar = new WeakMap();

const falt = (form, namn) => form.elements.namedItem(namn);

function rusta(plats) {
  for (const e of plats.querySelectorAll("[data-utan-skript]")) e.hidden = true;
  for (const e of plats.querySelectorAll("[data-fyll]")) e.hidden = false;
}

async function tolka(plats) {
  vantar.get(plats)?.abort();
  const avbrott = new AbortController();
  vantar.set(plats, avbrott);
  const form = plats.closest("form");
  const skicka = new URLSearchParams();
  for (const namn of ["csrfmiddlewaretoken", plats.dataset.tolkning, "avstamning"]) {
    skicka.append(namn, falt(form, namn).value);
  }
  const svar = await fetch(plats.dataset.tolka, {
    method: "POST", body: skicka, signal: avbrott.signal, redirect: "error",
  }).then((s) => (s.ok ? s.text() : "")).catch(() => null);
  if (avbrott.signal.aborted) return;
  // Said once: a screen reader reads what changes, and old words would mislead
  if (plats.dataset.senast !== (svar ?? "")) plats.innerHTML = svar ?? "";
  plats.dataset.senast = svar ?? "";
  rusta(plats);
}

function snart(plats) {
  clearTimeout(plats.tidtagare);
  vantar.get(plats)?.abort();
  plats.tidtagare = setTimeout(tolka, DROJ, plats);
}

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (!form) return;
  const namn = target.name === "avstamning" ? "tidplan_text" : target.name;
  const plats = [...form.querySelectorAll(ALLA)].find((p) => p.dataset.tolkning === namn);
  if (plats) snart(plats);
});

document.addEventListener("click", ({ target }) => {
  const knapp = target.closest("[data-fyll]");
  const plats = knapp?.closest(ALLA);
  if (!plats) return;
  const ruta = falt(plats.closest("form"), knapp.dataset.fyll || plats.dataset.tolkning);
  ruta.value = knapp.value;
  ruta.focus();
  for (const slag of ["input", "change"]) ruta.dispatchEvent(new Event(slag, { bubbles: true }));
});

function forbattra(rot) {
  for (const plats of rot.querySelectorAll(ALLA)) {
    rusta(plats);
    for (const e of plats.closest("form").querySelectorAll("[name=visa_tolkning]")) e.hidden = true;
  }
}

forbattra(document);
document.addEventListener("htmx:load", (e) => forbattra(e.detail.elt));
