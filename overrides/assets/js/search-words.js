// Brings a typed word to the key that it has in the index: fold(), then stem(). The index is made by
// scripts/press/search/words.py; a test holds the two against each other on the whole vocabulary.
// A classic script: modules do not load from file://.
"use strict";

window.slinganWords = (() => {
  const VOWEL = "[aeiouy]";

  /** Returns a word in small letters without marks: the many ways to type å, ä, ö, æ and ø become one. */
  function fold(word, language) {
    const plain = word
      .toLowerCase()
      .replace(/æ/g, "ae")
      .replace(/ø/g, "o")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "");
    return language === "en" ? plain : plain.replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o");
  }

  /** Returns the words of a text, in small letters; single letters are none. */
  function words(text, language) {
    let small = text.normalize("NFC").toLowerCase().replace(/\u00ad/g, "");
    if (language === "en") small = small.replace(/['’]s(?![\p{L}\p{N}])/gu, "");
    return (small.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 || /\p{N}/u.test(word));
  }

  /** Returns where the part of a word begins that may be taken away: after the first vowel and what follows it. */
  function region(word, least, from = 0) {
    const found = new RegExp(`${VOWEL}[^aeiouy]`).exec(word.slice(from));
    return Math.max(found ? from + found.index + 2 : word.length, least);
  }

  /** Returns the longest of the endings that a word has at or after place `start`, or undefined. */
  function ending(word, endings, start) {
    let best;
    for (const one of endings) {
      if (word.length - one.length >= start && word.endsWith(one) && !(best?.length > one.length)) best = one;
    }
    return best;
  }

  const cut = (word, length) => word.slice(0, word.length - length);

  const SV = {
    main: (
      "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas " +
      "ernas ornas es ades andes ens arens hetens erns at et andet het ast"
    ).split(" "),
    pairs: "dd gd nn dt gt kt tt".split(" "),
    rest: "ig lig els fullt".split(" "),
    notEt: /(fab|h|pak|rak|stak|kom|iet|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|uit|ivit|kvit|xit)$/,
  };

  /** Returns whether "et" after `before` is an ending and no part of the word. */
  const isEt = (before) => /.[aeiouy][^aeiouy]$/.test(before) && !SV.notEt.test(before);

  function swedishMain(word, start) {
    const found = ending(word, SV.main, start);
    if (!found) return word;
    const before = cut(word, found.length);
    if (found === "et") return isEt(before) ? before : word;
    if (found !== "s") return before;
    if (before.endsWith("et") && isEt(cut(before, 2))) return cut(before, 2);
    return /[bcdfghjklmnoprtvy]$/.test(before) ? before : word;
  }

  function swedish(typed) {
    // Three endings that the rules of Snowball do not know: mötena, nätverket, frågan.
    let word = typed.length >= 6 && typed.endsWith("ena") ? cut(typed, 2) : typed;
    word = word.replace(/([aeiouy][^aeiouy][^aeiouyh])ets?$/, "$1");
    if (word.length >= 3) {
      const start = region(word, 3);
      word = swedishMain(word, start);
      if (ending(word, SV.pairs, start)) word = cut(word, 1);
      const found = ending(word, SV.rest, start);
      if (found) word = cut(word, found === "fullt" ? 1 : found.length);
    }
    return word.length >= 5 && word.endsWith("an") ? cut(word, 2) : word;
  }

  const DA = {
    main: (
      "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer s heds es endes erendes enes " +
      "ernes eres ens hedens erens ers ets erets et eret"
    ).split(" "),
    pairs: "gd dt gt kt".split(" "),
    rest: "ig lig elig els".split(" "),
  };

  function danish(typed) {
    if (typed.length < 3) return typed;
    const start = region(typed, 3);
    const unpair = (word) => (ending(word, DA.pairs, start) ? cut(word, 1) : word);
    const found = ending(typed, DA.main, start);
    let word = typed;
    if (found && (found !== "s" || /[abcdfghjklmnoprtvyz]$/.test(cut(word, 1)))) word = cut(word, found.length);
    word = unpair(word);
    if (word.endsWith("igst")) word = cut(word, 2);
    const rest = ending(word, DA.rest, start);
    if (rest) word = unpair(cut(word, rest.length));
    return word.length > start && /([bdfgklmnprst])\1$/.test(word) ? cut(word, 1) : word;
  }

  const EN = {
    as: { skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" },
    asIs: new Set("andes atlas bias cosmos howe news sky".split(" ")),
    starts: /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/,
    second: {
      anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al", fulli: "ful", lessli: "less",
      ousli: "ous", entli: "ent", aliti: "al", biliti: "ble", iviti: "ive", tional: "tion", ational: "ate", alism: "al",
      ation: "ate", ization: "ize", izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
    },
    third: {
      icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate", ful: "", ness: "",
    },
    fourth: "ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement".split(" "),
  };
  const V = "[aeiouy]";
  const C = "[^aeiouy]";
  const SHORT = new RegExp(`(${C}${V}[^aeiouywxY]|^${V}${C}|past)$`);

  function englishRegions(word) {
    const first = EN.starts.exec(word)?.[0].length ?? region(word, 0);
    return [first, region(word, 0, first)];
  }

  function englishPlural(word) {
    if (word.endsWith("sses")) return cut(word, 2);
    if (/(ied|ies)$/.test(word)) return cut(word, word.length > 4 ? 2 : 1);
    if (/(us|ss)$/.test(word)) return word;
    return new RegExp(`${V}.+s$`).test(word) ? cut(word, 1) : word;
  }

  function englishPast(word, first) {
    const found = ending(word, ["ed", "eed", "ing", "edly", "eedly", "ingly"], 0);
    if (!found) return word;
    const before = cut(word, found.length);
    if (found.startsWith("eed")) {
      return before.length >= first && !/^(succ|proc|exc)$/.test(before) ? `${before}ee` : word;
    }
    if (found === "ing") {
      if (/^(even|cann|inn|earr|herr|out)$/.test(before)) return word;
      if (/^[^aeiouy]y$/.test(before)) return `${before[0]}ie`;
    }
    if (!new RegExp(V).test(before)) return word;
    if (/(at|bl|iz)$/.test(before)) return `${before}e`;
    if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before)) return /^[aeo]..$/.test(before) ? before : cut(before, 1);
    return before.length === first && SHORT.test(before) ? `${before}e` : before;
  }

  function englishReplace(word, table, first, second) {
    const found = ending(word, Object.keys(table), 0);
    if (!found) return word;
    const before = cut(word, found.length);
    if (before.length < first) return word;
    if (found === "li" && !/[cdeghkmnrt]$/.test(before)) return word;
    if (found === "ogi" && !before.endsWith("l")) return word;
    if (found === "ative" && before.length < second) return word;
    return before + table[found];
  }

  function english(typed) {
    if (Object.hasOwn(EN.as, typed)) return EN.as[typed];
    if (EN.asIs.has(typed) || typed.length < 3) return typed;
    let word = typed.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const [first, second] = englishRegions(word);
    word = englishPast(englishPlural(word), first);
    if (new RegExp(`.${C}[yY]$`).test(word)) word = `${cut(word, 1)}i`;
    word = englishReplace(word, EN.second, first, second);
    word = englishReplace(word, EN.third, first, second);
    const fourth = ending(word, EN.fourth, 0);
    if (fourth) {
      const before = cut(word, fourth.length);
      if (before.length >= second && (fourth !== "ion" || /[st]$/.test(before))) word = before;
    }
    const last = word.length - 1;
    if (word.endsWith("e") && (last >= second || (last >= first && !SHORT.test(cut(word, 1))))) word = cut(word, 1);
    else if (word.endsWith("ll") && last >= second) word = cut(word, 1);
    return word.toLowerCase();
  }

  const STEMMERS = { sv: swedish, da: danish, en: english };

  /** Returns the stem of a folded word. */
  function stem(folded, language) {
    const bare = STEMMERS[language](folded);
    // Kurs and kursen, plads and pladser: what is left of the genitive's rule goes too.
    return language !== "en" && bare.length >= 4 && /[bcdfghjklmnprtv]s$/.test(bare) ? cut(bare, 1) : bare;
  }

  return { fold, stem, words };
})();
