// The account box closes on Escape and on a click beside it. Without this it still
// opens and closes by its own button.
const ruta = document.querySelector("details.konto");
if (ruta) {
  document.addEventListener("click", (e) => {
    if (!ruta.contains(e.target)) ruta.open = false;
  });
  ruta.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    ruta.open = false;
    ruta.querySelector("summary").focus();
  });
}
