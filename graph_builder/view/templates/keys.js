// The keyboard: everything a mouse can reach.
const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The next thing that way: a neighbour if one lies there, anything else if not.
function step([right, down]) {
  const here = state.at && thing.has(state.at) && isShown(state.at) ? state.at : null;
  if (!here) return important.find(isShown);
  const { x, y } = at.get(here);
  const cost = (key) => {
    const [dx, dy] = [at.get(key).x - x, at.get(key).y - y];
    const along = dx * right + dy * down;
    return along <= 0 ? Infinity : along + 2 * Math.abs(dx * down + dy * right);
  };
  const nearest = (keys) => keys.filter((key) => key !== here && isShown(key) && cost(key) < Infinity).sort((a, b) => cost(a) - cost(b))[0];
  return nearest(linksOf.get(here).flatMap(({ source: from, target: to }) => [from, to])) || nearest(important);
}

function startKeys() {
  canvasBox.addEventListener("keydown", (event) => {
    if (STEPS[event.key]) {
      event.preventDefault();
      const next = step(STEPS[event.key]);
      if (next) go(next, { move: true });
      else byId("live").textContent = "Nothing further that way";
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      byId("panel").focus();
    } else if (event.key === "Escape") go(null);
    else if (event.key === "+" || event.key === "=") network.moveTo({ scale: network.getScale() * 1.25 });
    else if (event.key === "-") network.moveTo({ scale: network.getScale() / 1.25 });
  });
  document.addEventListener("keydown", (event) => {
    if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      byId("find").focus();
    } else if (event.key === "0") fitAll();
    else if (event.key === "Escape" && byId("panel").contains(event.target)) canvasBox.focus();
  });
}
