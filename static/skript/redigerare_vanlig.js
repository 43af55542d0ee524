// Pasted words without markup as blocks: an empty line parts paragraphs, a bullet or a
// number begins a point, and lines that a PDF broke are put together again.
const PUNKT = /^(\s*)(?:[•●▪■◦○‣⁃∙·*\uf0b7\uf0a7–-]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)/;
const BRUTEN = 45; // signs; shorter lines were meant to be lines
const FULL = 0.72; // of the longest line
const BINDESTRECK = /[\p{L}]-$/u;
const UPPREPNING = /^(?:och|eller|samt|respektive|resp\.?|till)\b/;

// Returns blocks in the form of redigerare_klistra.js.
export function las(text) {
  const rader = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n").split("\n").map((r) => r.trimEnd());
  const langst = Math.max(...rader.map((r) => r.length));
  const block = [];
  let forra = "";
  for (const rad of rader) {
    const punkt = PUNKT.exec(rad);
    if (!rad.trim()) forra = "";
    else if (punkt) block.push(nyPunkt(punkt, rad));
    else if (forra && hor(forra, rad, langst)) fogaTill(block.at(-1), rad.trim());
    else block.push({ slag: "p", niva: 0, lopor: [[rad.trim(), {}]] });
    forra = rad;
  }
  return block;
}

function nyPunkt([borjan, indrag, nummer], rad) {
  const niva = 1 + Math.min(3, Math.floor(indrag.replaceAll("\t", "    ").length / 3));
  return { slag: nummer ? "ol" : "ul", niva, lopor: [[rad.slice(borjan.length), {}]] };
}

// A line goes on from the one before when that one was full, or a point's next line is
// indented.
function hor(forra, rad, langst) {
  if (/^\s+\S/.test(rad) && PUNKT.test(forra)) return true;
  if (langst < BRUTEN || forra.length < FULL * langst) return false;
  return forra.length > 0.85 * langst || !/[.!?:]$/.test(forra) || /^\p{Ll}/u.test(rad.trim());
}

function fogaTill({ lopor }, rad) {
  const sist = lopor.at(-1);
  const avstavat = BINDESTRECK.test(sist[0]) && /^\p{Ll}/u.test(rad) && !UPPREPNING.test(rad);
  sist[0] = avstavat ? sist[0].slice(0, -1) + rad : `${sist[0]} ${rad}`;
}
