// Reviewing by keyboard. Nothing here is needed: every key presses a button or moves
// to a field that the page has anyway. The keys are listed on the page, hold only
// while no field is being typed in, and can be switched off there.
"use strict";

{
  const SWITCH = "casebook-keys-off";
  const help = document.querySelector("[data-keys]");
  const toggle = help.querySelector("[data-keys-switch]");
  const drafts = [...document.querySelectorAll(".draft")];
  const told = document.querySelector("[data-told]");
  const fields = JSON.parse(help.dataset.keys);

  // Storage may be refused; the keys work then, and the switch holds for the page.
  function stored() {
    try {
      return localStorage.getItem(SWITCH) !== null;
    } catch {
      return false;
    }
  }

  function store(isOff) {
    try {
      if (isOff) localStorage.setItem(SWITCH, "1");
      else localStorage.removeItem(SWITCH);
    } catch {
      // Held by the switch itself.
    }
  }

  help.hidden = false;
  toggle.checked = !stored();
  toggle.addEventListener("change", () => store(!toggle.checked));

  // ---- Where the editor is ----------------------------------------------------

  function focusDraft(draft) {
    if (!draft) return;
    draft.focus({ preventScroll: true });
    draft.scrollIntoView({ block: "start" });
    for (const one of drafts) one.classList.toggle("is-current", one === draft);
  }

  function current() {
    return (
      document.activeElement.closest(".draft") ??
      document.querySelector(".draft.is-current")
    );
  }

  function move(step) {
    const place = drafts.indexOf(current());
    // From nowhere, forward is the first and back the last.
    const next = place < 0 ? (step > 0 ? 0 : drafts.length - 1) : place + step;
    focusDraft(drafts[Math.min(Math.max(next, 0), drafts.length - 1)]);
  }

  // ---- What keys do -----------------------------------------------------------

  function ask(one) {
    const field = one.closest("details");
    if (field) field.open = true;
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "center" });
    return one;
  }

  // The first behind where the focus is, else the first of all.
  function following(elements) {
    const from = document.activeElement;
    return (
      elements.find(
        (one) =>
          from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
      ) ?? elements[0]
    );
  }

  function openTicks(root) {
    return [...root.querySelectorAll("[data-tick]:enabled")].filter(
      (tick) => !tick.checked,
    );
  }

  // Whom p leads through its doubts stays at its case, else c goes through all drafts.
  let leaving = null;

  function publish(draft) {
    const button = draft?.querySelector('[data-key="publish"]');
    if (!button) return;
    // Whoever corrects a field has looked at it; the server judges contradictions anew.
    const isCorrected = draft.querySelector(".is-corrected");
    const asked = openTicks(draft).filter((tick) => {
      const field = tick.closest(".field");
      return field ? !field.matches(".is-corrected") : !isCorrected;
    });
    if (!asked.length) return button.click();
    leaving = draft;
    const words = asked.length === 1 ? told.dataset.one : told.dataset.many;
    told.textContent = words.replace(/\d+/, asked.length);
    ask(asked[0]);
  }

  function confirmTick() {
    const tick = document.activeElement.closest("[data-tick]:enabled");
    const waiting = [...document.querySelectorAll(".draft.is-draft")];
    if (!tick) {
      const first = following(waiting.flatMap(openTicks));
      if (first) ask(first);
      return;
    }
    if (!tick.checked) tick.click();
    const draft = tick.closest(".draft");
    const everyone = document.querySelector("[data-publish-all]:not([hidden]) button");
    const isAlone = !everyone || draft === leaving || !draft.matches(".is-draft");
    const next = following(isAlone ? openTicks(draft) : waiting.flatMap(openTicks));
    const end = isAlone
      ? draft.querySelector('[data-key="publish"], [data-key="save"]')
      : everyone;
    ask(next ?? end);
  }

  function press(draft, action) {
    draft?.querySelector(`[data-key="${action}"]`)?.click();
  }

  function openReject(draft) {
    const button = draft?.querySelector('[data-key="reject"]');
    if (!button) return;
    const reason = button.closest("details");
    reason.open = true;
    reason.querySelector("input").focus();
  }

  function openField(draft, name) {
    const field = draft?.querySelector(`details[data-field="${name}"]`);
    if (!field) return;
    field.open = true;
    field
      .querySelector("input:not([type=hidden]):not(:disabled), select:not(:disabled)")
      ?.focus();
  }

  // The next thing that asks for an answer, behind where the focus is.
  function nextQuestion() {
    const asked = [
      ...document.querySelectorAll(
        ".question input:enabled, .flag button, .is-doubtful .checked input:enabled",
      ),
    ].filter((one) => one.type !== "checkbox" || !one.checked);
    const next = following(asked);
    if (next) ask(next);
  }

  const actions = {
    n: () => move(1),
    b: () => move(-1),
    p: () => publish(current()),
    c: confirmTick,
    s: () => press(current(), "save"),
    r: () => openReject(current()),
    a: () =>
      document.querySelector("[data-publish-all]:not([hidden]) button")?.click(),
    d: nextQuestion,
    w: () => document.querySelector('[data-key="waiting"]')?.click(),
    "?": () => {
      help.open = !help.open;
      help.querySelector("summary").focus();
    },
  };
  for (const [key, name] of fields) {
    actions[key] = () => openField(current() ?? drafts[0], name);
  }

  function isTyping(element) {
    return (
      element.isContentEditable ||
      element.matches("textarea, select, input:not([type=checkbox])")
    );
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const active = document.activeElement;
    if (event.key === "Escape" && active.closest(".draft")) {
      // A list of suggestions is closed first.
      if (!event.defaultPrevented) focusDraft(active.closest(".draft"));
      return;
    }
    if (event.key === "Enter" && active.matches(".steps .reasoned input")) {
      // The form's own Enter would only save.
      event.preventDefault();
      active.closest("details").querySelector("button").click();
      return;
    }
    if (!toggle.checked || isTyping(active) || event.repeat) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    if (told) told.textContent = "";
    action();
  });

  // After a step the address leads to the next draft: that is where keys hold.
  const target = document.getElementById(location.hash.slice(1))?.closest(".draft");
  if (target && !document.querySelector("[data-focus]")) focusDraft(target);
}
