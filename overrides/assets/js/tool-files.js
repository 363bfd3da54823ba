// Files of the working tools: to the reader's device and from there, never anywhere else.

import { element } from "./tool-form.js";

const BIG = 1_000_000; // a file of a tool is a few kB

/** Hands the reader a file. */
function save(name, type, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Returns the text of a file: Unicode with or without its mark, else what older spreadsheets write. */
function textOf(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Asks for a file and hands over its name and text; what goes wrong is said and changes nothing. */
function ask(accept, { words, say }, use) {
  const chooser = element("input", { type: "file", accept });
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    try {
      if (file.size > BIG) throw new Error(words.big_file);
      use(file.name, textOf(await file.arrayBuffer()));
    } catch (error) {
      say(`${error.name === "Error" ? error.message : words.no_file} ${words.unchanged}`);
    }
  });
  chooser.click();
}

export { ask, save };
