// Asks whether we answer before an open form is sent, and says so in the form when we
// don't; asks before a page with unsent words is left. Without this the browser shows
// its own page, and what was written is gone.
const VANTA = 8000; // ms
const MALL = document.getElementById("blankett-natfel-mall");

function hjalp(form) {
  const texter = [...form.querySelectorAll("textarea")];
  let skickar = false;

  async function svarar() {
    const fraga = { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(VANTA) };
    try {
      return (await fetch(form.dataset.fragaForst, fraga)).ok;
    } catch {
      return false;
    }
  }

  async function skicka(handelse) {
    if (handelse.defaultPrevented) return;
    handelse.preventDefault();
    if (skickar) return;
    skickar = true;
    document.getElementById("natfel")?.remove();
    if (await svarar()) form.submit();
    else {
      skickar = false;
      saga();
    }
  }

  function saga() {
    const ruta = MALL.content.firstElementChild.cloneNode(true);
    ruta.id = "natfel";
    form.querySelector(".knapprad").before(ruta);
    ruta.focus();
  }

  form.addEventListener("submit", skicka);
  addEventListener("pageshow", () => { skickar = false; });
  addEventListener("beforeunload", (handelse) => {
    if (!skickar && texter.some((text) => text.value.trim())) handelse.preventDefault();
  });
}

for (const form of document.querySelectorAll("form[data-fraga-forst]")) hjalp(form);
