// Marks in the contents which chapter is being read.
const lankar = new Map(
  [...document.querySelectorAll(".innehall-oppen a[href^='#']")].map((a) => [a.hash.slice(1), a]),
);
let nu = null;
const vakt = new IntersectionObserver(
  (poster) => {
    const in_i = poster.filter((p) => p.isIntersecting).at(-1);
    if (!in_i) return;
    nu?.removeAttribute("aria-current");
    nu = lankar.get(in_i.target.id);
    nu?.setAttribute("aria-current", "true");
  },
  // A chapter is read when its top passes the upper third of the window
  { rootMargin: "0px 0px -66% 0px" },
);
for (const id of lankar.keys()) {
  const kapitel = document.getElementById(id);
  if (kapitel) vakt.observe(kapitel);
}
