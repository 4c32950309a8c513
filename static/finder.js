"use strict";

// The list of cases works without this file: every option is a link, the sheet of a
// phone opens by its address. Here choosing changes the page in place, says how many
// cases there are and keeps the focus; places can be searched; the sheet behaves as a
// dialog.

const filters = document.getElementById("filters");
const results = document.getElementById("results");
const told = document.getElementById("told");
const isSmall = window.matchMedia("(max-width: 52rem)");
const SHEET = "#filters";

// Letters and digits alone, without accents: Xi'an, XIAN and xi an are one.
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/[\p{M}\p{Z}'’-]/gu, "")
    .toLowerCase();
}

function labelOf(link) {
  return link.firstChild.textContent.trim();
}

// An option by the labels from its facet down to it: unlike an address it stays.
function pathOf(element) {
  const labels = [];
  for (let at = element; at && at !== filters; at = at.parentElement) {
    if (at.matches("li")) labels.unshift(labelOf(at.querySelector(":scope > a")));
    if (at.matches(".facet")) labels.unshift(at.classList[1]);
  }
  return labels.join("/");
}

// Searching among places

function citiesOf(address) {
  return new URL(address).searchParams.getAll("city");
}

// The value that a place's link adds to this page's address or takes out of it.
function slugOf(link) {
  const here = citiesOf(document.querySelector("link[rel=canonical]").href);
  const there = citiesOf(link.href);
  const added = there.find((one) => !here.includes(one));
  return added || here.find((one) => !there.includes(one)) || "";
}

// One with a match inside stays and opens; what lies in a match stays with it.
function findPlaces(list, wanted) {
  let found = 0;
  for (const option of list.children) {
    const link = option.querySelector(":scope > a");
    const within = option.querySelector(":scope > details");
    const names = `${labelOf(link)}|${slugOf(link)}|${option.dataset.names || ""}`;
    const isFound = folded(names).includes(wanted);
    const inside = within ? findPlaces(within.lastElementChild, isFound ? "" : wanted) : 0;
    if (within && wanted) within.open = inside > 0 && !isFound;
    option.hidden = !isFound && inside === 0;
    found += isFound ? 1 : inside;
  }
  return found;
}

function searchPlaces(box) {
  const wanted = folded(box.value);
  const note = box.nextElementSibling;
  const number = findPlaces(note.nextElementSibling, wanted);
  const { found, none } = note.dataset;
  note.textContent = !wanted ? "" : number ? `${found} ${number}` : none;
}

// Whole facets

// A list of many places or months holds only those that are chosen and what lies beside
// them. Who opens or chooses one, or goes to the box, is given all from then on.
const wanted = new Set();

async function documentAt(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function complete(page, signal) {
  for (const name of wanted) {
    const facet = page.querySelector(`.${name}[data-whole]`);
    if (!facet) continue;
    const whole = await documentAt(facet.dataset.whole, signal);
    if (!facet.dataset.whole) continue; // another has brought it meanwhile
    const list = facet.querySelector(":scope > ul");
    const before = page === document ? state() : null;
    list.replaceWith(whole.querySelector(`.${name} > ul`));
    delete facet.dataset.whole;
    if (before) restore(before);
  }
}

async function wantWhole(element) {
  wanted.add(element.closest(".facet").classList[1]);
  try {
    await complete(document);
  } catch {
    // Provinces and years remain, each a link to its cases and what lies within.
  }
}

filters.addEventListener("focusin", (event) => {
  if (event.target.matches(".facet-search")) wantWhole(event.target);
});

filters.addEventListener("toggle", (event) => {
  if (event.target.matches(".is-cut[open]")) wantWhole(event.target);
}, true);

filters.addEventListener("input", async (event) => {
  if (!event.target.matches(".facet-search")) return;
  if (filters.querySelector(".facet-city[data-whole]")) await wantWhole(event.target);
  searchPlaces(event.target);
});

// Changing the page in place

// How far an option is from the top of the window; null for what is no option.
function heightOf(element) {
  const isOption = element && filters.contains(element);
  return isOption ? element.getBoundingClientRect().top : null;
}

// What a visitor did to the filters: opened, scrolled, searched, where the focus is.
function state() {
  const opened = new Map();
  const scrolled = new Map();
  for (const one of filters.querySelectorAll("details")) {
    opened.set(pathOf(one), one.open);
  }
  for (const one of filters.querySelectorAll(".facet > ul")) {
    scrolled.set(pathOf(one), one.scrollTop);
  }
  const search = filters.querySelector(".facet-search");
  return {
    opened,
    scrolled,
    searched: search ? search.value : "",
    focus: focusOf(),
    height: heightOf(document.activeElement),
  };
}

// A way to find in the new page what has the focus in this one; null elsewhere.
function focusOf() {
  const focused = document.activeElement;
  if (filters.contains(focused)) {
    const path = pathOf(focused);
    if (focused.matches("input")) {
      const { className, name } = focused;
      const box = className ? `.${className}` : `[type=text][name="${name}"]`;
      return () => filters.querySelector(box);
    }
    const kind = focused.localName;
    return () =>
      [...filters.querySelectorAll(kind)].find((one) => pathOf(one) === path);
  }
  const row = focused.closest(".chips, .sorts");
  if (!row) return results.contains(focused) ? () => null : null;
  const place = [...row.querySelectorAll("a")].indexOf(focused);
  return () => {
    const links = results.querySelectorAll(`.${row.className} a`);
    return links[Math.min(place, links.length - 1)];
  };
}

function restore({ opened, scrolled, searched, focus, height }) {
  for (const one of filters.querySelectorAll("details")) {
    if (opened.has(pathOf(one))) one.open = opened.get(pathOf(one));
  }
  const search = filters.querySelector(".facet-search");
  if (search && searched) {
    search.value = searched;
    searchPlaces(search);
  }
  for (const one of filters.querySelectorAll(".facet > ul")) {
    one.scrollTop = scrolled.get(pathOf(one)) || 0;
  }
  if (!focus) return;
  const focused = focus() || results;
  focused.focus({ preventScroll: true });
  // What was chosen stays where it was: the sheet began anew at its top, and facets
  // above it may have grown.
  const now = heightOf(focused);
  if (height === null || now === null) return;
  const scroller = isSheet() ? filters.querySelector(".sheet-body") : document.scrollingElement;
  scroller.scrollTop += now - height;
}

function show(page) {
  const before = state();
  for (const part of [filters, results]) {
    part.replaceChildren(...page.getElementById(part.id).childNodes);
  }
  document.title = page.title;
  // The search keeps the other filters, the switch of language keeps all.
  const search = document.querySelector(".search");
  const newSearch = page.querySelector(".search");
  for (const one of search.querySelectorAll("[type=hidden]")) one.remove();
  search.append(...newSearch.querySelectorAll("[type=hidden]"));
  search.elements.q.value = newSearch.elements.q.value;
  const others = "a[data-language], link[rel=alternate], link[rel=canonical]";
  const links = page.querySelectorAll(others);
  document.querySelectorAll(others).forEach((link, at) => {
    link.href = links[at].href;
  });
  restore(before);
  told.textContent = results.querySelector(".totals").textContent;
}

function addressOf(url) {
  return url.pathname + url.search;
}

let shown = addressOf(location);
let asked = new AbortController();

async function goTo(address, { isNew }) {
  const url = new URL(address, location.href);
  asked.abort();
  asked = new AbortController();
  results.setAttribute("aria-busy", "true");
  try {
    const { signal } = asked;
    const page = await documentAt(addressOf(url), signal);
    const option = document.activeElement.closest(".facet li");
    if (option) wanted.add(option.closest(".facet").classList[1]);
    await complete(page, signal);
    if (isNew) history.pushState(null, "", url);
    shown = addressOf(url);
    show(page);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    location.assign(url);
  }
  results.removeAttribute("aria-busy");
}

document.querySelector(".finder").addEventListener("click", (event) => {
  const link = event.target.closest(
    ".facet li > a, .chips a, .sorts a, .no-results a",
  );
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || event.button !== 0 || !isPlain) return;
  event.preventDefault();
  const url = new URL(link.href);
  url.hash = isSheet() ? SHEET : "";
  goTo(url, { isNew: true });
});

// Options look like boxes to tick, so they are ticked as boxes are.
filters.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches(".facet li > a")) return;
  event.preventDefault();
  event.target.click();
});

filters.addEventListener("submit", (event) => {
  event.preventDefault();
  const url = new URL(event.target.action);
  const given = [...new FormData(event.target)].filter(([, value]) => value.trim());
  url.search = new URLSearchParams(given);
  url.hash = isSheet() ? SHEET : "";
  goTo(url, { isNew: true });
});

// The sheet of a phone

function isSheet() {
  return isSmall.matches && location.hash === SHEET;
}

let wasSheet = false;

function setSheet() {
  const isOpen = isSheet();
  filters.classList.toggle("is-open", isOpen);
  document.documentElement.classList.toggle("has-sheet", isOpen);
  const others = document.querySelectorAll("body > :not(main), main > .skip");
  for (const one of [results, ...others]) one.inert = isOpen;
  if (isOpen) {
    filters.setAttribute("role", "dialog");
    filters.setAttribute("aria-modal", "true");
  } else {
    filters.removeAttribute("role");
    filters.removeAttribute("aria-modal");
  }
  if (isOpen && !wasSheet) filters.querySelector(".sheet-close").focus();
  if (!isOpen && wasSheet) results.focus();
  wasSheet = isOpen;
}

filters.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isSheet()) location.hash = "results";
});

// Not at popstate: going to a fragment takes the focus away after it.
window.addEventListener("hashchange", setSheet);
isSmall.addEventListener("change", setSheet);
window.addEventListener("popstate", () => {
  if (addressOf(location) !== shown) goTo(location.href, { isNew: false });
});

setSheet();
