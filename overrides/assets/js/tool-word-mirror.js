// The mirror of our words: words to pause at, each with a question. Nothing is rewritten, counted or graded.
// The twin of scripts/press/tools/wordmirror.py; tests/tools/word-mirror.yml holds both together.

import { say, listed, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

const WORD = /[A-Za-zÀ-ÿ]+/g; // as in Python: the letters of our three languages
const PLACES = ["usual", "again", "own_usual", "own_again"];

function workOut(given, rules) {
  const found = PLACES.flatMap((place) => inText(place, given[place], rules.hints));
  return {
    notices: notices(given, found),
    tables: { hints: found.map(({ place, said, ask }) => row([said, say(`in_${place}`), ask])) },
    picture: null,
  };
}

/** Returns what a text has of the list, in the order of the text; the same words only once. */
function inText(place, text, hints) {
  // Text from some files has å as two signs: a, and a ring.
  const words = text.normalize("NFC").match(WORD) ?? [];
  const small = words.map((word) => word.toLowerCase());
  const seen = new Set();
  return words.flatMap((_, at) => hints.flatMap(({ match, ask }) => {
    const long = match.map((pattern) => fits(pattern, small, at)).find(Boolean) ?? 0;
    const name = small.slice(at, at + long).join(" ");
    if (!long || seen.has(name)) return [];
    seen.add(name);
    return [{ place, said: words.slice(at, at + long).join(" "), ask }];
  }));
}

/** Returns how many words from a place on fit a pattern; 0 when they do not. */
function fits(pattern, words, at) {
  const parts = pattern.split(" ");
  const fit = parts.every((part, n) => {
    const word = words[at + n];
    return word !== undefined && (part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part);
  });
  return fit ? parts.length : 0;
}

function notices(given, found) {
  const made = [];
  if (PLACES.every((place) => !given[place])) made.push(notice("note", "begin"));
  else made.push(notice("note", found.length ? "words_found" : "none_found"));
  const still = found.filter(({ place }) => place === "again" || place === "own_again").map(({ said }) => said);
  if (still.length) made.push(notice("mind", "still_there", { words: listed(still) }));
  if (given.usual && !given.again) made.push(notice("note", "write_again"));
  if (given.again && !(given.own_usual && given.own_again)) made.push(notice("note", "ourselves"));
  if (given.stop && given.start) made.push(notice("good", "agreed", { stop: given.stop, start: given.start }));
  else if (given.again) made.push(notice("note", "choose"));
  if (given.again) made.push(notice("note", "real_life"));
  return made;
}

makeTool("word-mirror", { workOut });
