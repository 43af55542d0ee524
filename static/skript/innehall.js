// The list of chapters: open on a wide screen, folded on a phone, and marked where one
// is reading. Without this it is folded, and opens by its own button.
const lista = document.querySelector(".kapitellista details");
const bred = matchMedia("(min-width: 55.001rem)");
const vik = () => { lista.open = bred.matches; };
bred.addEventListener("change", vik);
vik();

// The page may have got new chapters since (plan:uppdaterad)
let lankar = new Map();
let nu = null;
const vakt = new IntersectionObserver(
  (poster) => {
    const inne = poster.filter((p) => p.isIntersecting).at(-1);
    if (!inne) return;
    nu?.removeAttribute("aria-current");
    nu = lankar.get(inne.target.id);
    nu?.setAttribute("aria-current", "true");
  },
  // A chapter is read when its top passes the upper third of the window
  { rootMargin: "0px 0px -66% 0px" },
);

function folj() {
  vakt.disconnect();
  for (const a of lista.querySelectorAll("[aria-current]")) a.removeAttribute("aria-current");
  lankar = new Map([...lista.querySelectorAll("a")].map((a) => [a.hash.slice(1), a]));
  for (const id of lankar.keys()) vakt.observe(document.getElementById(id));
}

folj();
document.addEventListener("plan:uppdaterad", folj);
