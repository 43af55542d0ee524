// Keeps a draft of what is written in form[data-utkast] in this browser, and offers it
// when the form is opened again. Without this only what is saved is kept.
//
// One draft per user, form and opening: «utkast:user:/address/:opening». It goes when the
// form is saved, when its user throws it away or signs out, and after fourteen days.
const PREFIX = "utkast:";
const SKICKAT = "utkast-skickat";
const LIVSTID = 14 * 24 * 3600 * 1000;
const DROJ = 1500; // ms of rest before a draft is written
const LANGST = 5000; // and at most this long while one goes on
const ANTAL_TECKEN = 400; // of a text, when it is shown in the offer
const egna = new WeakMap(); // form → {nyckel, andrad, tidtagare, forst}
const skickade = new Map(); // address → the draft of the form that was sent in place

// ---- The store; it may be closed to us, or full ----

function las(nyckel) {
  try { return JSON.parse(localStorage.getItem(nyckel)); } catch { return null; }
}
function skriv(nyckel, varde) {
  try { localStorage.setItem(nyckel, JSON.stringify(varde)); return true; } catch { return false; }
}
function kasta(nyckel) {
  try { localStorage.removeItem(nyckel); } catch { /* nothing was kept either */ }
}
// Which draft this tab has sent, until we know what became of it
function skickat(nyckel) {
  try {
    if (nyckel) sessionStorage.setItem(SKICKAT, nyckel);
    else if (nyckel === null) sessionStorage.removeItem(SKICKAT);
    return sessionStorage.getItem(SKICKAT) ?? "";
  } catch { return ""; }
}
function nycklar(borjan) {
  try { return Object.keys(localStorage).filter((n) => n.startsWith(borjan)); } catch { return []; }
}

// ---- A form and its fields ----

const formular = (rot) => [...document.querySelectorAll("form[data-utkast]")].filter((f) => rot.contains(f));
const adress = (form) => new URL(form.action).pathname;
const grund = (form) => `${PREFIX}${form.dataset.skribent}:${adress(form)}:`;
const hennes = (e) => e && e.name && e.type !== "file" && e.type !== "submit" && e.type !== "button"
  && (e.type !== "hidden" || e.name.endsWith("-slag") || e.name.endsWith("-TOTAL_FORMS"));

function samla(form) {
  const namn = new Set([...form.elements].filter(hennes).map((e) => e.name));
  return [...new FormData(form)].filter(([n, v]) => namn.has(n) && typeof v === "string");
}

const version = (form) => Number(form.elements.version?.value ?? 0);
// Spaces between blocks, and how signs are escaped, tell nothing
function slat(text) {
  return text.replace(/>\s+</g, "><").replaceAll("&quot;", '"').replace(/\s+/g, " ").trim();
}
const falten = (falt) => new Map(falt);

// What a field says, comparable whether the editor has come or not
function ord(varden, namn, form) {
  const blad = form?.elements[namn]?.parentElement?.querySelector(":scope > template[data-blad]");
  const obearbetad = form && blad && varden.get(`${namn}-slag`) !== "html";
  return slat(obearbetad ? blad.innerHTML : varden.get(namn) ?? "");
}

function skillnad(form, utkast) {
  const nu = falten(samla(form));
  const da = falten(utkast.falt);
  return [...new Set([...nu.keys(), ...da.keys()])].filter((n) => {
    if (n.endsWith("-slag") || n.endsWith("_FORMS")) return false;
    const roll = n.replace(/-art$/, "-roll"); // a row without a role is no row
    if (roll !== n && !nu.get(roll) && !da.get(roll)) return false;
    const html = da.get(`${n}-slag`) === "html";
    return ord(da, n) !== ord(nu, n, html ? form : null);
  });
}

function etikett(form, namn) {
  if (namn.startsWith("ansvar-")) return "Ansvariga";
  const falt = form.elements[namn];
  const rubrik = falt?.labels?.[0]?.cloneNode(true);
  rubrik?.querySelector(".frivilligt")?.remove();
  return slat(rubrik?.textContent ?? namn);
}

function synligt(form, namn, varde) {
  const valbara = form.elements[namn]?.options ?? form.querySelector(`[name$=${namn.split("-").at(-1)}]`)?.options;
  if (valbara) return [...valbara].find((o) => o.value === varde)?.text ?? varde;
  const dokument = new DOMParser().parseFromString(varde.replace(/<\/(p|li|h3)>/g, "$&\n"), "text/html");
  return dokument.body.textContent.trim();
}

// ---- Writing it down ----

function spara(form) {
  const eget = egna.get(form);
  clearTimeout(eget.tidtagare);
  eget.forst = null;
  if (!eget.andrad) return;
  const utkast = { tid: Date.now(), version: version(form), falt: samla(form) };
  const gick = skriv(eget.nyckel, utkast);
  besked(form, gick
    ? `Utkast sparat i webbläsaren ${klockan(utkast.tid)}.`
    : "Webbläsaren kan inte spara utkast just nu. Spara ofta.");
}

function besked(form, text) {
  let rad = form.querySelector(".utkast-besked");
  if (!rad) {
    form.append(document.getElementById("utkast-sparat").content.cloneNode(true));
    rad = form.querySelector(".utkast-besked");
  }
  rad.textContent = text;
}

function andrat(form) {
  const eget = egna.get(form);
  eget.andrad = true;
  eget.forst ??= Date.now();
  clearTimeout(eget.tidtagare);
  const kvar = eget.forst + LANGST - Date.now();
  eget.tidtagare = setTimeout(spara, Math.max(0, Math.min(DROJ, kvar)), form);
}

function glom(form) {
  const eget = egna.get(form);
  if (!eget) return;
  clearTimeout(eget.tidtagare);
  eget.andrad = false;
  kasta(eget.nyckel);
}

// ---- Offering it ----

function klockan(tid) {
  const da = new Date(tid);
  const kl = da.toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  if (da.toDateString() === new Date().toDateString()) return kl;
  return `${da.toLocaleDateString("sv-SE", { day: "numeric", month: "long" })} klockan ${kl}`;
}

function erbjud(form) {
  form.querySelector(".utkast")?.remove();
  const eget = egna.get(form);
  for (const nyckel of nycklar(grund(form)).filter((n) => n !== eget.nyckel)) {
    const utkast = las(nyckel);
    const skiljer = utkast && skillnad(form, utkast);
    if (!skiljer?.length) kasta(nyckel);
    else if (!form.querySelector(".utkast")) visa(form, nyckel, utkast, skiljer);
  }
}

function visa(form, nyckel, utkast, skiljer) {
  const ruta = document.getElementById("utkast-mall").content.cloneNode(true).firstElementChild;
  const del = (namn) => ruta.querySelector(`[data-utkast=${namn}]`);
  const varden = falten(utkast.falt);
  del("tid").textContent = klockan(utkast.tid);
  del("skillnad").textContent = [...new Set(skiljer.map((n) => etikett(form, n)))].join(", ");
  del("nyare").hidden = utkast.version >= version(form);
  for (const namn of skiljer) {
    const text = synligt(form, namn, varden.get(namn) ?? "");
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = etikett(form, namn);
    dd.textContent = text.length > ANTAL_TECKEN ? `${text.slice(0, ANTAL_TECKEN)} …` : text || "–";
    del("text").append(dt, dd);
  }
  del("ta-fram").addEventListener("click", () => taFram(form, nyckel, utkast));
  del("kasta").addEventListener("click", () => { kasta(nyckel); erbjud(form); fokus(form); });
  form.prepend(ruta);
}

const fokus = (form) => [...form.elements].find((e) => hennes(e) && e.checkVisibility())?.focus();

function taFram(form, nyckel, utkast) {
  const varden = falten(utkast.falt);
  form.dispatchEvent(new CustomEvent("utkast:rader", { bubbles: true, detail: varden }));
  // The version it was written on: a save then shows what others have saved since
  if (form.elements.version && utkast.version) form.elements.version.value = utkast.version;
  const alla = [...form.elements].filter((e) => hennes(e) && !e.name.endsWith("_FORMS"));
  const fore = new Map(alla.map((e) => [e, e.value]));
  for (const e of alla) {
    if (e.type === "checkbox" || e.type === "radio") {
      e.checked = utkast.falt.some(([n, v]) => n === e.name && v === e.value);
    } else if (varden.has(e.name)) e.value = varden.get(e.name);
  }
  for (const e of alla.filter((f) => f.value !== fore.get(f))) {
    for (const slag of ["input", "change"]) e.dispatchEvent(new Event(slag, { bubbles: true }));
  }
  fokus(form);
  egna.get(form).andrad = true;
  spara(form);
  kasta(nyckel);
  erbjud(form);
}

// ---- Opened, saved, left, signed out ----

function oppna(form) {
  if (egna.has(form)) return;
  const nyckel = `${grund(form)}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  egna.set(form, { nyckel, andrad: false, tidtagare: null, forst: null });
  if ("osparat" in form.dataset) {
    // It came back unsaved: what stands in it is the draft
    glomSkickat(form);
    egna.get(form).andrad = true;
    spara(form);
  }
  erbjud(form);
}

function glomSkickat(form) {
  if (skickat().startsWith(grund(form))) kasta(skickat());
  kasta(skickade.get(adress(form)));
}

function efterSparat() {
  if (!skickat() || !document.querySelector(".meddelande.success")) return;
  kasta(skickat());
  skickat(null);
}

function stada() {
  for (const nyckel of nycklar(PREFIX)) {
    if (!(Date.now() - las(nyckel)?.tid < LIVSTID)) kasta(nyckel);
  }
}

const formen = (e) => e.target.closest?.("form[data-utkast]") ?? e.target.form;

document.addEventListener("input", (e) => { if (egna.has(formen(e))) andrat(formen(e)); });
document.addEventListener("change", (e) => { if (egna.has(formen(e))) andrat(formen(e)); });
document.addEventListener("submit", ({ target }) => {
  if (new URL(target.action).pathname.endsWith("/logga-ut/")) nycklar(PREFIX).forEach(kasta);
  if (!egna.has(target)) return;
  egna.get(target).andrad = true;
  spara(target);
  const { nyckel } = egna.get(target);
  if (target.hasAttribute("data-hx-post")) skickade.set(adress(target), nyckel);
  else skickat(nyckel);
});
// A clash stands between the form that was sent and the one that is saved or thrown away
document.addEventListener("plan:andrad", ({ target }) => {
  if (target.matches?.("form[data-skribent]")) { glom(target); glomSkickat(target); }
});
document.addEventListener("plats:kastad", ({ target }) => {
  for (const form of target.querySelectorAll("form[data-skribent]")) { glom(form); glomSkickat(form); }
});
const allaSparas = () => formular(document).filter((f) => egna.get(f)?.forst).forEach(spara);
addEventListener("pagehide", allaSparas);
document.addEventListener("visibilitychange", () => { if (document.hidden) allaSparas(); });

stada();
efterSparat();
formular(document).forEach(oppna);
document.addEventListener("htmx:load", (e) => formular(e.detail.elt).forEach(oppna));
