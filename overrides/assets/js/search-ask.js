// Finds in the index what a reader asks for. The same steps as in scripts/press/search/ask.py, where they
// are explained; a browser test holds the two together. A classic script: modules do not load from file://.
"use strict";

window.slinganAsk = (() => {
  const { fold, stem, words } = window.slinganWords;
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUE = new Map([...DIGITS].map((digit, n) => [digit, n]));
  const PARTS = "";
  const SYNONYMS = "=";
  const [EXACT, FOLDED, FORM, PART, SYNONYM, BEGUN, BEGUN_TOO] = [1, 0.95, 0.85, 0.4, 0.7, 0.5, 0.15];
  const NEAR = { 1: 0.5, 2: 0.35 };
  const ELSEWHERE = 0.3;
  const PER_UNIT = 2;
  const AT_ONCE = 4;
  const SECTIONS = 64;
  const LAST = "\uffff";

  /** Calls each for every posting of a packed text, with its place (unit times 64 plus section) and worth. */
  function unpack(text, each) {
    let at = 0;
    let unit = -1;
    while (at < text.length) {
      let distance = 0;
      let shift = 0;
      let bits;
      do {
        bits = VALUE.get(text[at++]);
        distance |= (bits & 31) << shift;
        shift += 5;
      } while (bits > 31);
      unit += distance;
      each(unit * SECTIONS + VALUE.get(text[at++]), 0.05 * 2 ** (VALUE.get(text[at++]) / 5));
    }
  }

  /** Returns the number of the last of sorted things that is not after one; 0 when all are. */
  function place(sorted, one) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= one) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Returns how many letters are wrong, missing, too many or swapped; more than most means many. */
  function differ(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let above = [];
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      [above, before, row] = [before, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, above[j - 2] + 1);
        }
        row.push(cost);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row.at(-1);
  }

  const raise = (into, at, worth) => into.set(at, Math.max(into.get(at) ?? 0, worth));
  const unique = (things) => [...new Set(things)];
  const without = (text, last) => (text.endsWith(last) ? text.slice(0, -1) : text);

  function common([first, ...rest]) {
    const made = new Map();
    for (const [at, worth] of first) {
      if (rest.every((other) => other.has(at))) made.set(at, Math.min(worth, ...rest.map((other) => other.get(at))));
    }
    return made;
  }

  /** Returns [place, score] in order and whether all concepts stand in each place's unit. */
  function rank(concepts) {
    const best = new Map();
    const places = new Map();
    concepts.forEach((worth, n) => {
      for (const [at, value] of worth) {
        const unit = Math.floor(at / SECTIONS);
        if (!best.has(unit)) best.set(unit, new Map());
        raise(best.get(unit), n, value);
        if (!places.has(at)) places.set(at, new Map());
        places.get(at).set(n, value);
      }
    });
    const most = Math.max(0, ...unique([...best.values()].map((found) => found.size)));
    const scored = [];
    for (const [at, own] of places) {
      const unit = best.get(Math.floor(at / SECTIONS));
      if (unit.size < most) continue;
      let score = 0;
      for (let n = 0; n < concepts.length; n++) {
        if (unit.has(n)) score += own.get(n) ?? ELSEWHERE * unit.get(n);
      }
      scored.push([at, Math.round(score * 1e6) / 1e6]);
    }
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const seen = new Map();
    const few = scored.filter(([at]) => {
      const unit = Math.floor(at / SECTIONS);
      seen.set(unit, (seen.get(unit) ?? 0) + 1);
      return seen.get(unit) <= PER_UNIT;
    });
    return [few, most === concepts.length];
  }

  /** Answers questions. load: gives a promise of the index file of a name; head: the file of that name. */
  class Asker {
    constructor(load, head) {
      this.load = load;
      this.head = head;
      this.language = head.language;
      this.stop = new Set(head.stop.split(" "));
    }

    fold(word) {
      return fold(word, this.language);
    }

    stem(folded) {
      return stem(folded, this.language);
    }

    number(key) {
      return place(this.head.keys, key);
    }

    shard(key) {
      return this.load(`w${this.number(key)}`);
    }

    span(first, last) {
      const start = this.number(first);
      const end = Math.min(this.number(last), start + AT_ONCE - 1);
      return Promise.all(Array.from({ length: end - start + 1 }, (_, n) => this.load(`w${start + n}`)));
    }

    forms(entry, word, folded, by, into) {
      for (const [form, postings] of Object.entries(entry)) {
        if (form === SYNONYMS) continue;
        let near = FORM;
        if (form === PARTS) near = PART;
        else if (form === word) near = EXACT;
        else if (this.fold(form) === folded) near = FOLDED;
        unpack(postings, (at, worth) => raise(into, at, worth * (by * near)));
      }
    }

    async meant(entry, following, by, into) {
      for (const target of entry[SYNONYMS] ?? []) {
        const [after, keys] = target.split(">").map((part) => part.split(" ").filter(Boolean));
        if (after.every((key, n) => key === following[n])) await this.allOf(keys, by * SYNONYM, into);
      }
    }

    async allOf(keys, by, into) {
      const found = [];
      for (const key of keys) {
        const worth = new Map();
        this.forms((await this.shard(key))[key] ?? {}, "", "", by, worth);
        this.marks.keys.add(key);
        found.push(worth);
      }
      for (const [at, worth] of common(found)) raise(into, at, worth);
    }

    async begun(folded, by, into) {
      for (const shard of await this.span(folded.slice(0, 4), folded + LAST)) {
        for (const [key, entry] of Object.entries(shard)) {
          for (const [form, postings] of Object.entries(entry)) {
            if (form === SYNONYMS) continue;
            if (!(form === PARTS ? key : this.fold(form)).startsWith(folded)) continue;
            const near = by * (form === PARTS ? PART : 1);
            unpack(postings, (at, worth) => raise(into, at, worth * near));
          }
        }
      }
      this.marks.begins.add(folded);
    }

    async near(folded, wrong, into) {
      const own = this.stem(folded);
      for (const shard of await this.neighbours(folded)) {
        for (const [key, entry] of Object.entries(shard)) {
          if (!this.alike(folded, own, wrong, key, entry)) continue;
          this.marks.keys.add(key);
          this.forms(entry, "", "", NEAR[wrong], into);
          await this.meant(entry, [], NEAR[wrong], into);
        }
      }
    }

    alike(folded, own, wrong, key, entry) {
      if (own.length >= (wrong === 1 ? 4 : 6) && differ(own, key, wrong) <= wrong) return true;
      return Object.keys(entry).some(
        (form) => form !== PARTS && form !== SYNONYMS && differ(folded, this.fold(form), wrong) <= wrong,
      );
    }

    neighbours(folded) {
      const middle = this.number(folded);
      const first = this.number(folded.slice(0, 2));
      const last = this.number(folded.slice(0, 2) + LAST);
      const numbers = [middle, middle - 1, middle + 1, middle - 2].filter((n) => first <= n && n <= last);
      const [one, two, rest] = [folded[0], folded[1], folded.slice(2)];
      for (const begin of [two + one + rest, two + rest, one + rest]) numbers.push(this.number(begin));
      return Promise.all(unique(numbers).map((n) => this.load(`w${n}`)));
    }

    async halves(folded) {
      if (this.language === "en" || folded.length < 7) return null;
      for (let at = folded.length - 3; at > 3; at--) {
        const [first, last] = [folded.slice(0, at), folded.slice(at)];
        for (const bare of unique([first, without(first, "s"), without(first, "e")])) {
          if (bare.length > 2 && (await this.isKnown(bare)) && (await this.isKnown(last))) return [bare, last];
        }
      }
      return null;
    }

    async isKnown(folded) {
      const own = this.stem(folded);
      return !this.stop.has(folded) && own.length > 2 && Object.hasOwn(await this.shard(own), own);
    }

    async concepts(word, following, isLast) {
      const folded = this.fold(word);
      const own = this.stem(folded);
      const found = new Map();
      const shard = await this.shard(own);
      this.marks.keys.add(own);
      if (Object.hasOwn(shard, own)) {
        this.forms(shard[own], word, folded, 1, found);
        await this.meant(shard[own], following, 1, found);
      }
      if (folded.length >= 3 && (isLast || !found.size)) await this.begun(folded, found.size ? BEGUN_TOO : BEGUN, found);
      if (!found.size && folded.length >= 4) await this.near(folded, 1, found);
      const halves = found.size ? null : await this.halves(folded);
      if (halves) return [(await this.concepts(halves[0], [], false))[0], (await this.concepts(halves[1], [], false))[0]];
      if (!found.size && folded.length >= 8) await this.near(folded, 2, found);
      return [found];
    }

    /**
     * Returns what a question finds: hits [unit, section, score], whether each has all words, the words that
     * nothing has, and isMarked(word), which tells the words to mark in a hit.
     */
    async ask(question) {
      this.marks = { keys: new Set(), begins: new Set() };
      const typed = unique(words(question, this.language));
      const telling = typed.filter((word) => !this.stop.has(this.fold(word)));
      const asked = telling.length ? telling : typed;
      const keys = asked.map((word) => this.stem(this.fold(word)));
      const missing = [];
      const concepts = [];
      for (const [n, word] of asked.entries()) {
        const found = await this.concepts(word, keys.slice(n + 1), n === asked.length - 1);
        if (!found.every((worth) => worth.size)) missing.push(word);
        concepts.push(...found.filter((worth) => worth.size));
      }
      const [ranked, whole] = rank(concepts);
      const hits = ranked.map(([at, score]) => [Math.floor(at / SECTIONS), at % SECTIONS, score]);
      return { hits, complete: whole && !missing.length, missing, isMarked: this.marker() };
    }

    marker() {
      const { keys, begins } = this.marks;
      const long = this.language === "en" ? [] : [...keys].filter((key) => key.length > 3);
      return (word) => {
        const folded = this.fold(word);
        return (
          keys.has(this.stem(folded)) ||
          [...begins].some((begin) => folded.startsWith(begin)) ||
          long.some((key) => folded.includes(key))
        );
      };
    }

    /** Returns what a hit shows: {url, title, kind, label, about, heading, text}. */
    async shown([unit, section]) {
      const number = place(this.head.texts, unit);
      const run = await this.load(`t${number}`);
      const [url, title, kind, label, about, sections] = run[unit - this.head.texts[number]];
      const [anchor, heading, text] = sections[section];
      return { url: anchor ? `${url}#${anchor}` : url, title, kind, label, about, heading, text };
    }
  }

  return { Asker, differ, unpack };
})();
