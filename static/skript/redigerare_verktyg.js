// The editor's toolbar and its box for links: words on buttons, one stop for Tab, arrows
// between them. Without this there is no editor.
const SCHEMA = /^(?:https?:\/\/\S|mailto:\S+@|tel:\+?\d)/i;
const NAGOT_SCHEMA = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const FEL = "Skriv en hel adress, till exempel https://www.granby.se, mailto:namn@granby.se eller tel:010-123 45 67.";

// Returns a typed address as it is to be kept, or null when it can't be one.
export function hel(skriven) {
  const adress = skriven.replace(/[\u0000-\u001f\u007f]/g, "").trim().replace(/ /g, "%20");
  if (SCHEMA.test(adress)) return adress;
  if (!adress || NAGOT_SCHEMA.test(adress)) return null;
  if (/^[^/@\s]+@[^/@\s]+\.[^/@\s]+$/.test(adress)) return `mailto:${adress}`;
  return /^[^/\s.]+\.[^\s]{2,}$/.test(adress) ? `https://${adress}` : null;
}

export function satt(editor, ram, motor, fotnot) {
  const verktyg = new Verktyg(editor, ram, motor, fotnot);
  verktyg.koppla();
  verktyg.visa();
  return verktyg;
}

class Verktyg {
  constructor(editor, ram, motor, fotnot) {
    Object.assign(this, { editor, ram, motor, fotnot });
    this.rad = ram.querySelector("[role=toolbar]");
    this.knappar = [...this.rad.querySelectorAll("button")];
    this.ruta = ram.querySelector(".lankruta");
    this.falt = Object.fromEntries(["ord", "adress"].map((n) => [n, this.ruta.querySelector(`[data-las=${n}] input`)]));
    this.fel = this.ruta.querySelector(".faltfel");
  }

  get deder() {
    const gor = () => this.editor.chain().focus();
    return {
      fet: () => gor().toggleMark("fet").run(),
      kursiv: () => gor().toggleMark("kursiv").run(),
      rubrik: () => gor().rubrik().run(),
      punktlista: () => gor().toggleList("punktlista", "punkt").run(),
      nummerlista: () => gor().toggleList("nummerlista", "punkt").run(),
      in: () => gor().sinkListItem("punkt").run(),
      ut: () => gor().liftListItem("punkt").run(),
      fotnot: () => gor().fotnot().run(),
      angra: () => gor().undo().run(),
      gorom: () => gor().redo().run(),
      lank: () => (this.ruta.hidden ? this.oppna() : this.stang()),
      lanka: () => this.lanka(),
      avlanka: () => { gor().extendMarkRange("lank").unsetMark("lank").run(); this.stang(); },
      avbryt: () => this.stang(),
    };
  }

  koppla() {
    this.ram.addEventListener("mousedown", (e) => {
      if (e.target.closest("[role=toolbar] button")) e.preventDefault(); // focus stays in the text
    });
    this.ram.addEventListener("click", (e) => {
      const knapp = e.target.closest("button[data-gor]");
      if (knapp && knapp.getAttribute("aria-disabled") !== "true") this.deder[knapp.dataset.gor]();
    });
    this.rad.addEventListener("keydown", (e) => this.flytta(e));
    this.ruta.addEventListener("keydown", (e) => this.iRutan(e));
    this.editor.view.dom.addEventListener("keydown", (e) => this.iTexten(e));
    this.editor.on("transaction", () => this.visa());
    this.stopp(this.knappar[0]);
  }

  iTexten(e) {
    // The browser tells what is selected a moment later than the key
    if (e.key === "k" && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey) setTimeout(() => this.oppna(), 10);
    else if (e.key === "F10" && e.altKey) this.knappar.find((k) => k.tabIndex === 0).focus();
    else return;
    e.preventDefault();
  }

  // The toolbar has one stop for Tab: where one was last
  stopp(vald) {
    for (const knapp of this.knappar) knapp.tabIndex = knapp === vald ? 0 : -1;
  }

  flytta(e) {
    const synliga = this.knappar.filter((k) => !k.hidden);
    const har = synliga.indexOf(document.activeElement);
    const till = { ArrowRight: har + 1, ArrowLeft: har - 1, Home: 0, End: -1 }[e.key];
    if (e.key === "Escape") this.editor.commands.focus();
    else if (till === undefined) return;
    else {
      const knapp = synliga.at(till % synliga.length);
      this.stopp(knapp);
      knapp.focus();
    }
    e.preventDefault();
    e.stopPropagation();
  }

  visa() {
    const { editor } = this;
    const iNot = Boolean(this.fotnot.nu(editor.state));
    const iLista = editor.isActive("punkt");
    const tryckt = {
      fet: editor.isActive("fet"),
      kursiv: editor.isActive("kursiv"),
      rubrik: editor.isActive("rubrik"),
      punktlista: this.narmastaLista() === "punktlista",
      nummerlista: this.narmastaLista() === "nummerlista",
      lank: editor.isActive("lank"),
      fotnot: iNot,
    };
    const { undoDepth, redoDepth } = this.motor.pm.history;
    const avstangd = { angra: !undoDepth(editor.state), gorom: !redoDepth(editor.state) };
    for (const knapp of this.knappar) {
      const { gor } = knapp.dataset;
      if (gor in tryckt) satt_(knapp, "aria-pressed", String(tryckt[gor]));
      if (gor in avstangd) satt_(knapp, "aria-disabled", String(avstangd[gor]));
      if (gor === "in" || gor === "ut") knapp.hidden = !iLista;
    }
    if (iNot !== this.iNot) this.sagNot(iNot);
  }

  sagNot(iNot) {
    const plats = this.ram.querySelector("[role=status]");
    if (iNot) plats.textContent = "Du skriver en fotnot. Högerpil eller Escape leder tillbaka till texten.";
    else if (this.iNot) plats.textContent = "";
    this.iNot = iNot;
  }

  narmastaLista() {
    const { $from } = this.editor.state.selection;
    for (let djup = $from.depth; djup > 0; djup -= 1) {
      const { name } = $from.node(djup).type;
      if (name.endsWith("lista")) return name;
    }
    return null;
  }

  oppna() {
    const { editor, falt } = this;
    editor.commands.extendMarkRange("lank");
    const { empty } = editor.state.selection;
    const lankad = editor.isActive("lank");
    falt.adress.value = editor.getAttributes("lank").href ?? "";
    falt.ord.value = "";
    falt.ord.closest("label").hidden = !empty;
    this.ruta.querySelector("[data-gor=avlanka]").hidden = !lankad;
    this.visaFel("");
    this.visaRuta(true);
    (empty ? falt.ord : falt.adress).focus();
  }

  visaRuta(synlig) {
    this.ruta.hidden = !synlig;
    this.rad.querySelector("[data-gor=lank]").setAttribute("aria-expanded", String(synlig));
  }

  stang() {
    this.visaRuta(false);
    this.editor.commands.focus();
  }

  visaFel(text) {
    this.fel.textContent = text;
    this.fel.hidden = !text;
    this.falt.adress.setAttribute("aria-invalid", String(Boolean(text)));
  }

  lanka() {
    const href = hel(this.falt.adress.value);
    if (!href) {
      this.visaFel(FEL);
      this.falt.adress.focus();
      return;
    }
    const { state } = this.editor;
    const lank = { type: "lank", attrs: { href } };
    const kedja = this.editor.chain().focus();
    if (state.selection.empty) {
      const text = this.falt.ord.value.trim() || this.falt.adress.value.trim();
      const marks = [...(state.storedMarks || state.selection.$from.marks()).map((m) => m.toJSON()), lank];
      kedja.insertContent({ type: "text", text, marks }).unsetMark("lank").run();
    } else kedja.setMark("lank", lank.attrs).setTextSelection(state.selection.to).run();
    this.stang();
  }

  iRutan(e) {
    if (e.key === "Escape") this.stang();
    else if (e.key === "Enter" && e.target.matches("input")) this.lanka();
    else return;
    e.preventDefault(); // Enter must not send the form that the box stands in
    e.stopPropagation();
  }
}

function satt_(element, egenskap, varde) {
  if (element.getAttribute(egenskap) !== varde) element.setAttribute(egenskap, varde);
}
