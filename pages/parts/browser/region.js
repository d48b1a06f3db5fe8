// A box that scrolls can be reached and scrolled by keyboard, and has a name.
export default function ({data}) {
  const name = () => {
    const box = document.querySelector(data.box);
    if (!box) return;
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', data.label);
  };
  name();
  const timer = setInterval(name, 1000);
  return () => clearInterval(timer);
}
