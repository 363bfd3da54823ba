// Reads a chapter aloud by a voice of the reader's own device, sentence by sentence, and marks where it is.
// Only voices that the browser calls local are used: with the others the text would be sent away.
(() => {
  "use strict";

  const tools = document.querySelector("[data-reading-tools]");
  const speech = window.speechSynthesis;
  if (!tools || !speech || !window.SpeechSynthesisUtterance) return;

  const SPEEDS = { slower: 0.75, normal: 1, faster: 1.3 };
  const WAIT_FOR_VOICES = 2000; // milliseconds; browsers load them after they were asked the first time
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, blockquote, summary, legend";
  // What is not part of the text: things to press or fill in, marks, and printables, which have files.
  const SKIPPED =
    "[hidden], [aria-hidden=true], button, input, select, textarea, label, .printable, [data-to-print], " +
    ".outside-mark, .term-note, .visually-hidden";

  const words = JSON.parse(tools.dataset.words);
  const language = document.documentElement.lang.slice(0, 2);
  const button = tools.querySelector("[data-listen]");
  const stop = tools.querySelector("[data-listen-stop]");
  const speed = tools.querySelector("[data-listen-speed]");
  const rate = speed.querySelector("select");
  const status = tools.querySelector("[data-reading-status]");

  let sentences = [];
  let at = 0;
  let state = "stopped"; // or "waiting" for voices, "speaking", "paused"
  let voice = null;
  let turn = 0; // what an utterance of an earlier turn still reports is not listened to
  let spoken = null; // kept, for some browsers forget an utterance that nobody holds

  const isLocal = (one) => one.localService === true && one.lang.replace("_", "-").toLowerCase().split("-")[0] === language;

  /** Returns a voice of the device in the page's language, or nothing after two seconds. */
  function findVoice() {
    const find = () => speech.getVoices().find(isLocal);
    const found = find();
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        speech.removeEventListener("voiceschanged", look);
        resolve(find());
      };
      const look = () => find() && end();
      const timer = setTimeout(end, WAIT_FOR_VOICES);
      speech.addEventListener("voiceschanged", look);
    });
  }

  /** Returns the pieces of text that are read, block by block: [{block, nodes}]. */
  function blocks() {
    const shown = [...document.querySelectorAll("article h1, article .lead, .reading")];
    const found = [];
    for (const part of shown) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest(SKIPPED) || !isShown(parent)) continue;
        const block = parent.closest(BLOCKS) ?? part;
        if (found.at(-1)?.block !== block) found.push({ block, nodes: [] });
        found.at(-1).nodes.push(node);
      }
    }
    return found;
  }

  const isShown = (element) =>
    element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : element.getClientRects().length > 0;

  /** Returns the places where sentences of a text begin and end. */
  function split(text) {
    if (window.Intl?.Segmenter) {
      const parts = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
      return parts.map((part) => [part.index, part.index + part.segment.length]);
    }
    return [...text.matchAll(/[^.!?]+(?:[.!?]+["”’»)]*\s*|$)/g)].map((one) => [one.index, one.index + one[0].length]);
  }

  /** Returns every sentence of a block with the range it takes on the page. */
  function* sentencesOf({ block, nodes }) {
    const text = nodes.map((node) => node.data).join("");
    const place = (offset) => {
      let left = offset;
      for (const node of nodes) {
        if (left <= node.length) return [node, left];
        left -= node.length;
      }
      return [nodes.at(-1), nodes.at(-1).length];
    };
    for (const [from, to] of split(text)) {
      const written = text.slice(from, to);
      const said = written.replace(/\s+/g, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(said)) continue;
      const range = document.createRange();
      range.setStart(...place(from + written.search(/\S/)));
      range.setEnd(...place(from + written.trimEnd().length));
      yield { block, range, said };
    }
  }

  /** Shows which sentence is read; nothing shows none. */
  function mark(sentence) {
    for (const marked of document.querySelectorAll(".listening")) marked.classList.remove("listening");
    const highlights = window.Highlight && window.CSS?.highlights;
    highlights?.delete("listening");
    if (!sentence) return;
    if (highlights) highlights.set("listening", new window.Highlight(sentence.range));
    else sentence.block.classList.add("listening");
    keepInView(sentence);
  }

  function keepInView({ block, range }) {
    const box = range.getBoundingClientRect();
    if (box.top >= window.innerHeight * 0.15 && box.bottom <= window.innerHeight * 0.85) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const middle = window.scrollY + box.top - window.innerHeight / 3;
    if (box.height) window.scrollTo({ top: middle, behavior: still ? "instant" : "smooth" });
    else block.scrollIntoView({ block: "center" });
  }

  function say() {
    const sentence = sentences[at];
    if (!sentence) return end(words.done);
    const own = ++turn;
    mark(sentence);
    spoken = new window.SpeechSynthesisUtterance(sentence.said);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = SPEEDS[rate.value] ?? 1;
    spoken.onend = () => {
      if (own !== turn) return;
      at += 1;
      say();
    };
    spoken.onerror = () => own === turn && end(words.failed);
    speech.speak(spoken);
  }

  /** Silences what is being said, and makes sure that its end is not taken for a reason to go on. */
  function hush() {
    turn += 1;
    speech.cancel();
  }

  function show(now) {
    state = now;
    button.textContent = { stopped: words.start, waiting: words.start, speaking: words.pause, paused: words.resume }[now];
    // While it reads, its buttons stay in sight however far down the page the sentence is.
    tools.toggleAttribute("data-listening", now === "speaking" || now === "paused");
    stop.hidden = speed.hidden = now !== "speaking" && now !== "paused";
  }

  function end(said = "") {
    hush();
    mark(null);
    sentences = [];
    if ([stop, rate].includes(document.activeElement)) button.focus();
    show("stopped");
    status.textContent = said;
  }

  async function start() {
    show("waiting");
    status.textContent = "";
    const found = await findVoice();
    if (state !== "waiting") return;
    voice = found;
    if (!voice) return end(words.no_voice);
    sentences = blocks().flatMap((block) => [...sentencesOf(block)]);
    at = 0;
    show("speaking");
    say();
  }

  button.addEventListener("click", () => {
    if (state === "stopped") start();
    else if (state === "speaking") {
      // Not pause(): on Android it stops for good.
      hush();
      show("paused");
    } else if (state === "paused") {
      show("speaking");
      say();
    }
  });
  stop.addEventListener("click", () => end());
  tools.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state !== "stopped") end();
  });
  rate.addEventListener("change", () => {
    window.slingan.keep("speed", rate.value === "normal" ? null : rate.value);
    if (state !== "speaking") return;
    hush();
    const own = turn;
    setTimeout(() => own === turn && state === "speaking" && say(), 100); // some drop what comes at once after cancel()
  });
  document.addEventListener("slingan:reading", () => state !== "stopped" && end());
  window.addEventListener("pagehide", () => end());

  const kept = window.slingan.kept("speed");
  if (Object.hasOwn(SPEEDS, kept ?? "")) rate.value = kept;
})();
