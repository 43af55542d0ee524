// Buttons that add, remove and move the rows of an activity's roles, without a reload.
// Without this an emptied row goes away, and a saved form has two more empty rows.
const TOM = "tom rad";

const ramen = (e) => e.closest("[data-rollrader]");
const raderna = (ram) => [...ram.querySelectorAll(".parrad")];

function numrera(ram) {
  const nya = raderna(ram);
  nya.forEach((rad, i) => {
    for (const e of rad.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
      for (const namn of ["name", "id", "for", "aria-describedby"]) {
        const fore = e.getAttribute(namn);
        if (fore) e.setAttribute(namn, fore.replace(/ansvar-\d+-/g, `ansvar-${i}-`));
      }
    }
    rad.querySelector("legend").textContent = `Ansvarig ${i + 1}`;
    rad.querySelector("[data-rad=upp]").disabled = i === 0;
    rad.querySelector("[data-rad=ner]").disabled = i === nya.length - 1;
    const roll = rad.querySelector("[name$='-roll']").value.trim() || TOM;
    for (const e of rad.querySelectorAll("[data-radnamn]")) e.textContent = roll;
  });
  ram.querySelector("[name$=TOTAL_FORMS]").value = nya.length;
}

function geKnappar(rad, ram) {
  if (rad.querySelector(".radknappar")) return;
  rad.append(ram.querySelector("[data-radknappar]").content.cloneNode(true));
}

// One empty row is enough where the next is a press away
function enTom(ram) {
  const tomma = raderna(ram).filter((rad) => !rad.querySelector("[name$='-roll']").value
    && !rad.querySelector(".faltfel"));
  for (const rad of tomma.slice(1)) rad.remove();
}

function nyRad(ram) {
  const sist = raderna(ram).at(-1);
  const rad = sist.cloneNode(true);
  for (const e of rad.querySelectorAll(".rollval, .rollnot, .faltfel")) e.remove();
  for (const e of rad.querySelectorAll(".har-fel")) e.classList.remove("har-fel");
  const ruta = rad.querySelector("[name$='-roll']");
  for (const namn of ["role", "value", "aria-invalid"]) ruta.removeAttribute(namn);
  ruta.classList.remove("is-invalid");
  ruta.value = "";
  rad.querySelector("select").selectedIndex = 0;
  sist.after(rad);
  numrera(ram);
  rad.dispatchEvent(new Event("rollrader:ny", { bubbles: true }));
  return ruta;
}

function flytta(ram, rad, granne, fore, vart) {
  if (fore) granne.before(rad); else granne.after(rad);
  numrera(ram);
  const knapp = rad.querySelector(`[data-rad=${vart}]`);
  (knapp.disabled ? rad.querySelector("[data-rad]:not([disabled])") : knapp).focus();
  const plats = raderna(ram).indexOf(rad) + 1;
  ram.querySelector("[data-rollbesked]").textContent = `Flyttad till plats ${plats}.`;
}

function taBort(ram, rad) {
  if (raderna(ram).length === 1) nyRad(ram);
  const granne = rad.nextElementSibling?.matches(".parrad")
    ? rad.nextElementSibling : rad.previousElementSibling;
  rad.remove();
  numrera(ram);
  granne.querySelector("[name$='-roll']").focus();
  ram.querySelector("[data-rollbesked]").textContent = "Raden är borttagen.";
  andrat(ram);
}

// A moved or removed row is a change too: the draft must hear of it
const andrat = (ram) => ram.dispatchEvent(new Event("input", { bubbles: true }));

function tryck(knapp) {
  const ram = ramen(knapp);
  const rad = knapp.closest(".parrad");
  const vad = knapp.dataset.rad;
  if (vad === "ny") nyRad(ram).focus();
  else if (vad === "bort") taBort(ram, rad);
  else {
    const granne = vad === "upp" ? rad.previousElementSibling : rad.nextElementSibling;
    flytta(ram, rad, granne, vad === "upp", vad);
    andrat(ram);
  }
}

document.addEventListener("click", ({ target }) => {
  const knapp = target.closest("[data-rollrader] button[data-rad]");
  if (knapp) tryck(knapp);
});
document.addEventListener("change", ({ target }) => {
  const ram = ramen(target);
  if (ram) numrera(ram); // the buttons bear the role's name
});
// A draft may hold more rows than the form has
document.addEventListener("utkast:rader", ({ target, detail }) => {
  const ram = target.querySelector("[data-rollrader]");
  while (ram && raderna(ram).length < detail.get("ansvar-TOTAL_FORMS")) nyRad(ram);
});

function forbattra(rot) {
  for (const ram of document.querySelectorAll("[data-rollrader]")) {
    if (!rot.contains(ram)) continue;
    for (const e of ram.querySelectorAll("[data-utan-skript]")) e.hidden = true;
    ram.querySelector("[data-rad=ny]").hidden = false;
    enTom(ram);
    for (const rad of raderna(ram)) geKnappar(rad, ram);
    numrera(ram);
  }
}

forbattra(document);
document.addEventListener("htmx:load", (e) => forbattra(e.detail.elt));
