// The editor's blocks and marks: exactly those of vbeplan.text.block, no others. Without
// this there is no editor, and the text area stays as it is.
const SCHEMAN = /^(?:https?|mailto|tel):/i;
const UTAN_SCHEMA = /^[^:]*(?:[/?#]|$)/;

// An address that may be kept; the server has the last word.
export const tillaten = (adress) => SCHEMAN.test(adress) || UTAN_SCHEMA.test(adress);

function marken({ Mark }) {
  const enkel = (name, tagg, likamed, tangent) => Mark.create({
    name,
    parseHTML: () => [{ tag: tagg }, { tag: likamed }],
    renderHTML: () => [tagg, 0],
    addKeyboardShortcuts() {
      return { [tangent]: () => this.editor.commands.toggleMark(name) };
    },
  });
  const lank = Mark.create({
    name: "lank",
    priority: 1050, // a link encloses what is bold in it
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
    parseHTML: () => [{
      tag: "a[href]",
      getAttrs: (a) => (tillaten(a.getAttribute("href")) ? null : false),
    }],
    renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
  });
  return [lank, enkel("fet", "strong", "b", "Mod-b"), enkel("kursiv", "em", "i", "Mod-i")];
}

function rubrik({ Node, textblockTypeInputRule }) {
  return Node.create({
    name: "rubrik",
    group: "block",
    content: "inline*",
    defining: true,
    parseHTML: () => [{ tag: "h3" }],
    renderHTML: () => ["h3", 0],
    addInputRules() {
      return [textblockTypeInputRule({ find: /^#{1,6}\s$/, type: this.type })];
    },
    addKeyboardShortcuts() {
      return { "Mod-Shift-6": () => this.editor.commands.rubrik() };
    },
    addCommands: () => ({
      rubrik: () => ({ chain, editor }) => (editor.isActive("punkt") ? chain().clearNodes() : chain())
        .toggleNode("rubrik", "paragraph")
        .run(),
    }),
  });
}

function listor({ Node, wrappingInputRule }) {
  const lista = (name, tagg, borjan, tangent) => Node.create({
    name,
    group: "block list",
    content: "punkt+",
    parseHTML: () => [{ tag: tagg }],
    renderHTML: () => [tagg, 0],
    addInputRules() {
      return [wrappingInputRule({ find: borjan, type: this.type })];
    },
    addKeyboardShortcuts() {
      return { [tangent]: () => this.editor.commands.toggleList(name, "punkt") };
    },
  });
  // A point is words and then the points under it
  const punkt = Node.create({
    name: "punkt",
    content: "paragraph list*",
    defining: true,
    parseHTML: () => [{ tag: "li" }],
    renderHTML: () => ["li", 0],
    addKeyboardShortcuts() {
      const gor = () => this.editor.commands;
      // Tab is left to the browser, so that the keyboard is never caught here
      return {
        Enter: () => gor().splitListItem("punkt"),
        Backspace: () => iBorjan(this.editor.state.selection) && gor().liftListItem("punkt"),
        "Alt-Shift-ArrowRight": () => gor().sinkListItem("punkt"),
        "Alt-Shift-ArrowLeft": () => gor().liftListItem("punkt"),
      };
    },
  });
  return [
    lista("punktlista", "ul", /^\s*[-*•]\s$/, "Mod-Shift-8"),
    lista("nummerlista", "ol", /^\s*1\.\s$/, "Mod-Shift-7"),
    punkt,
  ];
}

const iBorjan = ({ empty, $from }) => empty && $from.parentOffset === 0;

// Returns the extensions; `fotnot` is the note's own, from redigerare_fotnot.js.
export function tillagg(motor, fotnot) {
  const { Document, Text, Paragraph, History, Dropcursor } = motor;
  return [
    Document, Text, Paragraph, rubrik(motor), ...listor(motor), fotnot, ...marken(motor),
    History, Dropcursor,
  ];
}

// Returns the document as HTML, one block to a line, without blocks that hold no words.
export function somHtml(motor, doc) {
  const rot = document.createElement("div");
  const { DOMSerializer } = motor.pm.model;
  DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, {}, rot);
  for (const p of rot.querySelectorAll("li > p")) p.replaceWith(...p.childNodes);
  const block = [...rot.children].filter((b) => b.textContent.trim());
  return block.map((b) => b.outerHTML).join("\n");
}
