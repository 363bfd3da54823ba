// Gives a course its dates: on the page, in the address, in a calendar file and in the links for an e-mail.
// Everything is worked out here, nothing is sent and nothing is remembered. The calendar file is the same as
// scripts/press/render/calendar.py makes; tests hold the twins together.
(() => {
  "use strict";

  const DAY = 86400000;
  const pad = (number, length = 2) => String(number).padStart(length, "0");

  /** Returns a day as a time in UTC, or null for what is no day; 30 February is none. */
  function toDay(text) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text || "");
    if (!parts) return null;
    const [year, month, day] = parts.slice(1).map(Number);
    const time = Date.UTC(year, month - 1, day);
    return year >= 1000 && iso(time) === text ? time : null;
  }

  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const later = (time, days) => time + days * DAY;

  /** Returns year and number of the week that a day lies in, as ISO 8601 counts: the year of its Thursday. */
  function weekOf(time) {
    const weekday = (new Date(time).getUTCDay() + 6) % 7;
    const thursday = later(time, 3 - weekday);
    const year = new Date(thursday).getUTCFullYear();
    return [year, 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY))];
  }

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

  // The calendar file, RFC 5545.
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

  /** Returns a line broken so that no part has more than 75 bytes in UTF-8, and no letter is cut (3.1). */
  function folded(line) {
    const lines = [""];
    let used = 0;
    for (const letter of line) {
      const size = new TextEncoder().encode(letter).length;
      if (used + size > 75) {
        lines.push(" ");
        used = 1;
      }
      lines[lines.length - 1] += letter;
      used += size;
    }
    return lines.join("\r\n");
  }

  const plainDay = (time) => iso(time).replaceAll("-", "");
  const moment = (time, minutes) => {
    const day = later(time, Math.floor(minutes / 1440));
    const rest = minutes % 1440;
    return `${plainDay(day)}T${pad(Math.floor(rest / 60))}${pad(rest % 60)}00`;
  };

  /** Returns when clocks change: the last Sundays of March and October (directive 2000/84/EC). */
  const zone = (name) => [
    "BEGIN:VTIMEZONE", `TZID:${name}`,
    "BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19701025T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
    "END:VTIMEZONE",
  ];

  function event(plan, happening, start, stamp) {
    const day = later(start, happening.day);
    const whole = happening.at === null;
    const when = (name, minutes) => `${name};TZID=${plan.zone}:${moment(day, minutes)}`;
    return [
      "BEGIN:VEVENT",
      `UID:${plan.id}-${happening.id}-${iso(start)}@${plan.host}`,
      `DTSTAMP:${stamp}`,
      whole ? `DTSTART;VALUE=DATE:${plainDay(day)}` : when("DTSTART", happening.at),
      whole
        ? `DTEND;VALUE=DATE:${plainDay(later(start, happening.last + 1))}`
        : when("DTEND", happening.at + happening.minutes),
      ...(whole ? ["TRANSP:TRANSPARENT"] : []),
      `SUMMARY:${escaped(happening.title)}`,
      `DESCRIPTION:${escaped(happening.about)}`,
      `URL:${happening.url}`,
      "END:VEVENT",
    ];
  }

  /** Returns the calendar file of a course that starts on a day; stamp is when it is made, in UTC. */
  function calendar(plan, start, stamp) {
    const lines = [
      "BEGIN:VCALENDAR", `PRODID:-//Slingan//${plan.language.toUpperCase()}`, "VERSION:2.0",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escaped(plan.title)}`,
      ...zone(plan.zone),
      ...plan.happenings.flatMap((happening) => event(plan, happening, start, stamp)),
      "END:VCALENDAR",
    ];
    return `${lines.map(folded).join("\r\n")}\r\n`;
  }

  // For the tests that hold the twins together.
  window.slingan.course = { toDay, weekOf, inWords, calendar };

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
})();
