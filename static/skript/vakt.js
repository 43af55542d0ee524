// Reads what is written with the guard while it is written: marks behind the words, and
// under them what may point at somebody, with other words to choose. Without this, or
// without a network, the same is asked when the form is sent.
//
// Nothing of the text is kept, here or there: it is sent to be read, and forgotten.
const DROJ = 700; // ms of rest before it is read
const IGEN = 8000; // ms before it is tried again when nobody answered
const LANGST = 10_000; // signs; longer is told when it is sent
// What no person means to write, as in blanketter/stada.py
const OSYNLIGA = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const MALL = document.getElementById("fynd-mall");

function vakta(ruta) {
  const falt = ruta.querySelector("textarea");
  const lage = ruta.querySelector(".vakt-lage");
  const plats = ruta.querySelector(".vakt-fynd");
  const bakom = laggBakom(falt);
  const behallna = valda(plats);
  let fynd = [];
  let last = null; // the text that was read last; null when it has changed since
  let ritad = ""; // the text that the places of `fynd` are about
  let tid = 0;
  let fraga = null;

  async function las() {
    const text = rensa(falt);
    if (text === last || text.length > LANGST) return;
    fraga?.abort();
    fraga = new AbortController();
    const post = new URLSearchParams({ text, csrfmiddlewaretoken: bevis(falt.form) });
    try {
      const svar = await fetch(ruta.dataset.kontroll, {
        method: "POST", body: post, cache: "no-store", signal: fraga.signal,
      });
      if (!svar.ok) throw new Error("no answer");
      const { fynd: nya } = await svar.json();
      if (falt.value !== text) return;
      [fynd, last] = [nya, text];
      visa();
    } catch (fel) {
      if (fel.name !== "AbortError") vanta(IGEN);
    }
  }

  function vanta(ms) {
    clearTimeout(tid);
    tid = setTimeout(las, ms);
  }

  // Words written before a find move it; those in it take it away until it is read again
  function flytta() {
    const nu = falt.value;
    let fore = 0;
    while (fore < nu.length && nu[fore] === ritad[fore]) fore += 1;
    let efter = 0;
    const hogst = Math.min(nu.length, ritad.length) - fore;
    while (efter < hogst && nu.at(-1 - efter) === ritad.at(-1 - efter)) efter += 1;
    const steg = nu.length - ritad.length;
    const efterat = (f) => ramen(f).start >= ritad.length - efter;
    fynd = fynd.filter((f) => ramen(f).slut <= fore || efterat(f))
      .map((f) => (efterat(f) ? { ...skjut(f, steg), byten: f.byten.map((b) => skjut(b, steg)) } : f));
    last = null;
    rita();
  }

  const kvar = () => fynd.filter((f) => f.saker || !behallna.has(f.namn));

  function rita() {
    const text = falt.value;
    ritad = text;
    const bitar = [];
    let slut = 0;
    for (const f of kvar()) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(f.start, f.slut);
      mark.classList.toggle("saker", f.saker);
      bitar.push(text.slice(slut, f.start), mark);
      slut = f.slut;
    }
    bakom.replaceChildren(...bitar, text.slice(slut), "\n");
    bakom.scrollTop = falt.scrollTop;
  }

  function visa() {
    rita();
    const ord = new Map(kvar().map((f) => [f.namn, f]));
    const lista = document.createElement("ul");
    lista.className = "vakt-lista";
    lista.append(...[...ord.values()].map(punkt));
    plats.replaceChildren(...(ord.size ? [lista] : []), ...[...behallna].map(dold));
    saga(ord.size);
  }

  function saga(antal) {
    const sagt = !antal ? "" : antal === 1
      ? "Ett ställe kan peka ut någon. Välj vad du vill göra här under."
      : `${antal} ställen kan peka ut någon. Välj vad du vill göra här under.`;
    const nytt = sagt || (lage.textContent ? "Nu pekar texten inte ut någon, så långt vi kan se." : "");
    if (lage.textContent !== nytt) lage.textContent = nytt;
    if (!antal) friskskriv(ruta, falt);
  }

  function punkt(f) {
    const li = MALL.content.firstElementChild.cloneNode(true);
    li.classList.toggle("fynd-saker", f.saker);
    li.querySelector("[data-ord]").textContent = `”${falt.value.slice(f.start, f.slut)}”`;
    li.querySelector("[data-forklaring]").textContent = f.forklaring + (f.saker ? " Det måste bort." : "");
    const knappar = f.byten.map((b) => knapp(b.ord, () => byt(b)));
    if (!f.saker) knappar.push(knapp("Behåll, det pekar inte ut någon", () => behall(f)));
    li.querySelector(".fynd-knappar").append(...knappar);
    return li;
  }

  function byt(ett) {
    const { nytt } = ett;
    const { start, slut } = utanHal(falt.value, ett);
    falt.focus();
    falt.setSelectionRange(start, slut);
    // The browser's own way can be undone with its own keys; Firefox lacks it in a field
    if (!document.execCommand("insertText", false, nytt)) {
      falt.setRangeText(nytt, start, slut, "end");
      falt.dispatchEvent(new Event("input"));
    }
    clearTimeout(tid);
    las();
  }

  function behall(f) {
    behallna.add(f.namn);
    visa();
    falt.focus();
  }

  falt.addEventListener("input", () => { flytta(); vanta(DROJ); });
  falt.addEventListener("scroll", () => { bakom.scrollTop = falt.scrollTop; });
  new ResizeObserver(() => { bakom.scrollTop = falt.scrollTop; }).observe(falt);
  if (falt.value.trim()) las();
}

function laggBakom(falt) {
  const bakom = document.createElement("div");
  bakom.className = "skrivlager-bakom";
  bakom.setAttribute("aria-hidden", "true");
  const stil = getComputedStyle(falt);
  for (const egenskap of ["padding", "font", "letterSpacing"]) bakom.style[egenskap] = stil[egenskap];
  falt.before(bakom);
  return bakom;
}

// What the server said of finds that are gone now
function friskskriv(ruta, falt) {
  const sagt = ruta.querySelector(".faltfel[data-vakt]");
  if (!sagt) return;
  sagt.textContent = "";
  sagt.hidden = true;
  ruta.classList.remove("har-fel");
  falt.removeAttribute("aria-invalid");
  falt.classList.remove("is-invalid");
}

// What was kept when the form was sent last time
function valda(plats) {
  const val = plats.querySelectorAll("input[value=behall]:checked");
  return new Set([...val].map((e) => e.name));
}

function dold(namn) {
  const e = document.createElement("input");
  [e.type, e.name, e.value] = ["hidden", namn, "behall"];
  return e;
}

function knapp(text, gor) {
  const e = document.createElement("button");
  e.type = "button";
  e.className = "btn btn-outline-primary";
  e.textContent = text;
  e.addEventListener("click", gor);
  return e;
}

// What is taken away takes the space before it along, where no word comes after
function utanHal(text, { start, slut, nytt }) {
  const hal = !nytt && (slut === text.length || /[\s,.;:!?)]/.test(text[slut]));
  return { start: hal && /[^\S\n]/.test(text[start - 1] ?? "") ? start - 1 : start, slut };
}

const skjut = (f, steg) => ({ ...f, start: f.start + steg, slut: f.slut + steg });

// From where to where a find and its wordings reach
const ramen = (f) => ({
  start: Math.min(f.start, ...f.byten.map((b) => b.start)),
  slut: Math.max(f.slut, ...f.byten.map((b) => b.slut)),
});

function rensa(falt) {
  const ren = falt.value.replace(OSYNLIGA, "").normalize("NFC");
  if (ren !== falt.value) {
    const slut = falt.selectionEnd - (falt.value.length - ren.length);
    falt.value = ren;
    falt.setSelectionRange(slut, slut);
  }
  return ren;
}

const bevis = (form) => form.elements.csrfmiddlewaretoken.value;

for (const ruta of document.querySelectorAll(".vaktad")) vakta(ruta);
