"use strict";

// Loaded before the page is drawn, so that nothing moves: whoever's browser asks for
// the other language first sees the way there first. Pages are the same for everybody
// and say nothing of it; the link in the masthead is there for everybody too.
{
  const page = document.documentElement;
  page.classList.add("has-script"); // what needs script has its place from the start
  const own = page.lang.slice(0, 2);
  let chosen = null;
  try {
    chosen = localStorage.getItem("language");
  } catch {
    // Storage can be forbidden; then the browser's wish counts.
  }
  const asked = (navigator.languages || []).map((one) => one.slice(0, 2).toLowerCase());
  const wanted = chosen || asked.find((one) => one === "en" || one === "zh");
  if (wanted && wanted !== own) page.classList.add("wants-other-language");

  // Choosing a language is remembered: nobody is asked again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-language]");
    if (!link) return;
    try {
      localStorage.setItem("language", link.lang.slice(0, 2));
    } catch {
      // Then it is asked again.
    }
  });
}
