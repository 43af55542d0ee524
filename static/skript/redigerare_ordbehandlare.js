// What Word, LibreOffice and Google Docs mean by their markup: which paragraphs are points
// of a list, which are headings, and which words at the end are footnotes.
const LISTA = /mso-list:\s*l\d+\s+level(\d+)/i;
const NUMRERAD = /^\(?(?:\d+|[a-zåäö]|[ivxlc]+)(?:\.\d+)*[.)]/i;
const RUBRIKKLASS = /^(?:Mso(?:Heading|Title|Subtitle)|Heading\s?\d|Rubrik\s?\d)/i;
const NOTKROPP = "div[id], li, p, dd, aside";
const KOMMENTARER = "a.msocomanchor, .MsoCommentReference, [style-som*='mso-element:comment']";

// Returns what kind of point a paragraph of Word's is, or null.
export function punkt(nod) {
  const niva = LISTA.exec(nod.getAttribute("style-som") ?? "")?.[1];
  if (!niva) return null;
  const tecken = nod.querySelector("[style-som*='mso-list:Ignore' i]")?.textContent ?? "";
  return { slag: NUMRERAD.test(tecken.trim()) ? "ol" : "ul", niva: Number(niva) };
}

export function arRubrik(nod) {
  if (nod.getAttribute("role") === "heading") return true;
  return [...nod.classList].some((klass) => RUBRIKKLASS.test(klass));
}

// Makes the tree say what is meant: notes stand where their marks stood, and comments of
// a reviewer are gone.
export function ordna(rot) {
  for (const nod of rot.querySelectorAll(KOMMENTARER)) nod.remove();
  const kroppar = new Set();
  for (const anrop of rot.querySelectorAll("a[href*='#']")) {
    const kropp = kroppen(rot, anrop);
    if (!kropp) continue;
    const not = rot.ownerDocument.createElement("span");
    not.className = "fotnot";
    not.append(...kropp.cloneNode(true).childNodes);
    const markerad = anrop.closest("sup");
    (markerad?.textContent.trim() === anrop.textContent.trim() ? markerad : anrop).replaceWith(not);
    kroppar.add(kropp);
  }
  for (const kropp of kroppar) kropp.remove();
}

const mal = (lank) => lank.getAttribute("href").split("#")[1];

function med(rot, namn) {
  const n = CSS.escape(namn);
  return namn ? rot.querySelector(`[id="${n}"], [name="${n}"]`) : null;
}

// A mark and its note point at each other. Returns the note, without its way back.
function kroppen(rot, anrop) {
  const dit = med(rot, mal(anrop));
  if (!dit || dit === anrop || !(anrop.compareDocumentPosition(dit) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  const kropp = ytterst(dit);
  const egna = [anrop.id, anrop.getAttribute("name"), anrop.closest("sup[id], span[id]")?.id].filter(Boolean);
  if (!kropp || kropp.contains(anrop)) return null;
  const vagar = [...kropp.querySelectorAll("a[href*='#']")];
  const tillbaka = vagar.filter((a) => egna.includes(mal(a)));
  if (!tillbaka.length && !kropp.dataset.not) return null;
  for (const a of tillbaka) (a.closest("sup") ?? a).remove();
  kropp.dataset.not = "ja"; // two marks may share a note
  return kropp;
}

// Word's note is a paragraph in a box of its own: the box is the note.
function ytterst(dit) {
  const kropp = dit.closest(NOTKROPP);
  const lada = kropp?.parentElement?.closest("div[id]");
  return lada && lada.querySelectorAll("p").length === kropp.parentElement.querySelectorAll("p").length && /^(?:ftn|edn|sdfootnote|sdendnote)/.test(lada.id) ? lada : kropp;
}
