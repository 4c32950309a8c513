// The import page works without this. With it: files are dropped on the page, sent one
// at a time, and each is told as soon as it is read.
"use strict";

{
  const form = document.querySelector("[data-import]");
  const input = form.querySelector('input[type="file"]');
  const chosen = form.querySelector("[data-chosen]");
  const progress = document.querySelector("[data-progress]");
  const list = progress.querySelector("ol");
  const status = progress.querySelector("[data-status]");
  const words = progress.dataset;

  form.querySelector("[data-drop-hint]").hidden = false;

  // ---- Dropping ---------------------------------------------------------------

  function carriesFiles(event) {
    return [...(event.dataTransfer?.types ?? [])].includes("Files");
  }

  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    form.classList.add("is-dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("is-dropping");
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    form.classList.remove("is-dropping");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    form.querySelector("button[type=submit]").focus();
  });
  input.addEventListener("change", () => {
    chosen.textContent = [...input.files].map((file) => file.name).join(" · ");
  });

  // ---- One at a time ----------------------------------------------------------

  function item(file) {
    const line = document.createElement("li");
    line.className = "is-waiting";
    const name = document.createElement("b");
    name.textContent = file.name;
    const state = document.createElement("span");
    state.textContent = words.waiting;
    line.append(name, state);
    list.append(line);
    return line;
  }

  function fail(line, reason) {
    line.className = "is-not-read";
    const state = line.querySelector("span");
    state.className = "alarm";
    state.textContent = reason;
  }

  async function send(file, line) {
    line.querySelector("span").textContent = words.reading;
    const data = new FormData(form);
    data.set("files", file, file.name);
    data.set("part", "results");
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: data });
    } catch {
      return fail(line, words.unreachable);
    }
    if (answer.redirected) return fail(line, words.signedOut);
    if (!answer.ok) return fail(line, words.failed);
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    const lines = [...template.content.querySelectorAll("li")];
    if (lines.length) line.replaceWith(...lines);
    else fail(line, words.failed);
  }

  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    const isSaid = ["account", "url", "published", "text"].some((name) =>
      form.elements[name].value.trim(),
    );
    // What needs checking as a whole goes to the server as a whole.
    if (!files.length || (isSaid && (files.length > 1 || form.elements.text.value.trim())))
      return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    progress.hidden = false;
    progress.scrollIntoView({ block: "start" });
    const lines = files.map(item);
    for (const [place, file] of files.entries()) {
      status.textContent = words.count
        .replace("{0}", place + 1)
        .replace("{1}", files.length);
      await send(file, lines[place]);
    }
    status.textContent = words.done;
    button.disabled = false;
    form.reset();
    chosen.textContent = "";
    const first = list.querySelector("a");
    (first ?? progress.querySelector("h2")).focus();
  });
}
