// Marks words in a text with the mouse or the keyboard, to be hidden with the form.
// Without this the program's finds are ticked, and other words are typed.

const antalTecken = (text) => [...text].length; // code points, as the server counts

// What is said beside hidden words is on the page, but not in the text
function textensLangd(bit) {
  for (const e of bit.querySelectorAll("[data-ej-text]")) e.remove();
  return antalTecken(bit.textContent);
}

function platsen(ruta, behallare, steg) {
  const fram = document.createRange();
  fram.setStart(ruta, 0);
  fram.setEnd(behallare, steg);
  return textensLangd(fram.cloneContents());
}

function markerat(ruta) {
  const val = document.getSelection();
  if (!val.rangeCount || val.isCollapsed) return null;
  const del = val.getRangeAt(0);
  if (!ruta.contains(del.commonAncestorContainer)) return null;
  const bit = del.cloneContents();
  for (const e of bit.querySelectorAll("[data-ej-text]")) e.remove();
  const ord = bit.textContent;
  if (!ord.trim()) return null;
  const fore = antalTecken(ord) - antalTecken(ord.trimStart());
  const start = platsen(ruta, del.startContainer, del.startOffset) + fore;
  return { start, slut: start + antalTecken(ord.trim()), ord: ord.trim() };
}

function laggTill(ruta, { start, slut, ord }) {
  const form = ruta.closest("form");
  const rad = form.querySelector("[data-markrad]").content.firstElementChild.cloneNode(true);
  const gomd = document.createElement("input");
  gomd.type = "hidden";
  gomd.name = "markering";
  gomd.value = `${start}:${slut}:${form.elements.typ.value}`;
  const vad = form.elements.typ.selectedOptions[0].textContent;
  rad.firstElementChild.textContent = `”${ord}” (${vad.toLowerCase()})`;
  rad.querySelector(".visually-hidden").textContent = `: ${ord}`;
  rad.querySelector("button").addEventListener("click", () => {
    rad.remove();
    form.querySelector("[data-markera]").focus();
  });
  rad.append(gomd);
  form.querySelector("[data-marklista]").append(rad);
}

function rusta(ruta) {
  if (ruta.dataset.marktext === "klar") return;
  ruta.dataset.marktext = "klar";
  const form = ruta.closest("form");
  ruta.after(form.querySelector("[data-markmall]").content.cloneNode(true));
  ruta.tabIndex = 0; // the keyboard's selection starts in it
  let sist = null;
  document.addEventListener("selectionchange", () => { sist = markerat(ruta) ?? sist; });
  form.querySelector("[data-markera]").addEventListener("click", () => {
    const besked = form.querySelector("[data-markbesked]");
    if (!sist) {
      besked.textContent = "Markera först ord i texten.";
      return;
    }
    laggTill(ruta, sist);
    besked.textContent = `”${sist.ord}” är med. Välj sedan Dölj det valda.`;
    sist = null;
  });
}

function forbattra(rot) {
  for (const ruta of document.querySelectorAll("[data-marktext]")) {
    if (rot.contains(ruta)) rusta(ruta);
  }
}

forbattra(document);
document.addEventListener("htmx:load", (e) => forbattra(e.detail.elt));
