// Brings what `to` finds into view, once for each value of `at`.
export default function ({data}) {
  if (window.__explainerAt === data.at) return;
  window.__explainerAt = data.at;
  const look = (left) => {
    const found = document.querySelector(data.to);
    if (found) found.scrollIntoView({block: data.block});
    else if (left) setTimeout(() => look(left - 1), 100);
  };
  setTimeout(() => look(20), 100);
}
