// Measures every SVG in a [data-picture] element and leaves JSON in #result.
// A text is one <text> with all its tspans. Heights are ink (the glyphs), not the font's full box.
"use strict";

const TOLERANCE = 1; // px a text may leave its box or the picture: rounding and hinting
const TOUCH = { across: 1.5, share: 0.15 }; // two texts overlap: so many px across, and this share of the lower one's height
const pen = document.createElement("canvas").getContext("2d");

const area = (b) => Math.max(0, b.right - b.left) * Math.max(0, b.bottom - b.top);
const isSeen = (element, root) => {
  for (let e = element; e; e = e.parentElement) {
    const style = getComputedStyle(e);
    if (style.display === "none" || style.visibility === "hidden" || Number(style.opacity) === 0) return false;
    if (e === root) return true;
  }
  return false;
};

// Rows of ink of one text: [{left, right, top, bottom}], pieces on one baseline joined.
function inkRows(text, scale) {
  const rows = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest("title, desc")) continue;
    const style = getComputedStyle(node.parentElement);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText(node.data);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      if (r.width < 0.5) continue;
      const base = r.top + (r.height * ink.fontBoundingBoxAscent) / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
      const row = { left: r.left, right: r.right, top: base - scale * ink.actualBoundingBoxAscent, bottom: base + scale * ink.actualBoundingBoxDescent, base };
      const same = rows.find((other) => Math.abs(other.base - base) < 0.5);
      if (!same) rows.push(row);
      else {
        same.left = Math.min(same.left, row.left);
        same.right = Math.max(same.right, row.right);
        same.top = Math.min(same.top, row.top);
        same.bottom = Math.max(same.bottom, row.bottom);
      }
    }
  }
  return rows;
}

function readText(text) {
  const m = text.getScreenCTM();
  const scale = Math.hypot(m.a, m.b);
  const isLevel = Math.abs(m.b) < 1e-6 && m.a > 0;
  const isUpright = Math.abs(m.a) < 1e-6; // a quarter turn: its box is exact too
  const whole = text.getBoundingClientRect();
  const rows = isLevel ? inkRows(text, scale) : [{ left: whole.left, right: whole.right, top: whole.top, bottom: whole.bottom }];
  if (!rows.length) return null;
  const style = getComputedStyle(text);
  const box = {
    left: Math.min(...rows.map((r) => r.left)),
    right: Math.max(...rows.map((r) => r.right)),
    top: Math.min(...rows.map((r) => r.top)),
    bottom: Math.max(...rows.map((r) => r.bottom)),
  };
  return {
    said: text.textContent.trim().replace(/\s+/g, " ").slice(0, 80),
    rows,
    box,
    px: parseFloat(style.fontSize) * scale,
    anchor: isLevel ? style.textAnchor : "middle",
    isSlanted: !isLevel && !isUpright,
  };
}

// A filled shape counts as a box where its own area reaches near all four corners of its bounds: a card does, the area under a curve does not.
function readBox(shape) {
  const own = shape.getBBox();
  if (!(own.width > 0 && own.height > 0)) return null;
  if (shape.tagName !== "rect") {
    const point = (x, y) => new DOMPoint(own.x + x * own.width, own.y + y * own.height);
    if (![point(0.16, 0.16), point(0.84, 0.16), point(0.16, 0.84), point(0.84, 0.84)].every((p) => shape.isPointInFill(p))) return null;
  }
  const m = shape.getScreenCTM();
  const corners = [[own.x, own.y], [own.x + own.width, own.y + own.height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(m));
  return {
    left: Math.min(corners[0].x, corners[1].x),
    right: Math.max(corners[0].x, corners[1].x),
    top: Math.min(corners[0].y, corners[1].y),
    bottom: Math.max(corners[0].y, corners[1].y),
  };
}

// The smallest box that holds the point a text starts from (its middle or its end, as it is anchored).
function homeOf(text, boxes) {
  const x = { start: text.box.left + 1, end: text.box.right - 1 }[text.anchor] ?? (text.box.left + text.box.right) / 2;
  const y = (text.box.top + text.box.bottom) / 2;
  let home = null;
  for (const b of boxes) {
    const isMark = b.bottom - b.top < 0.8 * text.px || b.right - b.left < 0.8 * text.px; // a dot or a rule, nothing to write into
    if (!isMark && b.left <= x && x <= b.right && b.top <= y && y <= b.bottom && (!home || area(b) < area(home))) home = b;
  }
  return home;
}

const leaves = (inner, outer) =>
  inner.left < outer.left - TOLERANCE || inner.right > outer.right + TOLERANCE || inner.top < outer.top - TOLERANCE || inner.bottom > outer.bottom + TOLERANCE;

function overlap(one, other) {
  if (one.said === other.said && ["left", "right", "top", "bottom"].every((side) => Math.abs(one.box[side] - other.box[side]) < 0.5)) return false; // a halo and its text
  return one.rows.some((p) =>
    other.rows.some((q) => {
      const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      return across > TOUCH.across && down > Math.max(1, TOUCH.share * Math.min(p.bottom - p.top, q.bottom - q.top));
    }),
  );
}

function nameOf(svg) {
  const by = (svg.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const spoken = by.map((id) => (svg.querySelector(`[id="${CSS.escape(id)}"]`) || {}).textContent || "").join(" ");
  return (spoken || svg.getAttribute("aria-label") || (svg.querySelector(":scope > title") || {}).textContent || "").trim();
}

function readPicture(holder) {
  const svg = holder.querySelector("svg");
  const page = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim() && isSeen(t, svg)).map(readText).filter(Boolean);
  const boxes = [...svg.querySelectorAll("rect, circle, ellipse, polygon, path")]
    .filter((e) => !e.closest("defs, clipPath, mask, pattern, marker, symbol"))
    .filter((e) => { const s = getComputedStyle(e); return s.fill !== "none" && Number(s.fillOpacity) > 0 && isSeen(e, svg); })
    .map(readBox).filter(Boolean).filter((b) => leaves(page, b)); // the ground of the whole picture is no box: what leaves it leaves the picture
  const spills = texts.filter((t) => { if (t.isSlanted) return false; const home = homeOf(t, boxes); return home && leaves(t.box, home); });
  const level = texts.filter((t) => !t.isSlanted).sort((a, b) => a.box.top - b.box.top);
  const overlaps = [];
  for (let i = 0; i < level.length; i++)
    for (let j = i + 1; j < level.length && level[j].box.top < level[i].box.bottom; j++)
      if (overlap(level[i], level[j])) overlaps.push([level[i].said, level[j].said]);
  return {
    texts: texts.length,
    outside: texts.filter((t) => leaves(t.box, page)).map((t) => t.said),
    overlaps,
    spills: spills.map((t) => t.said),
    smallest: texts.length ? Math.min(...texts.map((t) => t.px)) : null,
    name: nameOf(svg),
    ids: [...svg.querySelectorAll("[id]"), svg].map((e) => e.id).filter(Boolean),
    size: [page.width, page.height],
    axe: null,
  };
}

async function audit(holders, pictures) {
  // axe does not judge the contrast of text in SVG; that is computed where the colours are.
  const found = await axe.run("main", { resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } });
  for (const picture of pictures) picture.axe = [];
  for (const { id, help, nodes } of found.violations)
    for (const node of nodes) {
      const element = document.querySelector(node.target[node.target.length - 1]);
      const at = holders.findIndex((holder) => holder.contains(element));
      (pictures[at] || pictures[0]).axe.push(`${id}: ${help}: ${node.html.slice(0, 120)}`);
    }
}

window.addEventListener("load", async () => {
  const out = document.createElement("pre");
  out.id = "result";
  try {
    await document.fonts.ready;
    const holders = [...document.querySelectorAll("[data-picture]")];
    const pictures = holders.map(readPicture);
    if (window.axe) await audit(holders, pictures);
    out.textContent = JSON.stringify({ pictures });
  } catch (error) {
    out.textContent = JSON.stringify({ error: String(error.stack || error) });
  }
  document.body.replaceChildren(out);
});
