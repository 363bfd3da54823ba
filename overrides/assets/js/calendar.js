// Days, weeks and calendar files, for courses and for the loop planner. The calendar file is the same as
// scripts/press/render/calendar.py makes; tests hold the twins together.

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

export { calendar, later, toDay, weekOf };
