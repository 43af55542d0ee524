// Roles with suggestions while one types: a combobox as in the ARIA Authoring Practices.
// Without this a role is typed as plain words, with the browser's own list.
const DROJ = 150; // ms after the last key
let lopnummer = 0;

const ramen = (e) => e.closest("[data-rollrader]");

function rusta(ruta) {
  if (ruta.role === "combobox") return;
  const lista = document.createElement("ul");
  lista.id = `rollval-${++lopnummer}`;
  lista.className = "rollval";
  lista.role = "listbox";
  lista.ariaLabel = ruta.labels[0]?.textContent.trim() ?? "";
  lista.hidden = true;
  const not = document.createElement("div");
  not.className = "rollnot";
  not.ariaLive = "polite";
  ruta.after(lista, not);
  ruta.removeAttribute("list");
  ruta.role = "combobox";
  ruta.ariaExpanded = "false";
  ruta.ariaAutoComplete = "list";
  ruta.setAttribute("aria-controls", lista.id);
}

const listan = (ruta) => document.getElementById(ruta.getAttribute("aria-controls"));
const valen = (ruta) => [...listan(ruta).querySelectorAll("[role=option]")];
const oppen = (ruta) => ruta.ariaExpanded === "true";
const valt = (ruta) => valen(ruta).find((v) => v.ariaSelected === "true");

function stang(ruta) {
  clearTimeout(ruta.tidtagare);
  ruta.fraga?.abort();
  ruta.ariaExpanded = "false";
  listan(ruta).hidden = true;
  markera(ruta, null);
}

function markera(ruta, val) {
  for (const v of valen(ruta)) v.ariaSelected = String(v === val);
  if (val) ruta.setAttribute("aria-activedescendant", val.id);
  else ruta.removeAttribute("aria-activedescendant");
  val?.scrollIntoView({ block: "nearest" });
}

async function hamta(ruta) {
  ruta.fraga?.abort();
  ruta.fraga = new AbortController();
  const signal = ruta.fraga.signal;
  const body = new URLSearchParams();
  body.append("csrfmiddlewaretoken", ruta.form.elements.csrfmiddlewaretoken.value);
  body.append("roll", ruta.value);
  const svar = await fetch(ramen(ruta).dataset.rollforslag, {
    method: "POST", body, signal, redirect: "error",
  }).then((s) => (s.ok ? s.text() : "")).catch(() => "");
  return signal.aborted ? null : svar;
}

async function foresla(ruta, { visa }) {
  const ord = ruta.value;
  const svar = await hamta(ruta);
  if (svar === null) return;
  listan(ruta).innerHTML = svar;
  ruta.svarat = ord;
  valen(ruta).forEach((v, i) => { v.id = `${listan(ruta).id}-${i}`; v.ariaSelected = "false"; });
  if (visa && document.activeElement === ruta) oppna(ruta);
  else notera(ruta);
}

function oppna(ruta) {
  const finns = valen(ruta).length > 0;
  listan(ruta).hidden = !finns;
  ruta.ariaExpanded = String(finns);
  const antal = listan(ruta).querySelector("[data-rollantal]");
  beratta(ruta, antal?.content.textContent ?? "");
}

let nertryckt = false;
document.addEventListener("pointerdown", () => { nertryckt = true; }, true);
document.addEventListener("pointerup", () => { nertryckt = false; }, true);
document.addEventListener("pointercancel", () => { nertryckt = false; }, true);

// What becomes of a name that was typed and not chosen. Not while a button is pressed:
// it would move away from under the pointer, and the press be lost.
function notera(ruta) {
  if (nertryckt) return void setTimeout(notera, 50, ruta);
  const not = listan(ruta).nextElementSibling;
  const mall = ruta.value.trim() && listan(ruta).querySelector("[data-rollnot]");
  not.replaceChildren(...(mall ? [mall.content.cloneNode(true)] : []));
}

function valj(ruta, varde) {
  ruta.value = varde;
  ruta.tagen = varde;
  for (const slag of ["input", "change"]) ruta.dispatchEvent(new Event(slag, { bubbles: true }));
  stang(ruta);
  foresla(ruta, { visa: false });
}

function beratta(ruta, ord) {
  ramen(ruta).querySelector("[data-rollbesked]").textContent = ord;
}

function tangent(ruta, e) {
  const alla = valen(ruta);
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    e.preventDefault();
    if (!oppen(ruta)) foresla(ruta, { visa: true });
    else if (!e.altKey) {
      const steg = e.key === "ArrowDown" ? 1 : -1;
      const nu = alla.indexOf(valt(ruta));
      const start = nu < 0 && steg < 0 ? alla.length : nu;
      markera(ruta, alla[(start + steg + alla.length) % alla.length]);
    }
  } else if (e.key === "Enter" && valt(ruta)) {
    e.preventDefault();
    valj(ruta, valt(ruta).dataset.varde);
  } else if (e.key === "Escape" && oppen(ruta)) {
    e.preventDefault();
    e.stopPropagation(); // the form around it closes on the next one
    stang(ruta);
  }
}

const arRuta = (e) => e.role === "combobox" && ramen(e);

document.addEventListener("input", ({ target }) => {
  if (!arRuta(target)) return;
  if (target.tagen === target.value) return;
  target.tagen = null;
  clearTimeout(target.tidtagare);
  target.tidtagare = setTimeout(foresla, DROJ, target, { visa: true });
});
document.addEventListener("keydown", (e) => { if (arRuta(e.target)) tangent(e.target, e); });
document.addEventListener("focusout", ({ target }) => {
  if (!arRuta(target)) return;
  const ny = target.value !== target.defaultValue && target.svarat !== target.value;
  stang(target);
  if (ny) foresla(target, { visa: false }); else if (target.svarat === target.value) notera(target);
});
document.addEventListener("mousedown", (e) => {
  if (e.target.closest(".rollval")) e.preventDefault(); // the field keeps the focus
});
document.addEventListener("click", ({ target }) => {
  const val = target.closest(".rollval [role=option]");
  if (val) valj(document.querySelector(`[aria-controls="${val.parentElement.id}"]`), val.dataset.varde);
  const lik = target.closest(".rollnot button");
  if (lik) {
    const ruta = document.querySelector(`[aria-controls="${lik.parentElement.previousElementSibling.id}"]`);
    valj(ruta, lik.value);
    ruta.focus();
  }
});
document.addEventListener("rollrader:ny", (e) => forbattra(e.target));

function forbattra(rot) {
  for (const ruta of document.querySelectorAll("[data-rollrader] input[name$='-roll']")) {
    if (rot.contains(ruta)) rusta(ruta);
  }
}

forbattra(document);
document.addEventListener("htmx:load", (e) => forbattra(e.detail.elt));
