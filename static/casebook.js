"use strict";

// Everything works without this file. It lights a fact and its words together.

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
