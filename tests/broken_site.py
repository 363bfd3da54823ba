"""Makes sites of a few pages that each tool must find something in, or nothing."""

from __future__ import annotations

from pathlib import Path

from audit.site import Programs, Site, browser, shell

URL = "https://a.example/"
# A page as ours are: landmarks, a heading, a menu to open, and a search that finds one thing.
GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Tea</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="How to make tea.">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/look.css"></head>
<body><header><button type="button" aria-expanded="false" id="menu">Menu</button>
<button type="button" data-search-open hidden>Search</button></header>
<main id="content"><h1>Tea</h1><p>Boil the water.</p>{}</main>
<dialog aria-label="Search"><label>Find <input type="search"></label>
<ol data-search-hits></ol></dialog>
<script src="/work.js"></script></body></html>
"""
SCRIPT = """
const menu = document.querySelector("#menu");
menu?.addEventListener("click", () => {
  menu.setAttribute("aria-expanded", "true");
  document.querySelector("[data-menu]")?.removeAttribute("hidden");
});
const dialog = document.querySelector("dialog");
const opener = document.querySelector("[data-search-open]");
opener?.removeAttribute("hidden");
opener?.addEventListener("click", () => dialog.showModal());
dialog.querySelector("input").addEventListener("input", () => {
  const hits = dialog.querySelector("ol");
  if (!hits.children.length) hits.append(document.createElement("li"));
  hits.firstChild.textContent = "A hit";
});
const easy = document.querySelector("[data-read-easy]");
if (localStorage.kept) document.querySelector("main").append(document.createElement("input"));
if (easy && location.search === "?read=easy") easy.outerHTML = easy.dataset.text;
"""
STYLE = "body {color: #111; background: #fff; font: 1rem sans-serif} button {min-height: 2rem}\n"


def make_site(folder: Path, pages: dict[str, str], style: str = "") -> Site:
    """Return a site of pages by their addresses; a text without `<html` is put into a good page."""
    write(folder / "look.css", STYLE + style)
    write(folder / "work.js", SCRIPT)
    for place, text in pages.items():
        name = f"{place}index.html" if place.endswith("/") or not place else place
        write(folder / name, text if "<html" in text else GOOD.replace("{}", text))
    return Site(folder, URL, programs=Programs(chromium=browser(), shell=shell()))


def write(path: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rules(findings) -> set[str]:
    """Return the rules that were broken."""
    return {fault.rule for fault in findings.faults}
