"""The editor of rich text, for the tests in a browser.

    falt = skrivyta(page, "[name=text]")
    falt.lagg("<p>Ord</p>")
    falt.klistra("text/html", "<b>fet</b>")
    assert falt.sant() == …

What is laid in is a stored text; what is sent is cleaned as the server cleans it.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from vbeplan.text.block import stada

LAGG = """(falt, html) => {
  falt.value = html;
  falt.form.elements[`${falt.name}-slag`].value = "html";
  falt.dispatchEvent(new Event("change"));
}"""
SANT = """(falt) => {
  const sant = new FormData(falt.form);
  return [sant.get(falt.name), sant.get(`${falt.name}-slag`)];
}"""
KLISTRA = """(yta, [slag, text]) => {
  const data = new DataTransfer();
  data.setData(slag, text);
  const val = { clipboardData: data, bubbles: true, cancelable: true };
  yta.dispatchEvent(new ClipboardEvent("paste", val));
}"""
SLAPP = """(yta, [slag, text]) => {
  const data = new DataTransfer();
  data.setData(slag, text);
  const { left, top } = yta.firstElementChild.getBoundingClientRect();
  const val = { dataTransfer: data, clientX: left + 2, clientY: top + 8 };
  yta.dispatchEvent(new DragEvent("drop", { ...val, bubbles: true, cancelable: true }));
}"""
MARKOREN = """(yta, [ord, fran]) => {
  const gang = document.createTreeWalker(yta, NodeFilter.SHOW_TEXT);
  while (gang.nextNode() && !gang.currentNode.data.includes(ord));
  const plats = gang.currentNode.data.indexOf(ord);
  getSelection().setBaseAndExtent(gang.currentNode, plats + (fran ?? ord.length),
    gang.currentNode, plats + ord.length);
}"""


@dataclass
class Skrivyta:
    """One field: its text area, which is hidden, and the surface in its place."""

    falt: Locator
    yta: Locator

    @property
    def ram(self):
        return self.falt.locator("xpath=..")

    def lagg(self, html):
        """Show a stored text, as when a draft is brought back."""
        self.falt.evaluate(LAGG, html)

    def sant(self):
        """Return what the form would send, as it would be stored."""
        text, slag = self.falt.evaluate(SANT)
        assert slag == "html"
        return stada(text)

    def klistra(self, slag, text):
        self.yta.focus()
        self.yta.evaluate(KLISTRA, [slag, text])

    def slapp(self, slag, text):
        self.yta.evaluate(SLAPP, [slag, text])

    def efter(self, ord_):
        """Put the cursor after words that stand in one run."""
        self._stall([ord_, None])

    def markera(self, ord_):
        self._stall([ord_, 0])

    def _stall(self, vad):
        self.yta.focus()
        self.yta.evaluate(MARKOREN, vad)
        self.yta.page.wait_for_timeout(30)  # the editor hears of it from the browser

    def knapp(self, namn):
        return self.ram.get_by_role("button", name=namn, exact=True)

    def besked(self):
        return self.ram.locator("[role=status]").inner_text()


def skrivyta(page: Page, valjare) -> Skrivyta:
    """Return the editor of a text area, when it has come."""
    falt = page.locator(f"textarea{valjare}")
    yta = falt.locator("xpath=..").locator(".skrivyta-blad")
    yta.wait_for()
    return Skrivyta(falt, yta)
