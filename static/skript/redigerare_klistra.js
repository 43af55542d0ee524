// What is pasted, from Word, the web or anywhere, as clean blocks: words, headings, lists,
// links, bold, italic and notes; nothing else. Without this there is no editor.
const TAGGAR = /<(\/?)([a-z][^\s/>]*)((?:=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>][^\s>]*)?|[^=<>])*)>|<!--[\s\S]*?-->|<[!?/][^>]*>/gi;
// Word draws a point's bullet itself, and tells other programs so
const RITAT_TECKEN = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]{0,2000}?)<!(?:--)?\[endif\](?:--)?>/gi;
const EGENSKAP = /([^\s"'=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'][^\s]*))/g;
const BEHALLS = new Set("href id name class style role aria-level data-aria-level data-pm-slice".split(" "));
const UTAN_ORD = new Set("script style title template xml object iframe noembed".split(" "));
const RUBRIK = /^h[1-6]$/;
const BLOCK = new Set("p div section article blockquote pre dl dt dd hr figure figcaption address header footer main aside nav center form fieldset".split(" "));
const KANDA = new Set([...BLOCK, ..."h1 h2 h3 h4 h5 h6 br ul ol li table tbody thead tfoot tr td th caption a b strong i em cite span sup".split(" ")]);
const PUNKT = /^[•●▪■◦○‣⁃∙·\uf0b7\uf0a7\uf02d]\s+/;
const FET = /(?<![-\w])font-weight:\s*(bold|bolder|[6-9]00)/i;
const EJ_FET = /(?<![-\w])font-weight:\s*(normal|lighter|[1-5]00)/i;
const SCHEMAN = /^(?:https?|mailto|tel):/i;

const skydda = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

// Returns `html` with only tags we know and properties that do nothing by themselves: our
// content policy counts each style and handler that a browser so much as reads.
export function ofarlig(klipp) {
  const html = klipp.replace(RITAT_TECKEN, '<span style="mso-list:Ignore">$1</span>');
  const monster = new RegExp(TAGGAR);
  const oppna = new Set(); // elements that are never closed: their words stay
  let slut = 0;
  let ut = "";
  for (let m = monster.exec(html); m; m = monster.exec(html)) {
    ut += html.slice(slut, m.index).replaceAll("<", "&lt;") + tagg(m);
    const efter = m[1] || !UTAN_ORD.has(m[2]?.toLowerCase()) ? null : slutet(html, m, monster.lastIndex, oppna);
    if (efter) monster.lastIndex = efter;
    slut = monster.lastIndex;
  }
  return ut + html.slice(slut).replaceAll("<", "&lt;");
}

// Returns where an element that holds no words of a text is over, or null.
function slutet(html, [, , namn], fran, oppna) {
  const stang = new RegExp(`</${namn}\\s*>`, "gi");
  stang.lastIndex = fran;
  if (oppna.has(namn) || !stang.test(html)) {
    oppna.add(namn);
    return null;
  }
  return stang.lastIndex;
}

function tagg([, slut, namn, egenskaper]) {
  if (!namn) return ""; // a comment
  const gemen = namn.toLowerCase();
  if (!KANDA.has(gemen)) return "";
  if (slut) return `</${gemen}>`;
  const kvar = [...egenskaper.matchAll(EGENSKAP)]
    .map(([, e, a, b, c]) => [e.toLowerCase(), a ?? b ?? c])
    .filter(([e]) => BEHALLS.has(e))
    .map(([e, v]) => ` ${e === "style" ? "style-som" : e}="${v.replace(/[<"]/g, (t) => (t === "<" ? "&lt;" : "&quot;"))}"`);
  return `<${gemen}${kvar.join("")}>`;
}

// Returns the clipboard's two readers; both answer HTML of our blocks.
export function klippbord({ ordbehandlare, vanlig }) {
  const html = (klipp) => {
    const ren = ofarlig(klipp);
    if (/<[a-z][^<]* data-pm-slice=/.test(ren)) return ren; // from a surface like this one
    const { body } = new DOMParser().parseFromString(ren, "text/html");
    ordbehandlare.ordna(body);
    const lasare = new Lasare(ordbehandlare);
    lasare.barnen(body, {});
    lasare.bryt();
    return skriv(lasare.block);
  };
  return { html, text: (klipp) => skriv(vanlig.las(klipp)) };
}

// Reads a tree into blocks: { slag: "p" | "h3" | "ul" | "ol", niva, lopor: [[words, marks]] }
class Lasare {
  constructor(ordbehandlare) {
    Object.assign(this, { ordbehandlare, block: [], platt: 0, noter: 0 });
    this.borja();
  }

  borja(nytt = { slag: "p", niva: 0 }) {
    this.nu = { ...nytt, lopor: [] };
  }

  // Ends the open block. Inside a point, a note or a table's cell it is only a space.
  bryt(nytt, marken) {
    if (this.platt) {
      this.ord(" ", marken ?? {});
      return;
    }
    if (this.nu.lopor.some(([ord]) => ord.trim())) this.block.push(this.nu);
    this.borja(nytt);
  }

  ord(text, marken) {
    this.nu.lopor.push([text, marken]);
  }

  barnen(nod, marken) {
    for (const barn of nod.childNodes) {
      if (barn.nodeType === Node.TEXT_NODE) this.ord(barn.data, marken);
      else if (barn.nodeType === Node.ELEMENT_NODE) this.element(barn, marken);
    }
  }

  element(nod, marken) {
    const namn = nod.localName;
    const stil = nod.getAttribute("style-som") ?? "";
    if (/mso-list:\s*ignore|display:\s*none|mso-hide:\s*all/i.test(stil)) return;
    if (namn === "br") this.radbrytning(marken);
    else if (nod.matches(".fotnot")) this.noten(nod, marken);
    else if (RUBRIK.test(namn) || this.ordbehandlare.arRubrik(nod)) this.som({ slag: "h3", niva: 0 }, nod, {});
    else if (namn === "ul" || namn === "ol") this.lista(nod, marken);
    else if (namn === "li") this.som(this.punkt(nod), nod, marken);
    else if (namn === "table") this.tabell(nod, marken);
    else if (namn === "pre") this.rader(nod, marken);
    else if (BLOCK.has(namn)) this.som(this.ordbehandlare.punkt(nod) ?? { slag: "p", niva: 0 }, nod, marken);
    else this.barnen(nod, medMarken(nod, stil, marken));
  }

  som(slag, nod, marken) {
    const iPunkt = this.nu.niva && nod.localName !== "li" && !slag.niva && nod.closest("li");
    if (iPunkt || this.platt) {
      this.ord(" ", marken);
      this.barnen(nod, marken);
      this.ord(" ", marken);
      return;
    }
    this.bryt(slag);
    this.barnen(nod, slag.slag === "h3" ? {} : marken);
    this.bryt();
  }

  radbrytning(marken) {
    if (this.nu.niva || this.platt) this.ord(" ", marken);
    else this.bryt();
  }

  punkt(li) {
    const sagd = Number(li.getAttribute("data-aria-level") ?? li.getAttribute("aria-level"));
    return { slag: li.closest("ul, ol")?.localName ?? "ul", niva: sagd || this.djup || 1 };
  }

  lista(nod, marken) {
    this.bryt(undefined, marken);
    this.djup = (this.djup ?? 0) + 1;
    this.barnen(nod, marken);
    this.djup -= 1;
    this.bryt(undefined, marken);
  }

  noten(nod, marken) {
    this.noter += 1;
    this.platt += 1;
    this.barnen(nod, { ...marken, not: this.noter });
    this.platt -= 1;
  }

  rader(nod, marken) {
    this.bryt();
    for (const rad of nod.textContent.split("\n")) {
      this.ord(rad, marken);
      this.bryt();
    }
  }

  // A row is a paragraph; a table that only places text is the text.
  tabell(nod, marken) {
    this.bryt();
    for (const rad of nod.querySelectorAll("tr, caption")) {
      if (rad.closest("table") !== nod) continue;
      const celler = [...rad.children].filter((c) => c.textContent.trim());
      const placerar = celler.length < 2 || celler.some((c) => c.querySelectorAll("p, li, h1, h2, h3, table").length > 3);
      if (rad.localName === "caption" || placerar) for (const c of rad.localName === "caption" ? [rad] : celler) { this.barnen(c, marken); this.bryt(); }
      else this.rad(celler, marken);
    }
  }

  rad(celler, marken) {
    this.platt += 1;
    for (const cell of celler) {
      this.barnen(cell, marken);
      this.ord(" ", {});
    }
    this.platt -= 1;
    this.bryt();
  }
}

function medMarken(nod, stil, marken) {
  const ut = { ...marken };
  const namn = nod.localName;
  if (((namn === "b" || namn === "strong") && !EJ_FET.test(stil)) || FET.test(stil)) ut.strong = true;
  else if (EJ_FET.test(stil)) delete ut.strong;
  if (["i", "em", "cite"].includes(namn) || /font-style:\s*italic/i.test(stil)) ut.em = true;
  const href = namn === "a" ? nod.getAttribute("href")?.trim() : null;
  if (href && SCHEMAN.test(href)) ut.href = href;
  return ut;
}

// Returns blocks as HTML.
function skriv(block) {
  const ut = [];
  for (let i = 0; i < block.length; i += 1) {
    const b = block[i].niva ? block[i] : utanTecken(block[i]);
    if (!b.niva) ut.push(`<${b.slag}>${skrivLopor(b)}</${b.slag}>`);
    else {
      const punkter = [b];
      while (i + 1 < block.length) {
        const nasta = block[i + 1].niva ? block[i + 1] : utanTecken(block[i + 1]);
        if (!nasta.niva) break;
        punkter.push(nasta);
        i += 1;
      }
      ut.push(skrivListor(punkter));
    }
  }
  return ut.filter((b) => !/^<(p|h3)><\/\1>$/.test(b)).join("");
}

// A paragraph that begins with a bullet is a point, whoever drew the bullet.
function utanTecken(block) {
  const text = block.lopor.map(([ord]) => ord).join("").trimStart();
  if (block.slag !== "p" || !PUNKT.test(text)) return block;
  const lopor = block.lopor.map((lopa) => [...lopa]);
  const forsta = lopor.findIndex(([ord]) => ord.trim());
  lopor[forsta][0] = lopor[forsta][0].trimStart().slice(1);
  return { slag: "ul", niva: 1, lopor };
}

function skrivListor(punkter) {
  const ut = [];
  let oppen = null;
  for (let i = 0; i < punkter.length; i += 1) {
    const { slag, niva } = punkter[i];
    let slut = i + 1;
    while (slut < punkter.length && punkter[slut].niva > niva) slut += 1;
    const under = slut > i + 1 ? skrivListor(punkter.slice(i + 1, slut)) : "";
    if (oppen !== slag) ut.push(oppen ? `</${oppen}><${slag}>` : `<${slag}>`);
    oppen = slag;
    ut.push(`<li><p>${skrivLopor(punkter[i])}</p>${under}</li>`);
    i = slut - 1;
  }
  return `${ut.join("")}</${oppen}>`;
}

function skrivLopor({ slag, lopor }) {
  let mellan = true; // whether a space stands before, so that there are never two
  const ut = [];
  for (const [ord, marken] of lopor) {
    let text = ord.replace(/\u00a0(?=[\s\u00a0])|(?<=[\s\u00a0])\u00a0/g, " ").replace(/[^\S\u00a0\u202f]+/g, " ");
    if (mellan) text = text.replace(/^[ \u00a0]+/, "");
    if (!text) continue;
    mellan = text.endsWith(" ");
    ut.push([text, slag === "h3" ? { ...marken, strong: false } : marken]);
  }
  while (ut.length && !(ut.at(-1)[0] = ut.at(-1)[0].replace(/[ \u00a0]+$/, ""))) ut.pop();
  return ihop(ut).map(([text, marken]) => omslut(text, marken)).join("");
}

// Joins what stands in one note, so that a bold word doesn't cut it in two.
function ihop(lopor) {
  const ut = [];
  for (const [text, marken] of lopor) {
    const skrivet = omslut(text, { ...marken, not: 0 }, true);
    if (marken.not && ut.at(-1)?.[1].not === marken.not) ut.at(-1)[0] += skrivet;
    else ut.push([skrivet, { not: marken.not }]);
  }
  return ut;
}

function omslut(text, marken, ratext = false) {
  if (!ratext) return marken.not ? `<span class="fotnot">${text.trim()}</span>` : text;
  let ut = skydda(text);
  if (marken.em) ut = `<em>${ut}</em>`;
  if (marken.strong) ut = `<strong>${ut}</strong>`;
  return marken.href ? `<a href="${skydda(marken.href)}">${ut}</a>` : ut;
}
