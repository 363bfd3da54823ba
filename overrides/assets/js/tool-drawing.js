// What the drawings of several working tools have in common.

/** Returns the middles [x, y] of n things on an ellipse, the first at the top, the others clockwise. */
function onRing(n, [x, y], [wide, high]) {
  return Array.from({ length: n }, (_, at) => {
    const angle = (2 * Math.PI * at) / n - Math.PI / 2;
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
  });
}

/** Returns a text in lines of up to `wide` characters; a word on its own may have `most`, then it is cut. */
function inLines(text, wide, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    if (lines[last] && `${lines[last]} ${word}`.length > wide) lines.push(word);
    else lines[last] = `${lines[last]} ${word}`.trim();
  }
  return lines.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
}

/** Returns lines of text as one text of a drawing, x and y in its middle. */
function centred(svg, lines, [x, y], kind = "") {
  const top = y - (lines.length - 1) * 10 + 6;
  const spans = lines.map((line, n) => svg("tspan", { x, y: top + n * 20 }, line));
  return svg("text", { "text-anchor": "middle", class: kind }, ...spans);
}

export { centred, inLines, onRing };
