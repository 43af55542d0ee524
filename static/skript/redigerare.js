// The editor of rich text: takes the place of each textarea[data-skrivyta] and keeps it
// filled with the HTML that is sent. Without this, or until it has come, the same blocks
// are written in the plain notation in the text area itself.
const VANTA = 250; // ms after the last change before the text area is filled
const FALT = "textarea[data-skrivyta]:not([data-skrivyta-pa])";
const tusental = (tal) => tal.toLocaleString("sv-SE");

async function hamta({ dataset }) {
  const namn = ["motor", "schema", "fotnot", "klistra", "ordbehandlare", "vanlig", "verktyg"];
  const delar = await Promise.all(namn.map((n) => import(dataset[n])));
  return Object.fromEntries(namn.map((n, i) => [n, delar[i]]));
}

// What a reader's aids are told of the text area, told of the surface instead
function egenskaper(falt) {
  const etikett = falt.labels[0];
  if (etikett) etikett.id ||= `${falt.id}-etikett`;
  const alla = {
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": etikett?.id,
    "aria-describedby": falt.getAttribute("aria-describedby"),
    "aria-invalid": falt.getAttribute("aria-invalid"),
    "aria-required": falt.required ? "true" : null,
    class: "brodtext skrivyta-blad",
    lang: "sv",
    spellcheck: "true",
  };
  return Object.fromEntries(Object.entries(alla).filter(([, varde]) => varde));
}

class Redigerare {
  constructor(falt, delar) {
    Object.assign(this, { falt, delar });
    this.ram = falt.closest(".skrivyta-ram");
    this.slag = falt.form?.elements[`${falt.name}-slag`] ?? this.ram.querySelector("[name$='-slag']");
    this.blad = this.ram.querySelector("template[data-blad]");
    this.max = Number(this.ram.dataset.max);
  }

  bygg() {
    const { motor, schema, fotnot, klistra, ordbehandlare, vanlig, verktyg } = this.delar;
    this.delarna = document.createElement("div");
    this.delarna.className = "redigerare";
    this.delarna.append(this.ram.querySelector("template[data-ram]").content.cloneNode(true));
    this.ram.append(this.delarna);
    this.besked = this.delarna.querySelector("[role=status]");
    const klipp = klistra.klippbord({ ordbehandlare, vanlig });
    this.motor = new motor.Editor({
      element: this.delarna.querySelector(".skrivyta-plats"),
      extensions: schema.tillagg(motor, fotnot.fotnot(motor)),
      injectCSS: false, // the policy allows no <style>; tema/redigerare.css has it
      enablePasteRules: false,
      enableInputRules: ["punktlista", "nummerlista", "rubrik"],
      editorProps: {
        attributes: egenskaper(this.falt),
        transformPastedHTML: (html) => klipp.html(html),
        clipboardTextParser: (text, stalle, ren, vy) => this.snitt(klipp.text(text), stalle),
        handlePaste: (vy, handelse, snitt) => this.motta(snitt),
        handleDrop: (vy, handelse, snitt, flyttat) => !flyttat && this.motta(snitt),
      },
      onUpdate: () => this.snart(),
      onBlur: () => this.fyll(),
    });
    this.verktyg = verktyg.satt(this.motor, this.delarna, motor, fotnot);
  }

  // Shows the words of `html`, one block to a line, and fills the text area with them.
  visa(html) {
    const { model, state } = this.delar.motor.pm;
    const dokument = new DOMParser().parseFromString(html.replaceAll("\n", ""), "text/html");
    const lasare = model.DOMParser.fromSchema(this.motor.schema);
    const doc = lasare.parse(dokument.body, { preserveWhitespace: "full" });
    const { tr } = this.motor.state;
    tr.replaceWith(0, tr.doc.content.size, doc.content).setSelection(state.Selection.atStart(tr.doc));
    this.motor.view.dispatch(tr.setMeta("addToHistory", false).setMeta("preventUpdate", true));
    this.skriv();
  }

  html() {
    return this.delar.schema.somHtml(this.delar.motor, this.motor.state.doc);
  }

  skriv() {
    clearTimeout(this.sedan);
    this.sedan = null;
    this.falt.value = this.html();
    this.slag.value = "html";
  }

  snart() {
    clearTimeout(this.sedan);
    this.sedan = setTimeout(() => this.fyll(), VANTA);
  }

  // Fills the text area with what was written since last time, and tells of it.
  fyll() {
    if (!this.sedan) return;
    this.skriv();
    this.falt.dispatchEvent(new Event("input", { bubbles: true }));
    this.sag(this.falt.value.length > this.max ? this.forLang(this.falt.value.length) : "");
  }

  forLang(langd) {
    return `Texten är ${tusental(langd)} tecken och får vara högst ${tusental(this.max)}. Dela upp den på flera kapitel innan du sparar.`;
  }

  sag(text) {
    if (this.besked.textContent !== text) this.besked.textContent = text;
  }

  // Refuses what doesn't fit, so that the server never has to; the clipboard still has it.
  motta(snitt) {
    const langd = this.html().length + snitt.content.textBetween(0, snitt.content.size, "1234567").length;
    if (langd <= this.max) return this.delar.fotnot.klistraINot(this.motor, snitt);
    this.sag(`Det du klistrar in får inte plats: texten skulle bli ${tusental(langd)} tecken och får vara högst ${tusental(this.max)}. Inget klistrades in. Dela upp texten på flera kapitel och klistra in en del i taget.`);
    return true;
  }

  snitt(html, stalle) {
    const { model } = this.delar.motor.pm;
    const dokument = new DOMParser().parseFromString(html, "text/html");
    const lasare = model.DOMParser.fromSchema(this.motor.schema);
    return lasare.parseSlice(dokument.body, { preserveWhitespace: true, context: stalle });
  }

  // The text area is set from outside (a draft is brought back) and told by `change`
  las() {
    if (this.slag.value === "html") this.visa(this.falt.value);
    else this.lamna();
  }

  // Gives the text area back, with what stands in it.
  lamna() {
    this.slut();
    this.delarna.remove();
    this.falt.hidden = false;
    this.falt.required = this.kravs;
    this.falt.removeAttribute("data-skrivyta-pa");
    delete this.falt.focus;
  }

  slut() {
    clearTimeout(this.sedan);
    this.motor.destroy();
    this.lyssnar.abort();
  }

  koppla() {
    const { falt } = this;
    this.lyssnar = new AbortController();
    const { signal } = this.lyssnar;
    this.kravs = falt.required;
    falt.required = false; // the browser can't point at a field that isn't shown
    falt.hidden = true;
    falt.dataset.skrivytaPa = "";
    falt.focus = () => this.motor.commands.focus();
    falt.addEventListener("change", () => this.las(), { signal });
    falt.labels[0]?.addEventListener("click", () => falt.focus(), { signal });
    falt.form?.addEventListener("submit", () => this.fyll(), { signal, capture: true });
    falt.form?.addEventListener("formdata", (e) => {
      this.fyll();
      e.formData.set(falt.name, falt.value);
    }, { signal });
    falt.form?.addEventListener("reset", () => setTimeout(() => this.visa(this.blad.innerHTML)), { signal });
    addEventListener("pagehide", () => this.fyll(), { signal });
    // A form that was closed in its place takes its editor with it
    document.addEventListener("htmx:load", () => falt.isConnected || this.slut(), { signal });
    document.addEventListener("click", (e) => {
      const lank = e.target.closest?.(`a[href="#${CSS.escape(falt.id)}"]`);
      if (!lank) return;
      e.preventDefault();
      falt.focus();
    }, { signal });
  }
}

async function ersatt(falt) {
  const delar = await hamta(falt.closest(".skrivyta-ram"));
  if (!falt.isConnected || falt.matches("[data-skrivyta-pa]")) return;
  const redigerare = new Redigerare(falt, delar);
  const html = redigerare.slag.value === "html"; // the browser brought back what was sent
  // Whoever had begun to write plainly before the editor came goes on doing so
  if (!html && falt.value !== falt.defaultValue) return;
  const fokus = document.activeElement === falt;
  const skrivet = html ? falt.value : redigerare.blad.innerHTML;
  redigerare.bygg();
  redigerare.koppla();
  redigerare.visa(skrivet);
  if (fokus) falt.focus();
  falt.dispatchEvent(new CustomEvent("skrivyta:klar", { bubbles: true }));
}

const alla = (rot) => rot.querySelectorAll?.(FALT).forEach(ersatt);
document.addEventListener("htmx:load", (e) => alla(e.detail.elt));
alla(document);
