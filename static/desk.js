// The review page works without this. With it: words and fields light each other,
// selected words become evidence, a redaction or a case, places are suggested while
// typing, and typed values are not lost by leaving the page.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// ---- Words and fields light each other --------------------------------------

function light(draft, fields, on) {
  for (const mark of all(".stored .mark", draft)) {
    const names = mark.dataset.fields.split(" ");
    if (fields.some((name) => names.includes(name))) {
      mark.classList.toggle("is-lit", on);
    }
  }
}

for (const field of all(".field")) {
  const draft = field.closest(".draft");
  for (const [name, on] of [
    ["mouseenter", true],
    ["mouseleave", false],
    ["focusin", true],
    ["focusout", false],
  ]) {
    field.addEventListener(name, () => light(draft, [field.dataset.field], on));
  }
}

// A click on marked words opens the field that was read from them.
for (const text of all(".passage")) {
  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark[data-fields]");
    if (!mark || !getSelection().isCollapsed) return;
    const fields = mark.dataset.fields
      .split(" ")
      .map((name) =>
        document.getElementById(`case-${text.dataset.case}-${name}`),
      )
      .filter(Boolean);
    const field = fields[fields.length - 1];
    if (!field) return;
    field.open = true;
    field.querySelector("input, select")?.focus();
  });
}

// ---- Selected words ---------------------------------------------------------

const bar = document.querySelector("[data-selection-bar]");
let selected = null;

// Offsets count code points, as the stored text does; JavaScript counts UTF-16.
function offsetOf(node, offset) {
  const line = (
    node.nodeType === Node.TEXT_NODE ? node.parentElement : node
  ).closest("[data-start]");
  if (!line) return null;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + [...before.toString()].length;
}

function textAt(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element.closest("[data-text]");
}

// Words of one case or none are evidence or blacked out; a passage may begin in one
// stretch of the text and end in another.
function readSelection() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const texts = [textAt(range.startContainer), textAt(range.endContainer)];
  if (!texts.every(Boolean)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  const words = selection.toString();
  if (start === null || end === null || start >= end || !words.trim()) return null;
  const drafts = new Set(texts.map((text) => text.dataset.draft).filter(Boolean));
  return {
    start,
    end,
    words,
    isOneText: texts[0] === texts[1],
    case: texts[0] === texts[1] ? texts[0].dataset.case : undefined,
    draft: drafts.size === 1 ? texts.find((text) => text.dataset.draft) : null,
  };
}

function showBar() {
  selected = readSelection();
  bar.hidden = !selected;
  if (!selected) return;
  bar.querySelector("[data-selected]").textContent = selected.words;
  // Evidence needs a field beside the text.
  const inCase = Boolean(selected.case);
  bar.querySelector("[data-selection-field]").disabled = !inCase;
  bar.querySelector("[data-selection-evidence]").disabled = !inCase;
  bar.querySelector("[data-selection-black-out]").disabled = !selected.isOneText;
  bar.querySelector("[data-selection-move]").hidden = !selected.draft;
  bar.querySelector("[data-selection-number]").textContent =
    selected.draft?.dataset.draft ?? "";
}

function setField(form, name, value) {
  const input = form.querySelector(`[name$="-${name}"]`);
  if (input) {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return input;
}

if (bar) {
  document.addEventListener("selectionchange", () => {
    if (!bar.contains(document.activeElement)) showBar();
  });

  bar.querySelector("[data-selection-evidence]").addEventListener("click", () => {
    const name = bar.querySelector("[data-selection-field]").value;
    const form = document.querySelector(
      `.draft-form[data-case="${selected.case}"]`,
    );
    const field = form.querySelector(`[data-field="${name}"]`);
    field.open = true;
    // Evidence is quoted; what goes on in the next line is not part of a quotation.
    setField(form, `words_${name}`, selected.words.split("\n")[0]);
    setField(form, `at_${name}`, selected.start);
    bar.hidden = true;
    field.querySelector("input:not([type=hidden]), select").focus();
  });

  bar.querySelector("[data-selection-black-out]").addEventListener("click", () => {
    const form = document.querySelector("[data-words-form]");
    setField(form, "words", selected.words);
    setField(form, "start", selected.start);
    setField(form, "end", selected.end);
    form.requestSubmit();
  });

  const mark = (caseOfPassage) => {
    const form = document.querySelector("[data-passage-form]");
    setField(form, "start", selected.start);
    setField(form, "end", selected.end);
    setField(form, "case", caseOfPassage);
    form.requestSubmit();
  };
  bar
    .querySelector("[data-selection-passage]")
    .addEventListener("click", () => mark(""));
  bar
    .querySelector("[data-selection-move]")
    .addEventListener("click", () => mark(selected.draft.dataset.case));
}

// Words typed by hand are looked for anew; the marked place is theirs no longer.
document.addEventListener("input", (event) => {
  const match = /^(.*-)words_(\w+)$/.exec(event.target.name || "");
  if (match && event.isTrusted) {
    event.target.form.elements[`${match[1]}at_${match[2]}`].value = "";
  }
});

// ---- Type-ahead over divisions ----------------------------------------------

function combobox(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.name}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let options = [];
  let active = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    input.value = options[index].value;
    close();
  }

  function activate(index) {
    active = (index + options.length) % options.length;
    all("li", list).forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === active));
      if (place === active) item.scrollIntoView({ block: "nearest" });
    });
    input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
  }

  function show() {
    list.replaceChildren(
      ...options.map((one, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.classList.toggle("is-abolished", Boolean(one.abolished));
        const name = document.createElement("span");
        name.textContent = one.value;
        const rest = document.createElement("small");
        rest.textContent = `${one.english} ${one.code}`;
        item.append(name, rest);
        // Before the input loses the focus and closes the list.
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(index);
        });
        return item;
      }),
    );
    list.hidden = options.length === 0;
    active = -1;
    input.setAttribute("aria-expanded", String(options.length > 0));
  }

  async function suggest() {
    const number = ++asked;
    const typed = input.value.trim();
    if (!typed) {
      options = [];
      return close();
    }
    const url = `${input.dataset.suggest}?q=${encodeURIComponent(typed)}`;
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok || number !== asked) return;
    options = (await answer.json()).regions;
    show();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Enter" && active >= 0) choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

all("[data-suggest]").forEach(combobox);

// ---- One more row when the last is filled -----------------------------------

for (const list of all("[data-more]")) {
  list.addEventListener("input", () => {
    const last = list.lastElementChild;
    const filled = last.matches("input")
      ? last.value
      : last.querySelector('[name$="-sum"]').value;
    if (!filled) return;
    const another = last.cloneNode(true);
    for (const input of another.matches("input")
      ? [another]
      : all('[name$="-sum"]', another)) {
      input.value = "";
    }
    list.append(another);
  });
}

// ---- Typed values are not lost ----------------------------------------------

const typed = new Set();
const ticked = new Set();
for (const form of all(".draft-form")) {
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-tick]")) {
      ticked.add(form);
    } else {
      typed.add(form);
      event.target.closest(".field")?.classList.add("is-corrected");
    }
  });
  form.addEventListener("submit", () => {
    typed.delete(form);
    ticked.delete(form);
  });
}
addEventListener("beforeunload", (event) => {
  if (typed.size || ticked.size) event.preventDefault();
});

// ---- Publishing all takes ticks along ---------------------------------------

const publishAll = document.querySelector("[data-publish-all]");

function asksNothing(draft) {
  return (
    !draft.querySelector(".flag") &&
    all("[data-tick]", draft).every((tick) => tick.checked)
  );
}

function countClean() {
  const waiting = all(".draft.is-draft");
  const clean = waiting.filter(asksNothing).length;
  const words = clean === 1 ? publishAll.dataset.one : publishAll.dataset.many;
  publishAll.querySelector("button").textContent = words.replace(/\d+/, clean);
  publishAll.hidden = clean === 0;
  const others = document.querySelector("[data-others]");
  if (others) others.hidden = clean === waiting.length;
}

if (publishAll) {
  document.addEventListener("change", countClean);
  // Going back in the history brings ticks back.
  addEventListener("pageshow", countClean);

  publishAll.addEventListener("submit", () => {
    for (const old of all('[name="answer"]', publishAll)) old.remove();
    // What else was typed in a case is not sent here, so its ticks are not either.
    for (const form of all(".draft.is-draft .draft-form")) {
      if (typed.has(form)) continue;
      const number = form.dataset.case;
      const seen = form.elements[`case-${number}-seen`].value;
      for (const tick of all("[data-tick]:checked", form)) {
        const answer = document.createElement("input");
        answer.type = "hidden";
        answer.name = "answer";
        answer.value = `${number}:${seen}:${tick.value}`;
        publishAll.append(answer);
      }
      ticked.delete(form);
    }
  });
}

// What went wrong is where the reader of the page is led.
document.querySelector("[data-focus]")?.focus();
