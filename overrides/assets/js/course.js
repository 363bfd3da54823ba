// Gives a course its dates: on the page, in the address, in a calendar file and in the links for an e-mail.
// Everything is worked out here, nothing is sent and nothing is remembered.

import { calendar, later, toDay, weekOf } from "./calendar.js";

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const named = (time, language, form) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...form, timeZone: "UTC" }).format(time);

/** Returns a day in words: Tuesday 12 January 2027, week 2. */
function inWords(time, language, words) {
  const date = new Date(time);
  return fill(words.date, {
    weekday: named(time, language, { weekday: "long" }),
    day: date.getUTCDate(),
    month: named(time, language, { month: "long" }),
    year: date.getUTCFullYear(),
    week: weekOf(time)[1],
  });
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function setUp(course) {
  const { plan, start: settled, mail } = JSON.parse(course.dataset.course);
  const words = JSON.parse(course.dataset.words);
  const find = (name) => course.querySelector(name);
  const [field, status] = [find("[data-start]"), find("[data-status]")];
  const chosen = () => (field.validity.valid ? toDay(field.value) : null);
  let waiting; // to say that a date is none: whoever types a year writes others on the way

  /** Returns in words when something happens, or nothing while the start is not chosen. */
  const dateOf = (happening) => {
    const start = chosen();
    if (start === null) return "";
    const [first, last] = [happening.day, happening.last].map((days) => inWords(later(start, days), plan.language, words));
    return first === last ? first : fill(words.from_to, { first, last });
  };

  /** Returns a line about the sessions on a Saturday or Sunday; none when there are none. */
  const weekends = () => {
    const found = plan.happenings.filter((happening) => {
      const weekday = new Date(later(chosen(), happening.day)).getUTCDay();
      return happening.at !== null && (weekday === 0 || weekday === 6);
    });
    const sessions = found.map((happening) => happening.title.slice(plan.title.length + 2)).join("; ");
    return sessions ? [fill(words.weekend, { sessions })] : [];
  };

  // The same once more is not written again: it would be read aloud again.
  const say = (...lines) => {
    if (lines.join() === [...status.children].map((line) => line.textContent).join()) return;
    status.replaceChildren(...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }));
  };

  const showMail = () => {
    const text = find("[data-mail]");
    if (!text) return;
    const dates = Object.fromEntries(plan.happenings.map((happening) => [happening.id, dateOf(happening)]));
    const blocks = mail.map(({ id, head, lines }) => [head, ...(dates[id] ? [dates[id]] : []), ...lines].join("\n"));
    text.value = `${blocks.join("\n\n")}\n`;
  };

  // The start stands in the address, so that a leader can send the page with its dates.
  const keep = () => {
    const query = new URLSearchParams(location.search);
    query.delete("start");
    if (chosen() !== null) query.set("start", field.value);
    const asked = query.toString() ? `?${query}` : "";
    try {
      history.replaceState(null, "", `${location.pathname}${asked}${location.hash}`);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
    for (const link of document.querySelectorAll("[data-keeps-start]")) {
      const [path] = link.getAttribute("href").split("?");
      link.setAttribute("href", chosen() === null ? path : `${path}?start=${field.value}`);
    }
  };

  const show = () => {
    for (const happening of plan.happenings) {
      for (const place of course.querySelectorAll(`[data-date="${happening.id}"]`)) {
        place.textContent = dateOf(happening);
        place.parentElement.hidden = !place.textContent; // with the comma that stands beside it
      }
    }
    showMail();
    keep();
  };

  const outside = () => field.value || field.validity.badInput;

  const changed = () => {
    clearTimeout(waiting);
    show();
    if (chosen() !== null) say(words.shown, ...weekends());
    else if (outside()) waiting = setTimeout(() => say(words.outside), 1500);
    else say(words.cleared);
  };

  field.addEventListener("change", changed);

  find("[data-clear]").addEventListener("click", () => {
    field.value = "";
    changed();
    field.focus();
  });

  find("[data-calendar]").addEventListener("click", () => {
    if (chosen() === null) {
      clearTimeout(waiting);
      say(outside() ? words.outside : words.none);
      field.focus();
      return;
    }
    const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const name = `${plan.id}-${field.value}.ics`;
    save(name, calendar(plan, chosen(), stamp));
    say(fill(words.saved, { name }));
  });

  find("[data-copy]")?.addEventListener("click", async () => {
    const text = find("[data-mail]");
    let done = true;
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // Pages opened from a folder have no clipboard of their own.
      text.focus();
      text.select();
      done = document.execCommand("copy");
    }
    find("[data-copied]").textContent = done ? words.copied : words.not_copied;
  });

  const asked = new URLSearchParams(location.search).get("start");
  field.value = toDay(asked) === null ? settled ?? "" : asked;
  if (field.value) {
    show();
    if (weekends().length) say(...weekends());
  }
}

for (const course of document.querySelectorAll("[data-course]")) setUp(course);
