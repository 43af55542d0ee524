// Says in the form itself when a save can't reach us, and lets one try again with the
// text still there; guards against a double press. Without this the browser shows its
// own page or ours, and its back button leads to the text.
//
// A form on a page of its own asks first whether we answer and who is signed in; one in
// place is sent by htmx, which tells what went wrong. Every answer renews the forms' token.
const VANTA = 10_000; // ms
const MALL = document.getElementById("natfel-mall");
const ATERKOMMER = ["nat", "tyst", "utloggad", "annan"];
const knappar = (form) => [...form.elements].filter((e) => e.type === "submit");
const iPlats = (form) => form.hasAttribute("data-hx-post");
const vart = (e) => e?.closest?.("form[data-skribent]");

// Returns what hinders this form's user from saving just now, "" when nothing does
async function hinder(form) {
  try {
    const svar = await fetch(MALL.dataset.inloggad, {
      cache: "no-store", signal: AbortSignal.timeout(VANTA),
    });
    if (!svar.ok) return "server";
    const { vem, token } = await svar.json();
    if (vem === null) return "utloggad";
    if (String(vem) !== form.dataset.skribent) return "annan";
    for (const e of document.querySelectorAll("[name=csrfmiddlewaretoken]")) e.value = token;
    return "";
  } catch {
    return "nat";
  }
}

// ---- What is said ----

function saga(form, slag) {
  tig(form);
  const ruta = MALL.content.cloneNode(true).firstElementChild;
  ruta.dataset.slag = slag;
  for (const e of ruta.querySelectorAll("[data-natfel]")) {
    if (e.dataset.natfel !== slag) e.remove();
  }
  const knapp = ruta.querySelector("button");
  if (["nekad", "borta", "last"].includes(slag)) knapp.remove();
  knapp.addEventListener("click", () => igen(form));
  const rad = form.querySelector(":scope > .knapprad");
  if (rad) rad.before(ruta); else form.append(ruta);
  slapp(form);
  ruta.scrollIntoView({ block: "nearest" });
}

// Something that should have opened didn't
function sagaOppna(slag) {
  const plats = document.getElementById("besked") ?? document.querySelector("main");
  const del = MALL.content.querySelector(`[data-natfel=${slag}]`).cloneNode(true);
  const ruta = MALL.content.firstElementChild.cloneNode(false);
  ruta.append(del);
  for (const e of plats.querySelectorAll(":scope > .natfel")) e.remove();
  plats.prepend(ruta);
}

function tig(form) {
  form.querySelector(".natfel")?.remove();
}

async function kollaIgen(form) {
  const ruta = form.querySelector(".natfel");
  if (!ATERKOMMER.includes(ruta?.dataset.slag) || await hinder(form)) return;
  const ater = MALL.content.querySelector("[data-natfel=ater]").cloneNode(true);
  ruta.querySelector("[data-natfel]").replaceWith(ater);
  ruta.dataset.slag = "ater";
}

const kollaAlla = () => {
  for (const ruta of document.querySelectorAll("form .natfel")) kollaIgen(ruta.closest("form"));
};
addEventListener("online", kollaAlla);
addEventListener("focus", kollaAlla);
document.addEventListener("visibilitychange", () => { if (!document.hidden) kollaAlla(); });

// ---- Sending ----

function hall(form) {
  form.dataset.sander = "";
  for (const k of knappar(form)) k.ariaDisabled = "true";
}

function slapp(form) {
  delete form.dataset.sander;
  delete form.dataset.klar;
  for (const k of knappar(form)) k.ariaDisabled = null;
}

async function skicka(form, knapp) {
  hall(form);
  const slag = await hinder(form);
  if (slag) { saga(form, slag); return; }
  tig(form);
  delete form.dataset.sander;
  form.dataset.klar = "";
  form.requestSubmit(knapp);
}

const igen = (form) => skicka(form, knappar(form).find((k) => k === form.tryckt));

document.addEventListener("submit", (e) => {
  const form = vart(e.target);
  if (!form) return;
  const klar = "klar" in form.dataset;
  if ("sander" in form.dataset || !(klar || iPlats(form))) {
    e.preventDefault();
    e.stopImmediatePropagation();
  }
  if ("sander" in form.dataset) return;
  form.tryckt = e.submitter;
  if (klar || iPlats(form)) hall(form);
  else skicka(form, e.submitter);
}, { capture: true });

// The page came back from the browser's memory, with its buttons as they were left
addEventListener("pageshow", () => document.querySelectorAll("form[data-sander]").forEach(slapp));

// ---- In place ----

const SVAR = { 404: "borta", 413: "stor" };

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = vart(detail.elt);
  if (!form) return;
  slapp(form);
  if (detail.successful) tig(form);
});
for (const slag of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(slag, ({ detail }) => {
    const form = vart(detail.elt);
    if (form) saga(form, navigator.onLine ? "tyst" : "nat");
    else sagaOppna("oppna");
  });
}
document.addEventListener("htmx:responseError", async ({ detail }) => {
  const form = vart(detail.elt);
  const { status } = detail.xhr;
  const orsak = { "konto:utloggad": "utloggad", "plan:last": "last" }[
    detail.xhr.getResponseHeader("HX-Trigger")];
  if (!form) { sagaOppna(orsak ? `oppna-${orsak}` : "oppna"); return; }
  if (orsak === "last") { saga(form, orsak); return; }
  if (status !== 403) { saga(form, SVAR[status] ?? "server"); return; }
  const slag = await hinder(form);
  if (slag) saga(form, slag);
  else if (form.fornyad) saga(form, "nekad");
  else {
    form.fornyad = true; // the token was old: once more with the new one
    form.requestSubmit(form.tryckt);
  }
});
