// How two things are connected: the shortest way over the lines that the filters leave, the better attested first.
const ways = new Map();

function pathBetween(from, to) {
  const key = `${linkText()} ${from}>${to}`;
  if (!ways.has(key)) {
    ways.clear();
    ways.set(key, shortest(from, to));
  }
  return ways.get(key);
}

function shortest(from, to) {
  const cameBy = new Map([[from, null]]);
  let fringe = [from];
  while (fringe.length && !cameBy.has(to)) {
    const next = [];
    for (const key of fringe) {
      const lines = linksOf.get(key).filter((each) => live.links.has(each.key)).sort((a, b) => b.facts.length - a.facts.length);
      for (const each of lines) {
        const other = each.source === key ? each.target : each.source;
        if (cameBy.has(other)) continue;
        cameBy.set(other, { each, before: key });
        next.push(other);
      }
    }
    fringe = next;
  }
  const steps = [];
  for (let here = to; cameBy.get(here); here = cameBy.get(here).before) steps.unshift(cameBy.get(here).each);
  return steps;
}
