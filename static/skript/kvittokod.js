// Copies and prints the receipt code. Without this it is written down, or the page is
// printed with the browser's own command.
const KOD = document.querySelector("[data-kod]");
const LAGE = document.querySelector(".kvitto-lage");

async function kopiera() {
  try {
    await navigator.clipboard.writeText(KOD.dataset.kod);
    LAGE.textContent = "Koden är kopierad. Klistra in den där bara du läser.";
  } catch {
    getSelection().selectAllChildren(KOD);
    LAGE.textContent = "Webbläsaren tillåter inte kopiering här. Koden är markerad. Kopiera den, eller skriv upp den.";
  }
}

if (KOD) {
  document.querySelector(".kvitto-knappar").hidden = false;
  document.querySelector("[data-kopiera]").addEventListener("click", kopiera);
  document.querySelector("[data-skriv-ut]").addEventListener("click", () => print());
}
