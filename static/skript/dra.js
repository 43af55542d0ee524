// Drags a chapter or an activity by its handle, a.grepp, with mouse, pen or finger, to
// another place on the paper or onto a chapter in the list of contents. What it comes to
// is sent by ordna.js. Without this the handle is a link, and buttons do the same.
const TROSKEL = 6; // px before a press has become a drag
const KANT = 70; // px from the window's edge where the page begins to roll
const linje = document.createElement("div");
linje.className = "slapplinje";

const ark = () => document.querySelector(".ark");
const tinget = (e) => e.closest("tr[data-pk], section.kapitel");
const arRad = (ting) => ting.matches("tr");
const ar1 = (avsnitt) => avsnitt.matches(".niva-1");
const avsnitten = () => [...ark().querySelectorAll("section.kapitel")];
const raderna = (kapitel) => [...kapitel.querySelectorAll("tr[data-pk]")];

function kapitlet(del) {
  const alla = avsnitten();
  return alla.slice(0, alla.indexOf(del) + 1).findLast(ar1);
}

// A chapter with its sections, as one thing on the paper
function gruppen(kapitel) {
  const alla = avsnitten();
  const fran = alla.indexOf(kapitel);
  const till = alla.findIndex((a, i) => i > fran && ar1(a));
  return alla.slice(fran, till < 0 ? undefined : till);
}

function ruta(delar) {
  const [forst, sist] = [delar[0], delar.at(-1)].map((d) => d.getBoundingClientRect());
  return { vanster: forst.left, bredd: forst.width, topp: forst.top, botten: sist.bottom };
}

// Where among `syskon` the pointer is: [place without what is dragged, y of the line]
function ibland(ting, syskon, y, mat) {
  const andra = syskon.filter((s) => s !== ting);
  const rutor = andra.map(mat);
  const fore = rutor.findIndex((r) => y < (r.topp + r.botten) / 2);
  const plats = fore < 0 ? andra.length : fore;
  const vid = rutor[plats] || rutor.at(-1);
  return { plats, vid, y: fore < 0 ? vid?.botten : vid.topp };
}

function malForRad(ting, kapitel, y, iListan) {
  const rader = raderna(kapitel);
  if (iListan || !rader.some((r) => r !== ting)) return { till: kapitel, plats: 10000 };
  return { till: kapitel, ...ibland(ting, rader, y, (r) => ruta([r])) };
}

function malForDel(ting, under, y, iListan) {
  const kapitel = kapitlet(under);
  const delar = gruppen(kapitel).slice(1);
  if (iListan && under === kapitel) return { till: kapitel, plats: 10000 };
  if (iListan) return { till: kapitel, plats: delar.filter((d) => d !== ting).indexOf(under) };
  if (!delar.some((d) => d !== ting)) return { till: kapitel, plats: 0 };
  return { till: kapitel, ...ibland(ting, delar, y, (d) => ruta([d])) };
}

function malForKapitel(ting, under, y, iListan) {
  const alla = avsnitten().filter(ar1);
  const andra = alla.filter((a) => a !== ting);
  if (iListan) {
    const over = kapitlet(under);
    const efter = alla.indexOf(over) > alla.indexOf(ting);
    return over === ting ? null : { till: null, plats: andra.indexOf(over) + efter };
  }
  return { till: null, ...ibland(ting, alla, y, (k) => ruta(gruppen(k))) };
}

function malet(ting, x, y) {
  const under = document.elementFromPoint(x, y);
  const lank = under?.closest(".kapitellista a");
  const avsnitt = lank
    ? document.getElementById(lank.hash.slice(1)) : under?.closest("section.kapitel");
  if (!avsnitt || avsnitt === ting) return null;
  let mal;
  if (arRad(ting)) mal = malForRad(ting, avsnitt, y, lank);
  else mal = (ar1(ting) ? malForKapitel : malForDel)(ting, avsnitt, y, lank);
  return mal && { ...mal, visa: lank || avsnitt };
}

function rita(mal) {
  const vid = mal?.vid || (mal && ruta([mal.visa]));
  linje.hidden = !vid;
  if (!vid) return;
  const stil = linje.style;
  stil.left = `${vid.vanster}px`;
  stil.width = `${vid.bredd}px`;
  stil.top = `${mal.y ?? vid.botten}px`;
}

let drag = null;

function borja(e) {
  drag.pagar = true;
  document.body.append(linje);
  document.documentElement.dataset.drar = "";
  drag.grepp.setPointerCapture(e.pointerId);
  rulla();
}

function rulla() {
  if (!drag?.pagar) return;
  const over = KANT - drag.y;
  const nedan = drag.y - (innerHeight - KANT);
  if (over > 0) scrollBy({ top: -over / 4, behavior: "instant" });
  else if (nedan > 0) scrollBy({ top: nedan / 4, behavior: "instant" });
  drag.mal = malet(drag.ting, drag.x, drag.y);
  rita(drag.mal);
  requestAnimationFrame(rulla);
}

function sluta() {
  linje.remove();
  delete document.documentElement.dataset.drar;
  drag = null;
}

document.addEventListener("pointerdown", (e) => {
  const grepp = e.target.closest?.(".grepp");
  if (!grepp || e.button) return;
  drag = { grepp, ting: tinget(grepp), x0: e.clientX, y0: e.clientY, x: e.clientX, y: e.clientY };
});
document.addEventListener("pointermove", (e) => {
  if (!drag) return;
  [drag.x, drag.y] = [e.clientX, e.clientY];
  if (!drag.pagar && Math.hypot(drag.x - drag.x0, drag.y - drag.y0) > TROSKEL) borja(e);
});
document.addEventListener("pointerup", () => {
  const slut = drag;
  if (!drag) return;
  if (drag.pagar) {
    drag.mal = malet(drag.ting, drag.x, drag.y);
    // The press may end with a click on the handle, which would open the bar
    const ingenting = (e) => { e.preventDefault(); e.stopPropagation(); };
    addEventListener("click", ingenting, { capture: true });
    setTimeout(() => removeEventListener("click", ingenting, { capture: true }));
  }
  sluta();
  if (!slut.pagar || !slut.mal) return;
  document.dispatchEvent(new CustomEvent("plan:flytta", { detail: { ting: slut.ting, ...slut.mal } }));
});
document.addEventListener("pointercancel", sluta);
document.addEventListener("keydown", (e) => {
  if (!drag?.pagar || e.key !== "Escape") return;
  e.preventDefault();
  sluta();
});
