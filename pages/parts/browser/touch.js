// Plotly picks up a tap one tap late, and a chart stops the page from scrolling under a finger.
export default function () {
  if (window.__explainerTouch) return;
  window.__explainerTouch = true;
  const keep = (event) => {
    if (event.target.closest?.('.js-plotly-plot .draglayer')) event.stopPropagation();
  };
  for (const name of ['touchstart', 'touchmove', 'touchend'])
    document.addEventListener(name, keep, {capture: true, passive: true});
}
