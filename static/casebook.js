"use strict";

// Everything works without this file. It lights a fact and its words together, puts a
// search box into long facets, and keeps the phone's filter sheet open while choosing.

for (const one of document.querySelectorAll("[data-values], [data-value]")) {
  const values = (one.dataset.values || one.dataset.value).split(" ");
  const partners = values.flatMap((value) => [
    ...document.querySelectorAll(`[data-values~="${value}"], [data-value="${value}"]`),
  ]);
  const light = (isLit) => () => {
    for (const partner of partners) partner.classList.toggle("is-lit", isLit);
  };
  one.addEventListener("mouseenter", light(true));
  one.addEventListener("mouseleave", light(false));
  one.addEventListener("focusin", light(true));
  one.addEventListener("focusout", light(false));
}

// A place matches by its label or by the pinyin in its address; one with a match
// inside stays and opens.
function filterOptions(list, wanted) {
  let hasMatch = false;
  for (const option of list.children) {
    const link = option.querySelector(":scope > a");
    const slugs = new URLSearchParams(link.search).getAll("city").join(" ");
    const own = `${link.textContent} ${slugs}`.toLowerCase().includes(wanted);
    const within = option.querySelector(":scope > details > ul");
    const inside = within ? filterOptions(within, own ? "" : wanted) : false;
    if (within && wanted) within.parentElement.open = inside && !own;
    option.hidden = !(own || inside);
    hasMatch ||= own || inside;
  }
  return hasMatch;
}

for (const facet of document.querySelectorAll(".facet[data-searchable]")) {
  const list = facet.querySelector("ul");
  const search = document.createElement("input");
  search.type = "search";
  search.className = "facet-search";
  search.placeholder = facet.dataset.searchable;
  search.setAttribute("aria-label", facet.dataset.searchable);
  search.addEventListener("input", () => {
    filterOptions(list, search.value.trim().toLowerCase());
  });
  list.before(search);
}

for (const filters of document.querySelectorAll(".filters")) {
  filters.addEventListener("click", (event) => {
    const link = event.target.closest("li > a");
    if (link && location.hash === "#filters") link.hash = "filters";
  });
}
